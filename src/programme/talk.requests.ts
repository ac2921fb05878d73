import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { SLUG, SLUG_RULE } from '../kernel/slug.ts';
import { Instant } from '../platform/http/instant.ts';
import { MayBeLeftOut, MayBeNull } from '../platform/http/left-out.ts';
import { PlainText } from '../platform/http/plain-text.ts';
import { WebAddress } from '../platform/http/web-address.ts';
import { AreLinks, TalkLinkRequest } from './talk-links.requests.ts';

const slugRule = { message: SLUG_RULE };

export class TalkSpeakerRequest {
  @ApiProperty({ description: 'The name in the programme, 1 to 200 characters.' })
  @PlainText({ min: 1, max: 200, oneLine: true, keepsHandles: true })
  name: string;
  @ApiPropertyOptional({ description: 'About the speaker, in Markdown, at most 10000 characters.' })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 10_000, keepsHandles: true })
  bio?: string;
}

export class TalkRequest {
  @ApiPropertyOptional({
    description: 'What its programme knows it by, 1 to 200 characters; made up without one.',
    maxLength: 200,
  })
  @MayBeLeftOut()
  @PlainText({ min: 1, max: 200, oneLine: true })
  guid?: string;
  @ApiProperty({ description: 'Its name in addresses: small letters, digits and hyphens, at most 80.', maxLength: 80 })
  @Matches(SLUG, slugRule)
  slug: string;
  @ApiProperty({ description: 'Its title, 1 to 300 characters.', maxLength: 300 })
  @PlainText({ min: 1, max: 300, oneLine: true, keepsHandles: true })
  title: string;
  @ApiPropertyOptional({ description: 'At most 300 characters.' })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 300, oneLine: true, keepsHandles: true })
  subtitle?: string;
  @ApiPropertyOptional({ description: 'About it, in Markdown, at most 50000 characters.' })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 50_000, keepsHandles: true })
  abstract?: string;
  @ApiPropertyOptional({ description: 'Its language as the programme writes it, at most 40 characters.' })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 40, oneLine: true })
  language?: string;
  @ApiPropertyOptional({ description: 'The name of its track, at most 200 characters.' })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 200, oneLine: true, keepsHandles: true })
  track?: string;
  @ApiPropertyOptional({ description: 'The name of its room, at most 200 characters.' })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 200, oneLine: true, keepsHandles: true })
  room?: string;
  @ApiPropertyOptional({
    description: 'When it begins; null while that is open.',
    type: String,
    format: 'date-time',
    nullable: true,
  })
  @MayBeNull()
  @Instant()
  startsAt?: string | null;
  @ApiPropertyOptional({ description: 'Its length in whole minutes, at most 10000.' })
  @MayBeLeftOut()
  // Said first of what is no number at all, so it stands last.
  @Max(10_000, { message: 'Give at most 10000 minutes.' })
  @Min(0, { message: 'Give whole minutes.' })
  @IsInt({ message: 'Give whole minutes.' })
  durationMinutes?: number;
  @ApiPropertyOptional({ description: 'Whether it takes place.', enum: ['confirmed', 'cancelled'] })
  @MayBeLeftOut()
  @IsIn(['confirmed', 'cancelled'], { message: 'Choose "confirmed" or "cancelled".' })
  status?: 'confirmed' | 'cancelled';
  @ApiPropertyOptional({ description: 'Its page on another site; null without one.', type: String, nullable: true })
  @MayBeNull()
  @WebAddress()
  url?: string | null;
  @ApiPropertyOptional({ description: 'In the order of the programme, at most 50.', type: [TalkSpeakerRequest] })
  @MayBeLeftOut()
  @IsArray({ message: 'Give a list of speakers.' })
  @ArrayMaxSize(50, { message: 'Give at most 50 speakers.' })
  @IsObject({ each: true, message: 'Give a list of speakers.' })
  @ValidateNested({ each: true })
  @Type(() => TalkSpeakerRequest)
  speakers?: TalkSpeakerRequest[];
  @AreLinks('Pages about it, at most 50.') links?: TalkLinkRequest[];
  @AreLinks('Files such as slides, at most 50.') attachments?: TalkLinkRequest[];
  @ApiPropertyOptional({ maxLength: 200, description: 'Of its recording.' })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 200, oneLine: true })
  licence?: string;
  @ApiPropertyOptional({ description: 'Whether the speakers wish not to be recorded.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Give true or false.' })
  doNotRecord?: boolean;
}

export class TalkChangeRequest extends PartialType(TalkRequest, { skipNullProperties: false }) {}

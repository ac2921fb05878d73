import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsBoolean,
  IsInt,
  IsObject,
  Matches,
  Max,
  Min,
  Validate,
  ValidateNested,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { SLUG, SLUG_RULE } from '../kernel/slug.ts';
import { isTimeZone } from '../kernel/zone.ts';
import { CalendarDay } from '../platform/http/calendar-day.ts';
import { SITE } from '../platform/http/content-policy.ts';
import { Instant } from '../platform/http/instant.ts';
import { PlainText } from '../platform/http/plain-text.ts';
import { WebAddress } from '../platform/http/web-address.ts';
import { AreLinks, TalkLinkRequest } from './talk-links.requests.ts';
import { MayBeLeftOut, MayBeNull } from '../platform/http/left-out.ts';

@ValidatorConstraint({ name: 'timeZone' })
export class IsKnownZone implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && isTimeZone(value);
  }
  defaultMessage(): string {
    return 'Give an IANA time zone such as Europe/Paris.';
  }
}

const slugRule = { message: SLUG_RULE };
const siteRule = 'Give each site as https://host, in small letters, without a path.';
const days = { message: 'Give a whole number of days.' };

export class SlowModeSetting {
  @ApiProperty({ enum: [30, 60, 300, 900, 3600] })
  @IsIn([30, 60, 300, 900, 3600], { message: 'Choose 30, 60, 300, 900 or 3600 seconds.' })
  interval: number;
  @ApiProperty({ minLength: 2, maxLength: 1000 }) @PlainText({ min: 2, max: 1000 }) reason: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @MayBeNull() @Instant() until: string | null = null;
}

export class RuleSetting {
  @ApiProperty()
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, { message: 'Use small letters, digits and hyphens, at most 40.' })
  key: string;
  @ApiProperty() @PlainText({ min: 2, max: 200, oneLine: true }) title: string;
}

export class WordListsSetting {
  @ApiPropertyOptional({ type: [String] })
  @MayBeLeftOut()
  @IsArray({ message: 'Give a list of words.' })
  @ArrayMaxSize(500, { message: 'Give at most 500 words.' })
  @PlainText({ min: 2, max: 60, oneLine: true }, { each: true })
  fr?: string[];
  @ApiPropertyOptional({ type: [String] })
  @MayBeLeftOut()
  @IsArray({ message: 'Give a list of words.' })
  @ArrayMaxSize(500, { message: 'Give at most 500 words.' })
  @PlainText({ min: 2, max: 60, oneLine: true }, { each: true })
  en?: string[];
}

export class ContactSetting {
  @ApiProperty() @PlainText({ min: 0, max: 1000 }) text: string;
  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeNull()
  @WebAddress()
  url: string | null = null;
}

export class ConferenceSettingsRequest {
  @ApiPropertyOptional({ enum: ['none', 'first', 'all'] })
  @MayBeLeftOut()
  @IsIn(['none', 'first', 'all'], { message: 'Choose "none", "first" or "all".' })
  screening?: 'none' | 'first' | 'all';
  @ApiPropertyOptional({ type: SlowModeSetting, nullable: true })
  @MayBeNull()
  @IsObject({ message: 'Give {interval, reason, until} or null.' })
  @ValidateNested()
  @Type(() => SlowModeSetting)
  slowMode?: SlowModeSetting | null;
  @ApiPropertyOptional() @MayBeLeftOut() @IsInt(days) @Min(0, days) @Max(100_000, days) opensHoursBefore?: number;
  @ApiPropertyOptional() @MayBeLeftOut() @IsInt(days) @Min(0, days) @Max(1_000_000, days) readonlyAfterDays?: number;
  @ApiPropertyOptional() @MayBeLeftOut() @IsInt(days) @Min(0, days) @Max(1_000_000, days) archiveAfterDays?: number;
  @ApiPropertyOptional({ enum: ['index', 'noindex'], description: 'Whether search engines may list its pages.' })
  @MayBeLeftOut()
  @IsIn(['index', 'noindex'], { message: 'Choose "index" or "noindex".' })
  robots?: 'index' | 'noindex';
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Where its archive can be found.' })
  @MayBeNull()
  @WebAddress()
  archiveUrl?: string | null;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Where people meet, as a name with its address, for search engines; null when they meet online.',
    example: 'Messe Leipzig, Seehausener Allee 1, Leipzig',
  })
  @MayBeNull()
  @PlainText({ min: 1, max: 200, oneLine: true })
  venue?: string | null;
  @ApiPropertyOptional({
    type: [String],
    description: 'Sites that may show its threads in a frame, each as https://host or https://host:port.',
    example: ['https://conference.example'],
  })
  @MayBeLeftOut()
  @IsArray({ message: siteRule })
  @ArrayMaxSize(20, { message: 'Give at most 20 sites.' })
  @Matches(SITE, { each: true, message: siteRule })
  embedSites?: string[];
  @ApiPropertyOptional({ type: WordListsSetting, description: 'Words that are held for a look.' })
  @MayBeLeftOut()
  @IsObject({ message: 'Give the lists by their language.' })
  @ValidateNested()
  @Type(() => WordListsSetting)
  wordLists?: WordListsSetting;
  @ApiPropertyOptional({ type: ContactSetting })
  @MayBeLeftOut()
  @IsObject({ message: 'Give {text, url}.' })
  @ValidateNested()
  @Type(() => ContactSetting)
  contact?: ContactSetting;
  @ApiPropertyOptional({ type: [RuleSetting] })
  @MayBeLeftOut()
  @IsArray({ message: 'Give a list of rules.' })
  @ArrayMinSize(1, { message: 'Give at least one rule.' })
  @ArrayMaxSize(50, { message: 'Give at most 50 rules.' })
  @IsObject({ each: true, message: 'Give a list of rules.' })
  @ValidateNested({ each: true })
  @Type(() => RuleSetting)
  rules?: RuleSetting[];
}

export class ConferenceRequest {
  @ApiProperty({ maxLength: 80 }) @Matches(SLUG, slugRule) slug: string;
  @ApiProperty({ maxLength: 200 }) @PlainText({ min: 1, max: 200, oneLine: true }) title: string;
  @ApiProperty({ example: 'Europe/Paris' }) @Validate(IsKnownZone) timeZone: string;
  @ApiProperty({ enum: ['fr', 'en'] }) @IsIn(['fr', 'en'], { message: 'Choose "fr" or "en".' }) locale: 'fr' | 'en';
  @ApiProperty({ example: '2026-05-02' }) @CalendarDay() startsOn: string;
  @ApiProperty({ example: '2026-05-03' }) @CalendarDay() endsOn: string;
  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeNull()
  @WebAddress()
  url?: string | null;
  @ApiPropertyOptional({ type: ConferenceSettingsRequest })
  @MayBeLeftOut()
  @IsObject({ message: 'Give an object.' })
  @ValidateNested()
  @Type(() => ConferenceSettingsRequest)
  settings?: ConferenceSettingsRequest;
}

export class ConferenceChangeRequest extends PartialType(ConferenceRequest, { skipNullProperties: false }) {}

export class ThreadRequest {
  @ApiProperty({ maxLength: 80 }) @Matches(SLUG, slugRule) slug: string;
  @ApiProperty({ maxLength: 300 }) @PlainText({ min: 1, max: 300, oneLine: true, keepsHandles: true }) title: string;
}

export class TalkSpeakerRequest {
  @ApiProperty() @PlainText({ min: 1, max: 200, oneLine: true, keepsHandles: true }) name: string;
  @ApiPropertyOptional() @MayBeLeftOut() @PlainText({ min: 0, max: 10_000, keepsHandles: true }) bio?: string;
}

export class TalkRequest {
  @ApiPropertyOptional({ maxLength: 200 })
  @MayBeLeftOut()
  @PlainText({ min: 1, max: 200, oneLine: true })
  guid?: string;
  @ApiProperty({ maxLength: 80 }) @Matches(SLUG, slugRule) slug: string;
  @ApiProperty({ maxLength: 300 }) @PlainText({ min: 1, max: 300, oneLine: true, keepsHandles: true }) title: string;
  @ApiPropertyOptional()
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 300, oneLine: true, keepsHandles: true })
  subtitle?: string;
  @ApiPropertyOptional({ description: 'Markdown.' })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 50_000, keepsHandles: true })
  abstract?: string;
  @ApiPropertyOptional() @MayBeLeftOut() @PlainText({ min: 0, max: 40, oneLine: true }) language?: string;
  @ApiPropertyOptional()
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 200, oneLine: true, keepsHandles: true })
  track?: string;
  @ApiPropertyOptional()
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 200, oneLine: true, keepsHandles: true })
  room?: string;
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true }) @MayBeNull() @Instant() startsAt?:
    | string
    | null;
  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsInt({ message: 'Give whole minutes.' })
  @Min(0, { message: 'Give whole minutes.' })
  @Max(10_000, { message: 'Give at most 10000 minutes.' })
  durationMinutes?: number;
  @ApiPropertyOptional({ enum: ['confirmed', 'cancelled'] })
  @MayBeLeftOut()
  @IsIn(['confirmed', 'cancelled'], { message: 'Choose "confirmed" or "cancelled".' })
  status?: 'confirmed' | 'cancelled';
  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeNull()
  @WebAddress()
  url?: string | null;
  @ApiPropertyOptional({ type: [TalkSpeakerRequest] })
  @MayBeLeftOut()
  @IsArray({ message: 'Give a list of speakers.' })
  @ArrayMaxSize(50, { message: 'Give at most 50 speakers.' })
  @IsObject({ each: true, message: 'Give a list of speakers.' })
  @ValidateNested({ each: true })
  @Type(() => TalkSpeakerRequest)
  speakers?: TalkSpeakerRequest[];
  @AreLinks() links?: TalkLinkRequest[];
  @AreLinks() attachments?: TalkLinkRequest[];
  @ApiPropertyOptional({ maxLength: 200, description: 'Of its recording.' })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 200, oneLine: true })
  licence?: string;
  @ApiPropertyOptional() @MayBeLeftOut() @IsBoolean({ message: 'Give true or false.' }) doNotRecord?: boolean;
}

export class TalkChangeRequest extends PartialType(TalkRequest, { skipNullProperties: false }) {}

import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CalendarDay } from '../platform/http/calendar-day.ts';
import { MayBeLeftOut } from '../platform/http/left-out.ts';
import { BUDGET_AT_MOST, DIGEST_RHYTHMS, type DigestRhythm } from './email-kinds.policy.ts';

export class DigestRequest {
  @ApiPropertyOptional({
    description: 'How often; `usual` is daily around a conference and on Mondays before and after.',
    enum: DIGEST_RHYTHMS,
  })
  @MayBeLeftOut()
  @IsIn(DIGEST_RHYTHMS, { message: 'Choose "usual", "daily", "weekly" or "off".' })
  rhythm?: DigestRhythm;

  @ApiPropertyOptional({ description: 'The hour at which it comes, 0 to 23.', minimum: 0, maximum: 23 })
  @MayBeLeftOut()
  @IsInt({ message: 'Give an hour from 0 to 23.' })
  @Min(0, { message: 'Give an hour from 0 to 23.' })
  @Max(23, { message: 'Give an hour from 0 to 23.' })
  hour?: number;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'An IANA time zone; null for that of the conference.',
    maxLength: 60,
  })
  @MayBeLeftOut()
  @ValidateIf(({ timeZone }: DigestRequest) => timeZone !== null)
  @IsString({ message: 'Choose a time zone such as Europe/Paris.' })
  @MaxLength(60, { message: 'Choose a time zone such as Europe/Paris.' })
  timeZone?: string | null;
}

export class EmailKindsRequest {
  @ApiPropertyOptional({ type: Boolean, description: 'An answer to a question of one’s own, at once.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  answered?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'Replies to one’s comments, in the digest.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  replies?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'A question was merged, declined or expired, in the digest.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  outcomes?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'News of threads one follows, in the digest.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  followed?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'Questions that wait for the speaker, at most one e-mail a day.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  waiting?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'What waits for moderators, in the digest.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  queue?: boolean;
}

export class EmailSettingsRequest {
  @ApiPropertyOptional({
    description: 'E-mails a day at most, 0 to 20; codes and decisions are not counted.',
    minimum: 0,
    maximum: BUDGET_AT_MOST,
  })
  @MayBeLeftOut()
  @IsInt({ message: 'Give a whole number from 0 to 20.' })
  @Min(0, { message: 'Give a whole number from 0 to 20.' })
  @Max(BUDGET_AT_MOST, { message: 'Give a whole number from 0 to 20.' })
  budget?: number;

  @ApiPropertyOptional({ type: DigestRequest, description: 'When the digest comes.' })
  @MayBeLeftOut()
  @IsObject({ message: 'Give rhythm, hour or timeZone.' })
  @ValidateNested()
  @Type(() => DigestRequest)
  digest?: DigestRequest;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The day on which e-mails and live updates begin again, at most a year ahead; null ends a pause.',
  })
  @MayBeLeftOut()
  @ValidateIf(({ pausedUntil }: EmailSettingsRequest) => pausedUntil !== null)
  @CalendarDay()
  pausedUntil?: string | null;

  @ApiPropertyOptional({ type: Boolean, description: 'Whether e-mails quote what others wrote.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  words?: boolean;

  @ApiPropertyOptional({ type: EmailKindsRequest, description: 'Which kinds of e-mails come.' })
  @MayBeLeftOut()
  @IsObject({ message: 'Give the kinds by their names.' })
  @ValidateNested()
  @Type(() => EmailKindsRequest)
  kinds?: EmailKindsRequest;
}

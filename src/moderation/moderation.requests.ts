import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { Instant } from '../platform/http/instant.ts';
import { PlainText } from '../platform/http/plain-text.ts';
import { MayBeLeftOut, MayBeNull } from '../platform/http/left-out.ts';

export const REASON_LENGTH = { min: 2, max: 1000 };

export class WithholdRequest {
  @ApiProperty({ type: String, description: 'The key of one of the rules of the conference.' })
  @IsString({ message: 'Name the rule by its key.' })
  @MaxLength(40, { message: 'Name the rule by its key.' })
  rule: string;

  @ApiProperty({
    description: 'Why, in 2 to 1000 characters; its author reads it, and everybody in the ledger.',
    minLength: 2,
    maxLength: 1000,
  })
  @PlainText(REASON_LENGTH)
  reason: string;
}

export class ReasonRequest {
  @ApiProperty({ description: 'Why, in 2 to 1000 characters.', minLength: 2, maxLength: 1000 })
  @PlainText(REASON_LENGTH)
  reason: string;
}

export class ReleaseRequest {
  @ApiProperty({ type: Number, minimum: 1, description: 'The revision that was read.' })
  @IsInt({ message: 'Give the revision you read.' })
  @Min(1, { message: 'Give the revision you read.' })
  revision: number;

  @ApiPropertyOptional({ description: 'Why, in at most 1000 characters.', maxLength: 1000 })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: REASON_LENGTH.max })
  reason?: string;
}

export class RecapReleaseRequest {
  @ApiProperty({ type: Number, minimum: 1, description: 'The version that was read.' })
  @IsInt({ message: 'Give the version you read.' })
  @Min(1, { message: 'Give the version you read.' })
  version: number;

  @ApiPropertyOptional({ description: 'Why, in at most 1000 characters.', maxLength: 1000 })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: REASON_LENGTH.max })
  reason?: string;
}

export class SanctionRequest extends WithholdRequest {
  @ApiProperty({ description: '`mute`: may not write; `suspend`: may not take part.', enum: ['mute', 'suspend'] })
  @IsIn(['mute', 'suspend'], { message: 'Choose "mute" or "suspend".' })
  kind: 'mute' | 'suspend';

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it ends by itself; a suspension without it is for good.',
  })
  @MayBeNull()
  @Instant()
  until?: string | null;
}

export class EndRequest {
  @ApiPropertyOptional({ description: 'Why, in at most 1000 characters.', maxLength: 1000 })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: REASON_LENGTH.max })
  reason?: string;
}

export class ReportRequest {
  @ApiProperty({ type: String, description: 'The key of one of the rules of the conference.' })
  @IsString({ message: 'Name the rule by its key.' })
  @MaxLength(40, { message: 'Name the rule by its key.' })
  rule: string;

  @ApiProperty({
    description: 'What is wrong with it, in 2 to 1000 characters; moderators read it.',
    minLength: 2,
    maxLength: 1000,
  })
  @PlainText(REASON_LENGTH)
  reason: string;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'That you believe in good faith what you say; needed from guests.',
  })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  goodFaith?: boolean;

  @ApiPropertyOptional({ type: String, maxLength: 254, description: 'Guests only; never shown.' })
  @MayBeLeftOut()
  @IsString({ message: 'Give an e-mail address.' })
  @MaxLength(254, { message: 'Give an e-mail address of at most 254 characters.' })
  email?: string;
}

export class AppealOutcomeRequest {
  @ApiProperty({ description: 'Whether the decision stays.', enum: ['upheld', 'reversed'] })
  @IsIn(['upheld', 'reversed'], { message: 'Choose "upheld" or "reversed".' })
  outcome: 'upheld' | 'reversed';

  @ApiProperty({ description: 'Why, in 2 to 1000 characters; who appealed reads it.', minLength: 2, maxLength: 1000 })
  @PlainText(REASON_LENGTH)
  reason: string;
}

export class SlowModeRequest {
  @ApiProperty({ description: 'Seconds between two contributions of one account.', enum: [30, 60, 300, 900, 3600] })
  @IsIn([30, 60, 300, 900, 3600], { message: 'Choose 30, 60, 300, 900 or 3600 seconds.' })
  interval: number;

  @ApiProperty({ description: 'Why, in 2 to 1000 characters; it is published.', minLength: 2, maxLength: 1000 })
  @PlainText(REASON_LENGTH)
  reason: string;

  @ApiPropertyOptional({
    description: 'When it ends by itself; null until it is turned off.',
    type: String,
    format: 'date-time',
    nullable: true,
  })
  @MayBeNull()
  @Instant()
  until?: string | null;
}

export class PhasesRequest {
  @ApiPropertyOptional({ description: 'From when questions may be asked.', type: String, format: 'date-time' })
  @MayBeLeftOut()
  @Instant()
  opensAt?: string;

  @ApiPropertyOptional({ description: 'From when nothing more is written.', type: String, format: 'date-time' })
  @MayBeLeftOut()
  @Instant()
  readonlyAt?: string;

  @ApiPropertyOptional({ description: 'From when it is archived.', type: String, format: 'date-time' })
  @MayBeLeftOut()
  @Instant()
  archivedAt?: string;
}

export class ThreadChangeRequest {
  @ApiPropertyOptional({ description: 'Locks or unlocks it.', enum: ['open', 'locked'] })
  @MayBeLeftOut()
  @IsIn(['open', 'locked'], { message: 'Choose "locked", or "open" to unlock.' })
  state?: 'open' | 'locked';

  @ApiPropertyOptional({ minLength: 2, maxLength: 1000, description: 'Needed to lock or unlock.' })
  @MayBeLeftOut()
  @PlainText(REASON_LENGTH)
  reason?: string;

  @ApiPropertyOptional({ enum: ['none', 'first', 'all'], nullable: true, description: 'null: as the conference.' })
  @MayBeNull()
  @IsIn(['none', 'first', 'all'], { message: 'Choose "none", "first" or "all", or null for the conference\'s own.' })
  screening?: 'none' | 'first' | 'all' | null;

  @ApiPropertyOptional({ description: 'null: as the conference.', type: SlowModeRequest, nullable: true })
  @MayBeNull()
  @IsObject({ message: 'Give {interval, reason, until} or null.' })
  @ValidateNested()
  @Type(() => SlowModeRequest)
  slowMode?: SlowModeRequest | null;

  @ApiPropertyOptional({
    description: 'Times of its own in place of those that follow from the talk.',
    type: PhasesRequest,
  })
  @MayBeLeftOut()
  @IsObject({ message: 'Give {opensAt, readonlyAt, archivedAt}.' })
  @ValidateNested()
  @Type(() => PhasesRequest)
  phases?: PhasesRequest;

  @ApiPropertyOptional({ description: 'Its title, 1 to 300 characters.', minLength: 1, maxLength: 300 })
  @MayBeLeftOut()
  @PlainText({ min: 1, max: 300, oneLine: true })
  title?: string;
}

export class QueueQuery extends ListingQuery {
  @ApiPropertyOptional({
    enum: ['held', 'reported', 'appeals'],
    default: 'held',
    description: 'What waits: comments and recaps before anybody saw them, reported ones, or appeals.',
  })
  @MayBeLeftOut()
  @IsIn(['held', 'reported', 'appeals'], { message: 'Choose "held", "reported" or "appeals".' })
  kind: 'held' | 'reported' | 'appeals' = 'held';
}

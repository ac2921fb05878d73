import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Max,
  MaxLength,
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
import { BrandSetting } from './brand.requests.ts';
import { RuleSetting } from './rules.requests.ts';
import { GUEST_RIGHTS, type GuestRights } from './guests.policy.ts';
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
  @ApiProperty({ description: 'Seconds between two contributions of one account.', enum: [30, 60, 300, 900, 3600] })
  @IsIn([30, 60, 300, 900, 3600], { message: 'Choose 30, 60, 300, 900 or 3600 seconds.' })
  interval: number;
  @ApiProperty({ description: 'Why, in 2 to 1000 characters; it is published.', minLength: 2, maxLength: 1000 })
  @PlainText({ min: 2, max: 1000 })
  reason: string;
  @ApiPropertyOptional({
    description: 'When it ends by itself; null until it is turned off.',
    type: String,
    nullable: true,
  })
  @MayBeNull()
  @Instant()
  until: string | null = null;
}

export class WordListsSetting {
  @ApiPropertyOptional({ description: 'Words of 2 to 60 characters in French, at most 500.', type: [String] })
  @MayBeLeftOut()
  @IsArray({ message: 'Give a list of words.' })
  @ArrayMaxSize(500, { message: 'Give at most 500 words.' })
  @PlainText({ min: 2, max: 60, oneLine: true }, { each: true })
  fr?: string[];
  @ApiPropertyOptional({ description: 'Words of 2 to 60 characters in English, at most 500.', type: [String] })
  @MayBeLeftOut()
  @IsArray({ message: 'Give a list of words.' })
  @ArrayMaxSize(500, { message: 'Give at most 500 words.' })
  @PlainText({ min: 2, max: 60, oneLine: true }, { each: true })
  en?: string[];
}

export class ContactSetting {
  @ApiProperty({ description: 'How to reach the host, at most 1000 characters.' })
  @PlainText({ min: 0, max: 1000 })
  text: string;
  @ApiPropertyOptional({ description: 'A page for it; null without one.', type: String, nullable: true })
  @MayBeNull()
  @WebAddress()
  url: string | null = null;
  @ApiPropertyOptional({
    description: 'A public address for it, shown as it is: the only one that ever is. Null without one.',
    type: String,
    nullable: true,
  })
  @MayBeNull()
  @MaxLength(254, { message: 'Give an e-mail address such as name@mail.example.' })
  @Matches(/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/, {
    message: 'Give an e-mail address such as name@mail.example.',
  })
  email: string | null = null;
}

export class ConferenceSettingsRequest {
  @ApiPropertyOptional({
    description: 'Whose comments wait for a moderator: nobody’s, a stranger’s first, or all.',
    enum: ['none', 'first', 'all'],
  })
  @MayBeLeftOut()
  @IsIn(['none', 'first', 'all'], { message: 'Choose "none", "first" or "all".' })
  screening?: 'none' | 'first' | 'all';
  @ApiPropertyOptional({
    description: 'For every thread that has none of its own; null is off.',
    type: SlowModeSetting,
    nullable: true,
  })
  @MayBeNull()
  @IsObject({ message: 'Give {interval, reason, until} or null.' })
  @ValidateNested()
  @Type(() => SlowModeSetting)
  slowMode?: SlowModeSetting | null;
  @ApiPropertyOptional({ description: 'Hours before a talk from which questions may be asked, at most 100000.' })
  @MayBeLeftOut()
  @IsInt(days)
  @Min(0, days)
  @Max(100_000, days)
  opensHoursBefore?: number;
  @ApiPropertyOptional({ description: 'Days after the conference until nothing more is written, at most 1000000.' })
  @MayBeLeftOut()
  @IsInt(days)
  @Min(0, days)
  @Max(1_000_000, days)
  readonlyAfterDays?: number;
  @ApiPropertyOptional({ description: 'Days after the conference until it is archived, at most 1000000.' })
  @MayBeLeftOut()
  @IsInt(days)
  @Min(0, days)
  @Max(1_000_000, days)
  archiveAfterDays?: number;
  @ApiPropertyOptional({ enum: ['index', 'noindex'], description: 'Whether search engines may list its pages.' })
  @MayBeLeftOut()
  @IsIn(['index', 'noindex'], { message: 'Choose "index" or "noindex".' })
  robots?: 'index' | 'noindex';
  @ApiPropertyOptional({ enum: GUEST_RIGHTS, description: 'What people without an address may do.' })
  @MayBeLeftOut()
  @IsIn(GUEST_RIGHTS, { message: 'Choose "nothing", "vote", "ask-live" or "everything-held".' })
  guests?: GuestRights;
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
  @ApiPropertyOptional({ description: 'How people and authorities reach the host.', type: ContactSetting })
  @MayBeLeftOut()
  @IsObject({ message: 'Give {text, url}.' })
  @ValidateNested()
  @Type(() => ContactSetting)
  contact?: ContactSetting;
  @ApiPropertyOptional({ description: 'Its looks. What is left out stays; images have routes.', type: BrandSetting })
  @MayBeLeftOut()
  @IsObject({ message: 'Give {accent, stageTheme, font}.' })
  @ValidateNested()
  @Type(() => BrandSetting)
  brand?: BrandSetting;
  @ApiPropertyOptional({
    description: 'The rules that decisions cite, 1 to 50; a change is a new version.',
    type: [RuleSetting],
  })
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
  @ApiProperty({ description: 'Its name in addresses: small letters, digits and hyphens, at most 80.', maxLength: 80 })
  @Matches(SLUG, slugRule)
  slug: string;
  @ApiProperty({ description: 'Its title, 1 to 200 characters.', maxLength: 200 })
  @PlainText({ min: 1, max: 200, oneLine: true })
  title: string;
  @ApiProperty({ description: 'An IANA time zone, in which its days are days.', example: 'Europe/Paris' })
  @Validate(IsKnownZone)
  timeZone: string;
  @ApiProperty({
    description: 'The language of its pages for readers who asked for neither of ours.',
    enum: ['fr', 'en'],
  })
  @IsIn(['fr', 'en'], { message: 'Choose "fr" or "en".' })
  locale: 'fr' | 'en';
  @ApiProperty({ description: 'Its first day, as YYYY-MM-DD.', example: '2026-05-02' }) @CalendarDay() startsOn: string;
  @ApiProperty({ description: 'Its last day, as YYYY-MM-DD.', example: '2026-05-03' }) @CalendarDay() endsOn: string;
  @ApiPropertyOptional({ description: 'Its own site; null without one.', type: String, nullable: true })
  @MayBeNull()
  @WebAddress()
  url?: string | null;
  @ApiPropertyOptional({
    description: 'What is left out stays as it is, or has its default.',
    type: ConferenceSettingsRequest,
  })
  @MayBeLeftOut()
  @IsObject({ message: 'Give an object.' })
  @ValidateNested()
  @Type(() => ConferenceSettingsRequest)
  settings?: ConferenceSettingsRequest;
}

export class ConferenceChangeRequest extends PartialType(ConferenceRequest, { skipNullProperties: false }) {}

export class ThreadRequest {
  @ApiProperty({ description: 'Its name in addresses: small letters, digits and hyphens, at most 80.', maxLength: 80 })
  @Matches(SLUG, slugRule)
  slug: string;
  @ApiProperty({ description: 'Its title, 1 to 300 characters.', maxLength: 300 })
  @PlainText({ min: 1, max: 300, oneLine: true, keepsHandles: true })
  title: string;
}

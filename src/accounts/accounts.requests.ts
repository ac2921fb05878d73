import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PlainText } from '../platform/http/plain-text.ts';
import { MayBeLeftOut } from '../platform/http/left-out.ts';
import { EmailSettingsRequest } from './email-settings.requests.ts';

/** Length of a person's name, in visible characters; one letter is a name. */
export const NAME_LENGTH = { min: 1, max: 60, countsAsSeen: true };
/** Most code points of a biography. */
export const BIOGRAPHY_AT_MOST = 600;
const nameRule = { message: 'Give a name of 1 to 60 characters.' };

export class PersonaRequest {
  @ApiProperty({
    description: 'The name shown with what one says, 1 to 60 visible characters.',
    minLength: 1,
    maxLength: 60,
  })
  @PlainText({ ...NAME_LENGTH, oneLine: true, missing: 'Enter your name.' })
  name: string;

  @ApiPropertyOptional({ description: 'A line below the name, at most 120 characters.', maxLength: 120 })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 120, oneLine: true })
  tagline?: string;

  @ApiPropertyOptional({
    description: 'About the author, in Markdown as in comments; empty for none. E-mail addresses are masked.',
    maxLength: 600,
  })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: BIOGRAPHY_AT_MOST })
  biography?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'Whether its page in the conference lists its comments.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  showsComments?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'Whether search engines may find its page.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  isIndexed?: boolean;
}

export class PersonaChangeRequest {
  @ApiPropertyOptional({
    description: 'The name shown with what one says from now on, 1 to 60 visible characters.',
    minLength: 1,
    maxLength: 60,
  })
  @MayBeLeftOut()
  @PlainText({ ...NAME_LENGTH, oneLine: true })
  name?: string;

  @ApiPropertyOptional({ description: 'A line below the name, at most 120 characters.', maxLength: 120 })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 120, oneLine: true })
  tagline?: string;

  @ApiPropertyOptional({
    description: 'About the author, in Markdown as in comments; empty for none. E-mail addresses are masked.',
    maxLength: 600,
  })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: BIOGRAPHY_AT_MOST })
  biography?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'Whether its page in the conference lists its comments.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  showsComments?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'Whether search engines may find its page.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  isIndexed?: boolean;
}

export class AccountSettingsRequest {
  @ApiPropertyOptional({ type: Boolean, default: true, description: 'A letter when a question of mine is answered.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Choose true or false.' })
  answersByMail?: boolean;
}

export class MeRequest {
  @ApiPropertyOptional({ description: 'The language of e-mails.', enum: ['fr', 'en'] })
  @MayBeLeftOut()
  @IsIn(['fr', 'en'], { message: 'Choose "fr" or "en".' })
  locale?: 'fr' | 'en';

  @ApiPropertyOptional({ type: AccountSettingsRequest, description: 'What is left out stays as it is.' })
  @MayBeLeftOut()
  @IsObject({ message: 'Give the settings by their names.' })
  @ValidateNested()
  @Type(() => AccountSettingsRequest)
  settings?: AccountSettingsRequest;

  @ApiPropertyOptional({ type: EmailSettingsRequest, description: 'Which e-mails come. What is left out stays.' })
  @MayBeLeftOut()
  @IsObject({ message: 'Give the settings by their names.' })
  @ValidateNested()
  @Type(() => EmailSettingsRequest)
  email?: EmailSettingsRequest;
}

export class ClaimRequest {
  @ApiPropertyOptional({
    type: String,
    description: 'Of an invitation. Without it, `personaId` shows what one may do already where no persona shows it.',
  })
  @ValidateIf(({ token, personaId }: ClaimRequest) => token !== undefined || personaId === undefined)
  @IsString(nameRule)
  @Length(20, 200, { message: 'Paste the whole part of the link behind the #.' })
  token?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The persona that shows the right; needed by those who have several.',
  })
  @MayBeLeftOut()
  @IsUUID('all', { message: 'Choose one of your profiles.' })
  personaId?: string;
}

export class InvitedPersonRequest {
  @ApiProperty({ description: 'Where the invitation is mailed to.' })
  @IsString({ message: 'Give an e-mail address.' })
  @MaxLength(254, { message: 'Give an e-mail address.' })
  email: string;

  @ApiProperty({ description: 'The right that it gives.', enum: ['speaker', 'moderator', 'organizer'] })
  @IsIn(['speaker', 'moderator', 'organizer'], { message: 'Choose "speaker", "moderator" or "organizer".' })
  role: 'speaker' | 'moderator' | 'organizer';

  @ApiPropertyOptional({
    type: [String],
    description: 'The talks, for speakers; for moderators of some talks alone. At most 50.',
  })
  @MayBeLeftOut()
  @IsArray({ message: 'Give the ids of talks.' })
  @ArrayMaxSize(50, { message: 'Give at most 50 talks.' })
  @IsUUID('all', { each: true, message: 'Give the ids of talks.' })
  talkIds?: string[];

  @ApiPropertyOptional({ maxLength: 120, description: 'Who it is for; only organizers see it.' })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 120, oneLine: true })
  name?: string;
}

export class InvitationBatchRequest {
  @ApiProperty({ type: [InvitedPersonRequest], description: 'The people to invite, 1 to 200.' })
  @IsArray({ message: 'Give a list of people.' })
  @ArrayMinSize(1, { message: 'Give at least one person.' })
  @ArrayMaxSize(200, { message: 'Give at most 200 people.' })
  @IsObject({ each: true, message: 'Give a list of people.' })
  @ValidateNested({ each: true })
  @Type(() => InvitedPersonRequest)
  people: InvitedPersonRequest[];
}

export class InvitationRequest {
  @ApiProperty({ description: 'The right that the link gives.', enum: ['speaker', 'moderator', 'organizer'] })
  @IsIn(['speaker', 'moderator', 'organizer'], { message: 'Choose "speaker", "moderator" or "organizer".' })
  role: 'speaker' | 'moderator' | 'organizer';

  @ApiPropertyOptional({ description: 'The talk, for speakers; for moderators of one talk alone.', format: 'uuid' })
  @MayBeLeftOut()
  @IsUUID('all', { message: 'Give the id of a talk.' })
  talkId?: string;

  @ApiPropertyOptional({
    maxLength: 120,
    description: 'Whom the link is for; only organizers see it, beside the grant.',
  })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 120, oneLine: true })
  name?: string;

  @ApiPropertyOptional({ type: String, description: 'Where the link is mailed to.' })
  @MayBeLeftOut()
  @IsString({ message: 'Give an e-mail address.' })
  @MaxLength(254, { message: 'Give an e-mail address.' })
  email?: string;
}

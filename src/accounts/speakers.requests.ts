import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** Kinds of e-mails to speakers. */
export const SPEAKER_EMAILS = ['invitation', 'reminder', 'test'] as const;

export class SpeakerAddressRequest {
  @ApiProperty({ format: 'uuid', description: 'The speaker.' })
  @IsUUID('all', { message: 'Give the id of a speaker of this conference.' })
  speakerId: string;

  @ApiProperty({ description: 'Where the invitation is mailed to.' })
  @IsString({ message: 'Give an e-mail address.' })
  @MaxLength(254, { message: 'Give an e-mail address.' })
  email: string;
}

export class SpeakerAddressesRequest {
  @ApiProperty({ type: [SpeakerAddressRequest], description: 'The speakers and their addresses, 1 to 500.' })
  @IsArray({ message: 'Give a list of people.' })
  @ArrayMinSize(1, { message: 'Give at least one person.' })
  @ArrayMaxSize(500, { message: 'Give at most 500 people.' })
  @IsObject({ each: true, message: 'Give a list of people.' })
  @ValidateNested({ each: true })
  @Type(() => SpeakerAddressRequest)
  people: SpeakerAddressRequest[];
}

export class SpeakerInvitationsRequest {
  @ApiProperty({
    description:
      'An invitation to those whose address is known, a reminder to those who were mailed more than a day ago, or a ' +
      'test to oneself.',
    enum: SPEAKER_EMAILS,
  })
  @IsIn(SPEAKER_EMAILS, { message: 'Choose "invitation", "reminder" or "test".' })
  kind: (typeof SPEAKER_EMAILS)[number];
}

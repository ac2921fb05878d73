import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../platform/http/left-out.ts';

export class CodeRequest {
  @ApiProperty({
    description: 'Where the code is mailed to, at most 254 characters; never shown.',
    type: String,
    maxLength: 254,
  })
  @IsString({ message: 'Give an e-mail address.' })
  @MaxLength(254, { message: 'Give an e-mail address of at most 254 characters.' })
  email: string;
}

/** Either `email` and `code`, or the `token` of a link. */
export class SessionRequest {
  @ApiPropertyOptional({
    description: 'Where the code was mailed to, at most 254 characters.',
    type: String,
    maxLength: 254,
  })
  @MayBeLeftOut()
  @IsString({ message: 'Give the e-mail address the code was sent to.' })
  @MaxLength(254, { message: 'Give the e-mail address the code was sent to.' })
  email?: string;

  @ApiPropertyOptional({
    description: 'The code of the mail, as it was typed or pasted, at most 2000 characters.',
    type: String,
    example: 'K7QM-2XRP',
  })
  @MayBeLeftOut()
  @IsString({ message: 'Type the code from the mail.' })
  @MaxLength(2_000, { message: 'Type the code from the mail.' })
  code?: string;

  @ApiPropertyOptional({ description: 'The part of the link behind the #, at most 200 characters.', type: String })
  @MayBeLeftOut()
  @IsString({ message: 'Open the link from the mail.' })
  @MaxLength(200, { message: 'Open the link from the mail.' })
  token?: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../platform/http/left-out.ts';

export class CodeRequest {
  @ApiProperty({ type: String, maxLength: 254 })
  @IsString({ message: 'Give an e-mail address.' })
  @MaxLength(254, { message: 'Give an e-mail address of at most 254 characters.' })
  email: string;
}

/** Either `email` and `code`, or the `token` of a link. */
export class SessionRequest {
  @ApiPropertyOptional({ type: String, maxLength: 254 })
  @MayBeLeftOut()
  @IsString({ message: 'Give the e-mail address the code was sent to.' })
  @MaxLength(254, { message: 'Give the e-mail address the code was sent to.' })
  email?: string;

  @ApiPropertyOptional({ type: String, example: 'K7QM-2XRP' })
  @MayBeLeftOut()
  @IsString({ message: 'Type the code from the mail.' })
  @MaxLength(2_000, { message: 'Type the code from the mail.' })
  code?: string;

  @ApiPropertyOptional({ type: String })
  @MayBeLeftOut()
  @IsString({ message: 'Open the link from the mail.' })
  @MaxLength(200, { message: 'Open the link from the mail.' })
  token?: string;
}

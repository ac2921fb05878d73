import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import { NAME_LENGTH } from '../accounts/accounts.requests.ts';
import { PlainText } from '../platform/http/plain-text.ts';
import { AnId, MayBeLeftOut, MayBeNull } from '../platform/http/left-out.ts';

export const COMMENT_LENGTH = { min: 2, max: 5000 };

export class CommentRequest {
  @ApiProperty({ minLength: 2, maxLength: 5000, description: 'Markdown: emphasis, code, quotes, lists, links.' })
  @PlainText(COMMENT_LENGTH)
  body: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The comment this one answers.' })
  @MayBeNull()
  @AnId()
  @IsUUID('all', { message: 'Give the id of a comment of this thread.' })
  parentId?: string | null;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The face to speak with; may be left out by those who have one.',
  })
  @MayBeNull()
  @AnId()
  @IsUUID('all', { message: 'Give the id of one of your personas.' })
  personaId?: string | null;

  @ApiPropertyOptional({
    minLength: 1,
    maxLength: 60,
    description:
      'Needed without a session. With one, the name of the first persona here, which is made with the comment; left ' +
      'aside by those who have one.',
  })
  @MayBeLeftOut()
  @PlainText({ ...NAME_LENGTH, oneLine: true })
  name?: string;

  @ApiPropertyOptional({ type: String, maxLength: 254, description: 'Guests only; never shown.' })
  @MayBeLeftOut()
  @IsString({ message: 'Give an e-mail address.' })
  @MaxLength(254, { message: 'Give an e-mail address of at most 254 characters.' })
  email?: string;
}

export class CommentCodesRequest {
  @ApiProperty({ type: String, maxLength: 254, description: 'The address the comment was written with.' })
  @IsString({ message: 'Give an e-mail address.' })
  @MaxLength(254, { message: 'Give an e-mail address of at most 254 characters.' })
  email: string;
}

export class CommentChangeRequest {
  @ApiProperty({ description: 'All of it anew, in Markdown, 2 to 5000 characters.', minLength: 2, maxLength: 5000 })
  @PlainText(COMMENT_LENGTH)
  body: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsIn, IsString, MaxLength } from 'class-validator';
import { API_TOKEN_SCOPES, type ApiTokenScope } from '../kernel/api-token-scope.ts';
import { Instant } from '../platform/http/instant.ts';
import { MayBeLeftOut } from '../platform/http/left-out.ts';
import { PlainText } from '../platform/http/plain-text.ts';

const scopesRule = {
  message: 'Choose at least one of "read", "comments:write", "questions:write", "moderate" and "organize", each once.',
};

export class ApiTokenRequest {
  @ApiProperty({ minLength: 1, maxLength: 60, description: 'What its owner calls the program.' })
  @PlainText({ min: 1, max: 60, oneLine: true })
  name: string;

  @ApiProperty({ enum: API_TOKEN_SCOPES, isArray: true, description: 'What the program may do.' })
  @ArrayNotEmpty(scopesRule)
  @ArrayUnique(scopesRule)
  @IsIn(API_TOKEN_SCOPES, { each: true, ...scopesRule })
  scopes: ApiTokenScope[];

  @ApiPropertyOptional({ type: String, description: 'The id or slug of the one conference it is good for.' })
  @MayBeLeftOut()
  @IsString({ message: 'Give the id or the slug of a conference.' })
  @MaxLength(100, { message: 'Give the id or the slug of a conference.' })
  conferenceId?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Within a year; without it, the token ends in 90 days.' })
  @MayBeLeftOut()
  @Instant()
  expiresAt?: string;
}

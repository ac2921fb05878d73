import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { NAME_LENGTH } from '../accounts/accounts.requests.ts';
import { COMMENT_LENGTH } from '../comments/comments.requests.ts';
import { QUESTION_LENGTH } from '../comments/question-text.ts';
import { AnId, MayBeLeftOut, MayBeNull } from '../platform/http/left-out.ts';
import { PlainText } from '../platform/http/plain-text.ts';
import type { RequestedStatus } from './question.policy.ts';

const REASON_LENGTH = { min: 2, max: 1000 };

export class QuestionRequest {
  @ApiProperty({ description: 'The question in Markdown, 2 to 500 characters.', minLength: 2, maxLength: 500 })
  @PlainText(QUESTION_LENGTH)
  body: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The face to ask with; may be left out by those who have one.' })
  @MayBeNull()
  @AnId()
  @IsUUID('all', { message: 'Give the id of one of your personas.' })
  personaId?: string | null;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Shows no persona; who asked is forgotten 30 days after the conference.',
  })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Say true or false.' })
  anonymous?: boolean;

  @ApiPropertyOptional({
    minLength: 1,
    maxLength: 60,
    description:
      'Needed without a session, unless anonymous. With one, the name of the first persona here, which is made with ' +
      'the question; left aside by those who have one.',
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

export class KindRequest {
  @ApiProperty({ description: 'What it is from now on.', enum: ['comment', 'question'] })
  @IsIn(['comment', 'question'], { message: 'Choose "comment" or "question".' })
  kind: 'comment' | 'question';
}

export class StatusRequest {
  @ApiProperty({
    description: 'What becomes of the question.',
    enum: ['taken', 'open', 'answered', 'declined', 'merged'],
  })
  @IsIn(['taken', 'open', 'answered', 'declined', 'merged'], {
    message: 'Choose "taken", "open", "answered", "declined" or "merged".',
  })
  status: RequestedStatus;

  @ApiPropertyOptional({ minLength: 2, maxLength: 1000, description: 'Needed to decline; it is published.' })
  @MayBeLeftOut()
  @PlainText(REASON_LENGTH)
  reason?: string;

  @ApiPropertyOptional({
    minLength: 2,
    maxLength: 1000,
    description: 'What was answered aloud, in a line; it is published.',
  })
  @MayBeLeftOut()
  @PlainText(REASON_LENGTH)
  note?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Needed to merge: the question that stands for this one from now on.',
  })
  @MayBeLeftOut()
  @AnId()
  @IsUUID('all', { message: 'Give the id of another question of this thread.' })
  mergedInto?: string;
}

export class AnswerRequest {
  @ApiProperty({ description: 'The answer in Markdown, 2 to 5000 characters.', minLength: 2, maxLength: 5000 })
  @PlainText(COMMENT_LENGTH)
  body: string;

  @ApiPropertyOptional({
    description: 'The persona to answer with; may be left out by those who have one.',
    format: 'uuid',
  })
  @MayBeNull()
  @AnId()
  @IsUUID('all', { message: 'Give the id of one of your personas.' })
  personaId?: string | null;
}

export class SimilarQuery {
  @ApiProperty({ minLength: 2, maxLength: 500, description: 'What is being typed.' })
  @PlainText(QUESTION_LENGTH)
  q: string;
}

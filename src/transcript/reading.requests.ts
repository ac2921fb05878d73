import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { CalendarDay } from '../platform/http/calendar-day.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { PlainText } from '../platform/http/plain-text.ts';
import { MayBeLeftOut } from '../platform/http/left-out.ts';

const word = { message: 'Give at most 200 characters.' };

export class TalksQuery extends ListingQuery {
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Talks that begin on this day, as YYYY-MM-DD in the time zone of the conference.',
  })
  @MayBeLeftOut()
  @CalendarDay()
  day?: string;

  @ApiPropertyOptional({ type: String, description: 'Talks in the room of this name, at most 200 characters.' })
  @MayBeLeftOut()
  @IsString(word)
  @MaxLength(200, word)
  room?: string;

  @ApiPropertyOptional({ type: String, description: 'Talks of the track of this name, at most 200 characters.' })
  @MayBeLeftOut()
  @IsString(word)
  @MaxLength(200, word)
  track?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'Talks of a speaker: an id, or part of a name, at most 200 characters.',
  })
  @MayBeLeftOut()
  @IsString(word)
  @MaxLength(200, word)
  speaker?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'Talks whose title, subtitle, abstract or speakers have these words, at most 200 characters.',
  })
  @MayBeLeftOut()
  @IsString(word)
  @MaxLength(200, word)
  q?: string;
}

export class ThreadsQuery extends ListingQuery {
  @ApiPropertyOptional({
    enum: ['programme', 'active'],
    default: 'programme',
    description: 'By the time of the talk, or by the latest contribution.',
  })
  @MayBeLeftOut()
  @IsIn(['programme', 'active'], { message: 'Choose "programme" or "active".' })
  sort: 'programme' | 'active' = 'programme';
}

export class CommentsQuery extends ListingQuery {
  @ApiPropertyOptional({
    enum: ['oldest', 'newest', 'top'],
    default: 'oldest',
    description: 'By place, from the first or from the last, or by votes.',
  })
  @MayBeLeftOut()
  @IsIn(['oldest', 'newest', 'top'], { message: 'Choose "oldest", "newest" or "top".' })
  sort: 'oldest' | 'newest' | 'top' = 'oldest';

  @ApiPropertyOptional({ enum: ['comment', 'question', 'answer'], description: 'Those of one kind alone.' })
  @MayBeLeftOut()
  @IsIn(['comment', 'question', 'answer'], { message: 'Choose "comment", "question" or "answer".' })
  kind?: 'comment' | 'question' | 'answer';
}

export class ChangesQuery {
  @ApiPropertyOptional({
    type: Number,
    minimum: 0,
    default: 0,
    description: 'The number of the thread (`seq`) that is held; 0 for nothing, at most 2147483647.',
  })
  @Type(() => Number)
  @IsInt({ message: 'Give the number you are at.' })
  @Min(0, { message: 'Give the number you are at.' })
  @Max(2_147_483_647, { message: 'Give the number you are at.' })
  after: number = 0;

  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    maximum: 100,
    default: 100,
    description: 'How many comments an answer has at most, 1 to 100; more are there when it says `more`.',
  })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt({ message: 'Give a whole number from 1 to 100.' })
  @Min(1, { message: 'Give a whole number from 1 to 100.' })
  @Max(100, { message: 'Give a whole number from 1 to 100.' })
  limit: number = 100;
}

export const QUERY_LENGTH = { min: 2, max: 200 };

export class SearchQuery extends ListingQuery {
  @ApiProperty({ minLength: 2, maxLength: 200, description: 'Words; all of them are looked for, none is an operator.' })
  @PlainText({ ...QUERY_LENGTH, oneLine: true })
  q: string;
}

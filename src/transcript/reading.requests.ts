import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { ListingQuery } from '../platform/http/listing.requests.ts';

const word = { message: 'Give at most 200 characters.' };

export class TalksQuery extends ListingQuery {
  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsOptional() @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: 'Give a day such as 2026-05-02.' })
  day?: string;

  @ApiPropertyOptional({ type: String }) @IsOptional() @IsString(word) @MaxLength(200, word) room?: string;
  @ApiPropertyOptional({ type: String }) @IsOptional() @IsString(word) @MaxLength(200, word) track?: string;
  @ApiPropertyOptional({ type: String, description: 'An id, or part of a name.' }) @IsOptional() @IsString(word) @MaxLength(200, word) speaker?: string;
  @ApiPropertyOptional({ type: String }) @IsOptional() @IsString(word) @MaxLength(200, word) q?: string;
}

export class ThreadsQuery extends ListingQuery {
  @ApiPropertyOptional({ enum: ['programme', 'active'], default: 'programme' })
  @IsOptional() @IsIn(['programme', 'active'], { message: 'Choose "programme" or "active".' })
  sort: 'programme' | 'active' = 'programme';
}

export class CommentsQuery extends ListingQuery {
  @ApiPropertyOptional({ enum: ['oldest', 'newest', 'top'], default: 'oldest' })
  @IsOptional() @IsIn(['oldest', 'newest', 'top'], { message: 'Choose "oldest", "newest" or "top".' })
  sort: 'oldest' | 'newest' | 'top' = 'oldest';

  @ApiPropertyOptional({ enum: ['comment', 'question', 'answer'] })
  @IsOptional() @IsIn(['comment', 'question', 'answer'], { message: 'Choose "comment", "question" or "answer".' })
  kind?: 'comment' | 'question' | 'answer';
}

export class ChangesQuery {
  @ApiPropertyOptional({ type: Number, minimum: 0, default: 0 })
  @Type(() => Number) @IsInt({ message: 'Give the number you are at.' }) @Min(0, { message: 'Give the number you are at.' }) @Max(2_147_483_647, { message: 'Give the number you are at.' })
  after: number = 0;

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 100, default: 100 })
  @IsOptional() @Type(() => Number) @IsInt({ message: 'Give a whole number from 1 to 100.' }) @Min(1, { message: 'Give a whole number from 1 to 100.' }) @Max(100, { message: 'Give a whole number from 1 to 100.' })
  limit: number = 100;
}

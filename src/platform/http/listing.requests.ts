import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { MayBeLeftOut } from './left-out.ts';

/** The query parameters of every list. */
export class ListingQuery {
  @ApiPropertyOptional({
    minimum: 1,
    maximum: 100,
    default: 50,
    type: Number,
    description: 'How many items a page has at most, 1 to 100.',
  })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt({ message: 'Give a whole number from 1 to 100.' })
  @Min(1, { message: 'Give a whole number from 1 to 100.' })
  @Max(100, { message: 'Give a whole number from 1 to 100.' })
  limit: number = 50;

  @ApiPropertyOptional({
    type: String,
    description: 'The value of "next" from the previous page, unchanged; left out for the first.',
  })
  @MayBeLeftOut()
  @IsString({ message: 'Use the value of "next" from the previous page, unchanged.' })
  @MaxLength(500, { message: 'Use the value of "next" from the previous page, unchanged.' })
  cursor?: string;
}

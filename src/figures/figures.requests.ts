import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../platform/http/left-out.ts';

/** The window of a figure: the whole conference without either. */
export class FigureQuery {
  @ApiPropertyOptional({ type: String, description: 'The slug or the id of a talk: only what belongs to it.' })
  @MayBeLeftOut()
  @IsString({ message: 'Give the slug or the id of a talk.' })
  @MaxLength(200, { message: 'Give the slug or the id of a talk.' })
  talk?: string;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'A day of the programme, as 2026-11-30.' })
  @MayBeLeftOut()
  @Matches(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, { message: 'Give a day as 2026-11-30.' })
  day?: string;
}

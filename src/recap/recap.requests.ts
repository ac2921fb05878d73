import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsInt, IsUUID, Max, Min } from 'class-validator';
import { AnId, MayBeLeftOut, MayBeNull } from '../platform/http/left-out.ts';
import { PlainText } from '../platform/http/plain-text.ts';

const anItem = { message: 'Give the ids of comments.' };
const aVersion = { message: 'Give the number of a version.' };

/** Longest text of a recap, in code points. */
const MARKDOWN_AT_MOST = 30_000;
const MARKDOWN =
  'Markdown as in comments, with headings of two levels. A line that says only [1] is where the first quotation ' +
  'stands; those without a place come last. A line or heading that holds only the link of a talk is its card.';

/** Length of a recap's title, in visible characters. */
export const TITLE_LENGTH = { min: 1, max: 200, countsAsSeen: true };
const TITLE = 'Its title, 1 to 200 visible characters.';

const Items = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id)) : value,
    ),
    IsArray(anItem),
    ArrayMaxSize(100, { message: 'Quote at most 100 comments.' }),
    ArrayUnique({ message: 'Quote each comment once.' }),
    IsUUID('all', { each: true, ...anItem }),
  ) as PropertyDecorator;

export class RecapRequest {
  @ApiProperty({ maxLength: MARKDOWN_AT_MOST, description: MARKDOWN })
  @PlainText({ min: 0, max: MARKDOWN_AT_MOST })
  markdown: string;

  @ApiProperty({ type: [String], format: 'uuid', maxItems: 100, description: 'The comments it quotes, in order.' })
  @Items()
  items: string[];

  @ApiProperty({
    description: 'false keeps a draft beside what is published; publishing an empty recap takes it back.',
  })
  @IsBoolean({ message: 'Say true or false.' })
  published: boolean;
}

export class NewRecapRequest {
  @ApiProperty({ minLength: 1, maxLength: 200, description: TITLE })
  @PlainText({ ...TITLE_LENGTH, oneLine: true, missing: 'Give a title.' })
  title: string;

  @ApiProperty({ maxLength: MARKDOWN_AT_MOST, description: MARKDOWN })
  @PlainText({ min: 0, max: MARKDOWN_AT_MOST })
  markdown: string;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    maxItems: 100,
    description: 'The comments it quotes, in order; without it none.',
  })
  @MayBeLeftOut()
  @Items()
  items?: string[];

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'false keeps a draft that only its author sees.' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Say true or false.' })
  published?: boolean;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The persona to speak with; may be left out by those who have one.',
  })
  @MayBeNull()
  @AnId()
  @IsUUID('all', { message: 'Give the id of one of your personas.' })
  personaId?: string | null;
}

export class RecapChangeRequest {
  @ApiPropertyOptional({ minLength: 1, maxLength: 200, description: TITLE })
  @MayBeLeftOut()
  @PlainText({ ...TITLE_LENGTH, oneLine: true })
  title?: string;

  @ApiPropertyOptional({ maxLength: MARKDOWN_AT_MOST, description: MARKDOWN })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: MARKDOWN_AT_MOST })
  markdown?: string;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    maxItems: 100,
    description: 'The comments it quotes, in order.',
  })
  @MayBeLeftOut()
  @Items()
  items?: string[];

  @ApiPropertyOptional({
    type: Boolean,
    description: 'true publishes this version, false keeps it as a draft; without it as the newest version is.',
  })
  @MayBeLeftOut()
  @IsBoolean({ message: 'Say true or false.' })
  published?: boolean;

  @ApiPropertyOptional({ format: 'uuid', description: 'Another persona to speak with; only of a draft.' })
  @MayBeNull()
  @AnId()
  @IsUUID('all', { message: 'Give the id of one of your personas.' })
  personaId?: string | null;
}

export class RecapQuery {
  @ApiPropertyOptional({ type: Number, minimum: 1, description: 'An earlier version; for those who write it.' })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt(aVersion)
  @Min(1, aVersion)
  @Max(2_147_483_647, aVersion)
  version?: number;
}

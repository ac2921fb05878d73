import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsInt, IsUUID, Max, Min } from 'class-validator';
import { MayBeLeftOut } from '../platform/http/left-out.ts';
import { PlainText } from '../platform/http/plain-text.ts';

const anItem = { message: 'Give the ids of comments.' };
const aVersion = { message: 'Give the number of a version.' };

export class RecapRequest {
  @ApiProperty({
    maxLength: 20_000,
    description:
      'Markdown as in comments. A line that says only [1] is where the first quotation stands; those without a ' +
      'place come last.',
  })
  @PlainText({ min: 0, max: 20_000 })
  markdown: string;

  @ApiProperty({ type: [String], format: 'uuid', maxItems: 100, description: 'The comments it quotes, in order.' })
  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id)) : value,
  )
  @IsArray(anItem)
  @ArrayMaxSize(100, { message: 'Quote at most 100 comments.' })
  @ArrayUnique({ message: 'Quote each comment once.' })
  @IsUUID('all', { each: true, ...anItem })
  items: string[];

  @ApiProperty({
    description: 'false keeps a draft beside what is published; publishing an empty recap takes it back.',
  })
  @IsBoolean({ message: 'Say true or false.' })
  published: boolean;
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

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Matches, Validate } from 'class-validator';
import { SLUG, SLUG_RULE } from '../kernel/slug.ts';
import { MayBeLeftOut } from '../platform/http/left-out.ts';
import { IsKnownZone } from '../programme/programme.requests.ts';

export class ImportQuery {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Whether to say what would change, and change nothing.',
  })
  @MayBeLeftOut()
  @IsIn(['true', 'false'], { message: 'Choose "true" or "false".' })
  dryRun?: 'true' | 'false';
}

const IMPORT_ANSWERS = ['same', 'new', 'cancelled', 'takes-place'] as const;

export class ImportAnswerRequest {
  @ApiProperty({ enum: IMPORT_ANSWERS, description: 'The same talk or a new one; cancelled or taking place.' })
  @IsIn(IMPORT_ANSWERS, { message: 'Choose "same", "new", "cancelled" or "takes-place".' })
  answer: (typeof IMPORT_ANSWERS)[number];
}

/** Additional values of the command that imports a file. */
export class FileImportRequest {
  @MayBeLeftOut() @Matches(SLUG, { message: SLUG_RULE }) slug?: string;
  @MayBeLeftOut() @Validate(IsKnownZone) timeZone?: string;
  @IsIn(['fr', 'en'], { message: 'Choose "fr" or "en".' }) locale: 'fr' | 'en';
}

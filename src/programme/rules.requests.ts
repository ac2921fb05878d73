import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, Matches, ValidateNested } from 'class-validator';
import { MayBeLeftOut } from '../platform/http/left-out.ts';
import { PlainText } from '../platform/http/plain-text.ts';

export class RuleWordingSetting {
  @ApiProperty({ description: 'The rule in this language, 2 to 200 characters.' })
  @PlainText({ min: 2, max: 200, oneLine: true })
  title: string;
  @ApiPropertyOptional({ description: 'What it means, at most 500 characters.', maxLength: 500 })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 500 })
  text?: string;
}

export class RuleTranslationsSetting {
  @ApiPropertyOptional({ description: 'In French.', type: RuleWordingSetting })
  @MayBeLeftOut()
  @IsObject({ message: 'Give {title, text}.' })
  @ValidateNested()
  @Type(() => RuleWordingSetting)
  fr?: RuleWordingSetting;
  @ApiPropertyOptional({ description: 'In English.', type: RuleWordingSetting })
  @MayBeLeftOut()
  @IsObject({ message: 'Give {title, text}.' })
  @ValidateNested()
  @Type(() => RuleWordingSetting)
  en?: RuleWordingSetting;
}

export class RuleSetting {
  @ApiProperty({ description: 'The name by which decisions cite it: small letters, digits and hyphens, at most 40.' })
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, { message: 'Use small letters, digits and hyphens, at most 40.' })
  key: string;
  @ApiProperty({ description: 'The rule in the language of the conference, 2 to 200 characters.' })
  @PlainText({ min: 2, max: 200, oneLine: true })
  title: string;
  @ApiPropertyOptional({ description: 'What it means, at most 500 characters.', maxLength: 500 })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 500 })
  text?: string;
  @ApiPropertyOptional({
    description: 'The same in other languages; readers of these see it, others the language of the conference.',
    type: RuleTranslationsSetting,
  })
  @MayBeLeftOut()
  @IsObject({ message: 'Give {fr, en}, each {title, text}.' })
  @ValidateNested()
  @Type(() => RuleTranslationsSetting)
  translations?: RuleTranslationsSetting;
}

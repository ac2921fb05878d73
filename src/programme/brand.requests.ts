import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { MayBeLeftOut, MayBeNull } from '../platform/http/left-out.ts';
import { FONTS, STAGE_THEMES, type Font, type StageTheme } from './brand.policy.ts';

const colourRule = { message: 'Give a colour in hexadecimal, with three or six digits.' };

export class BrandSetting {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Its colour, as #rrggbb or #rgb; null for the forum’s own. Where it is hard to read it is moved.',
    example: '#0b5d6b',
  })
  @MayBeNull()
  @Matches(/^\s*#?(?:[0-9a-f]{3}|[0-9a-f]{6})\s*$/i, colourRule)
  accent?: string | null;
  @ApiPropertyOptional({ enum: STAGE_THEMES, description: 'What the stage shows where its address asks for neither.' })
  @MayBeLeftOut()
  @IsIn(STAGE_THEMES, { message: 'Choose "dark" or "light".' })
  stageTheme?: StageTheme;
  @ApiPropertyOptional({ enum: FONTS, description: 'The font of each device, or Inter, which the forum brings.' })
  @MayBeLeftOut()
  @IsIn(FONTS, { message: 'Choose "system" or "inter".' })
  font?: Font;
}

import type { BrandShape } from '../../../web/components/shapes.ts';
import type { PageBrand } from '../../../web/pages/page-brand.ts';
import { brandColours } from '../../programme/brand-colours.policy.ts';
import { brandSheet } from './brand-sheet.ts';

/** The part of a brand that pages show; null for a conference without one, whose pages get no byte heavier. */
export function pageBrandOf(brand: BrandShape): PageBrand | null {
  const { accent, font, logoUrl, logoDarkUrl, coverUrl, iconUrl } = brand;
  const isUsual = accent === null && font === 'system' && [logoUrl, logoDarkUrl, coverUrl].every((url) => url === null);
  if (isUsual) return null;
  const colours = accent === null ? null : brandColours(accent);
  return {
    style: `/brand/${brandSheet({ accent, font }).name}`,
    icon: iconUrl ?? (accent === null ? null : `/brand/${accent.slice(1)}.svg`),
    themeColours: colours && { light: colours.light.accent, dark: colours.dark.soft },
    logo: logoUrl,
    logoDark: logoDarkUrl,
    cover: coverUrl,
  };
}

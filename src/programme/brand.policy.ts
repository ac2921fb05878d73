import { readHex } from './colour.policy.ts';

export const STAGE_THEMES = ['dark', 'light'] as const;
export type StageTheme = (typeof STAGE_THEMES)[number];

/** The fonts a conference chooses from: that of each device, or Inter, which the server brings. */
export const FONTS = ['system', 'inter'] as const;
export type Font = (typeof FONTS)[number];

/** The images an organizer may send. */
export const IMAGE_KINDS = ['logo', 'logoDark', 'cover'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];
/** The icon is made of the logo. */
export type StoredImageKind = ImageKind | 'icon';

/** Sides of a logo that is readable in the small square of a tab: at most as much longer as this. */
const SQUARE_AT_MOST = 1.6;

export const isSquare = ({ width, height }: { width: number; height: number }): boolean =>
  Math.max(width / height, height / width) <= SQUARE_AT_MOST;

/** The part of a brand that an organizer chooses by setting; images are sent by themselves. */
export interface BrandChoice {
  /** `#rrggbb`; null for the forum's own. */
  accent: string | null;
  stageTheme: StageTheme;
  font: Font;
}

/** The looks of a conference. */
export interface Brand extends BrandChoice {
  /** The files of its images, by what they are for; null without one. */
  logo: string | null;
  logoDark: string | null;
  cover: string | null;
  /** A small square made of the logo; null where the logo is too wide for one. */
  icon: string | null;
}

const USUAL: Brand = {
  accent: null,
  stageTheme: 'dark',
  font: 'system',
  logo: null,
  logoDark: null,
  cover: null,
  icon: null,
};

/** The brand that settings hold, whole. Conferences of earlier versions have none. */
export const brandOf = ({ brand }: { brand?: Partial<Brand> }): Brand => ({ ...USUAL, ...brand });

/** The brand with what was chosen anew; what is left out stays. A colour is stored as `#rrggbb`. */
export function rebranded(old: Brand, { accent, ...others }: Partial<Brand>): Brand {
  const chosen = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
  if (accent === undefined) return { ...old, ...chosen };
  return { ...old, ...chosen, accent: accent === null ? null : readHex(accent) };
}

import { contrastOf, hexFrom, mixed, oklchOf, readHex } from './colour.policy.ts';

export type ColourMode = 'light' | 'dark';

/** The backgrounds on which a conference's colour stands, as in `web/styles/tokens.css`. A test keeps the two equal. */
export const BACKGROUNDS = {
  light: { paper: '#f7f6f2', sheet: '#ffffff', sunk: '#efede6', ink3: '#626b74' },
  dark: { paper: '#14171a', sheet: '#1c2024', sunk: '#101316', ink3: '#98a1aa' },
} as const;

/** The accent of a conference that chose none. */
export const USUAL_ACCENT = '#0b5d6b';

/** Contrast of text (WCAG 2.2, 1.4.3), and of text for readers who ask for more (1.4.6). */
const READABLE = 4.5;
const MORE_READABLE = 7;

/** Shares of the accent in its soft background; less where small print on it would be hard to read. */
const SOFT_SHARES = [0.1, 0.08, 0.06, 0.04, 0.02];

/** Steps of OKLCH lightness by which an accent is moved until it is readable. */
const LIGHTNESS_STEP = 0.005;
/** Distance in lightness of the accent under a pointer. */
const HOVER_DISTANCE = 0.07;
/** Lightness and strongest chroma of the dark ink on a light accent. */
const DARK_INK = { lightness: 0.2, chroma: 0.03 };

/** A conference's colours in one mode. `hover`: under a pointer; `strong`: for readers who ask for more contrast. */
export interface AccentTokens {
  accent: string;
  hover: string;
  ink: string;
  soft: string;
  strong: string;
}

export interface BrandColours {
  light: AccentTokens;
  dark: AccentTokens;
}

/** The forum's own, as in `web/styles/tokens.css`. */
const USUAL: BrandColours = {
  light: { accent: USUAL_ACCENT, hover: '#084a55', ink: '#ffffff', soft: '#e1f0f1', strong: '#004450' },
  dark: { accent: '#7cc4cf', hover: '#9ad6df', ink: '#0c1f23', soft: '#1b3338', strong: '#a9e4ee' },
};

/** Derives the colours of both modes from the organizer's one, `#rrggbb`. All texts on them reach their contrast. */
export const brandColours = (given: string): BrandColours =>
  given === USUAL_ACCENT ? USUAL : { light: tokensOf(given, 'light'), dark: tokensOf(given, 'dark') };

/** The contrast of a mode's accent on paper and on sheets, and of its ink on it. */
export const ratiosOf = (
  { accent, ink }: AccentTokens,
  mode: ColourMode,
): { paper: number; sheet: number; ink: number } => ({
  paper: contrastOf(accent, BACKGROUNDS[mode].paper),
  sheet: contrastOf(accent, BACKGROUNDS[mode].sheet),
  ink: contrastOf(accent, ink),
});

function tokensOf(given: string, mode: ColourMode): AccentTokens {
  const colour = readHex(given) ?? USUAL_ACCENT;
  const accent = moved(colour, mode, (each) => isReadable(each, mode, READABLE));
  const beyond = oklchOf(accent);
  const lightness = beyond.lightness + (mode === 'light' ? -HOVER_DISTANCE : HOVER_DISTANCE);
  return {
    accent,
    hover: hexFrom({ ...beyond, lightness: Math.min(1, Math.max(0, lightness)) }),
    ink: inkOn(accent),
    soft: softOf(accent, mode),
    strong: moved(accent, mode, (each) => isReadable(each, mode, MORE_READABLE)),
  };
}

/** The colour when it passes, else the nearest in lightness that does: darker in light mode, lighter in dark. */
function moved(colour: string, mode: ColourMode, passes: (each: string) => boolean): string {
  const from = oklchOf(colour);
  const step = mode === 'light' ? -LIGHTNESS_STEP : LIGHTNESS_STEP;
  let hex = colour;
  for (let { lightness } = from; !passes(hex) && lightness >= 0 && lightness <= 1; lightness += step)
    hex = hexFrom({ ...from, lightness });
  const last = mode === 'light' ? '#000000' : '#ffffff';
  return passes(hex) ? hex : last;
}

function isReadable(accent: string, mode: ColourMode, ratio: number): boolean {
  const { paper, sheet, sunk } = BACKGROUNDS[mode];
  return [paper, sheet, sunk, softOf(accent, mode)].every((behind) => contrastOf(accent, behind) >= ratio);
}

function softOf(accent: string, mode: ColourMode): string {
  const { sheet, ink3 } = BACKGROUNDS[mode];
  const all = SOFT_SHARES.map((share) => mixed(accent, sheet, share));
  return all.find((soft) => contrastOf(ink3, soft) >= READABLE) ?? all.at(-1)!;
}

/** White, or a dark of the same hue, or black: the first that is readable. Black is where white is not. */
function inkOn(accent: string): string {
  const { hue, chroma } = oklchOf(accent);
  const dark = hexFrom({ lightness: DARK_INK.lightness, chroma: Math.min(chroma, DARK_INK.chroma), hue });
  return ['#ffffff', dark].find((ink) => contrastOf(ink, accent) >= READABLE) ?? '#000000';
}

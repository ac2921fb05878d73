/** A colour in OKLCH: lightness from 0 to 1, chroma from 0, hue in degrees (CSS Color 4, section 9). */
export interface Oklch {
  lightness: number;
  chroma: number;
  hue: number;
}

type Triple = readonly [number, number, number];

const HEX = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i;

/** A colour as `#rrggbb` in small letters, from `#rgb`, `rrggbb` or other usual writings; null for anything else. */
export function readHex(text: string): string | null {
  const [, digits = ''] = HEX.exec(text.trim()) ?? [];
  if (digits === '') return null;
  const all = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return `#${all.toLowerCase()}`;
}

const channelsOf = (hex: string): Triple => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as never;

const hexOf = (channels: readonly number[]): string =>
  `#${channels
    .map((each) =>
      Math.round(Math.min(255, Math.max(0, each)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** The transfer function of sRGB and its inverse, from 0 to 1 (IEC 61966-2-1). */
const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const fromLinear = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

const linearOf = (hex: string): Triple => channelsOf(hex).map((each) => toLinear(each / 255)) as never;

/** Relative luminance (WCAG 2.2). */
function luminanceOf(hex: string): number {
  const [red, green, blue] = linearOf(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2.2). */
export function contrastOf(one: string, other: string): number {
  const [light, dark] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of `colour` over `behind`, mixed as a browser lays a translucent colour over another. */
export function mixed(colour: string, behind: string, share: number): string {
  const [over, under] = [channelsOf(colour), channelsOf(behind)];
  return hexOf(over.map((each, i) => each * share + under[i]! * (1 - share)));
}

/** Björn Ottosson's matrices (https://bottosson.github.io/posts/oklab). */
export function oklchOf(hex: string): Oklch {
  const [r, g, b] = linearOf(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const [a, bAxis] = [
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, bAxis),
    hue: (Math.atan2(bAxis, a) * 180) / Math.PI,
  };
}

/** Linear sRGB, which may lie outside of 0 to 1. */
function linearFrom({ lightness, chroma, hue }: Oklch): Triple {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Distance beyond sRGB within which a channel is rounded into it. */
const GAMUT_EDGE = 0.0005;

const isInGamut = (linear: Triple): boolean => linear.every((each) => each >= -GAMUT_EDGE && each <= 1 + GAMUT_EDGE);

/** The colour as `#rrggbb`; where sRGB has none so strong, its chroma is lowered, and lightness and hue stay. */
export function hexFrom(colour: Oklch): string {
  let [low, high] = [0, colour.chroma];
  if (!isInGamut(linearFrom(colour))) {
    for (let i = 0; i < 20; i += 1) {
      const chroma = (low + high) / 2;
      if (isInGamut(linearFrom({ ...colour, chroma }))) low = chroma;
      else high = chroma;
    }
  } else low = high;
  return hexOf(linearFrom({ ...colour, chroma: low }).map((each) => fromLinear(Math.max(0, each)) * 255));
}

import { createHash } from 'node:crypto';
import { brandColours, type AccentTokens } from '../../programme/brand-colours.policy.ts';
import { FONTS, type BrandChoice, type Font } from '../../programme/brand.policy.ts';
import { readHex } from '../../programme/colour.policy.ts';
import { interFiles } from './font-files.ts';

/** The choices that make a conference's stylesheet. */
export type SheetChoice = Pick<BrandChoice, 'accent' | 'font'>;

/** A stylesheet under a name that changes with its contents. */
export interface BrandSheet {
  name: string;
  css: string;
}

/** Most stylesheets in memory; one is made in a millisecond. */
const KEPT = 200;
const sheets = new Map<string, BrandSheet>();

/** The stylesheet of a choice, whose name says the choice too, so that each node can make it from its address. */
export function brandSheet({ accent, font }: SheetChoice): BrandSheet {
  const choice = `${accent?.slice(1) ?? 'usual'}-${font}`;
  const known = sheets.get(choice);
  if (known) return known;
  const css = cssOf({ accent, font });
  const name = `${createHash('sha256').update(css).digest('base64url').slice(0, 12)}.${choice}.css`;
  if (sheets.size >= KEPT) sheets.clear();
  sheets.set(choice, { name, css });
  return { name, css };
}

/** Reads the choice in the name of a stylesheet; null for another name. */
export function choiceIn(name: string): SheetChoice | null {
  const [, colour = '', font = ''] = /^[\w-]{12}\.(usual|[0-9a-f]{6})-([a-z]+)\.css$/.exec(name) ?? [];
  if (!FONTS.includes(font as Font)) return null;
  return { accent: colour === 'usual' ? null : readHex(colour), font: font as Font };
}

/** The rules of a choice. The files of the font lie beside the stylesheet, on the site and in archives. */
export const cssOf = ({ accent, font }: SheetChoice): string =>
  (accent === null ? '' : coloursOf(accent)) + (font === 'inter' ? fontOf() : '') + LOGO;

/** Logos in the head, on the stage and on the conference's page; without one for dark backgrounds, on a light plate. */
const LOGO =
  '.brand{height:1.75rem;width:auto;max-width:9rem;object-fit:contain;flex:none}' +
  '@media(max-width:64rem){header.site .brand{max-width:4.5rem}}' +
  '[data-page=stage] .brand{height:4.4vh;max-width:20vw;vertical-align:middle;margin-right:1vw}' +
  '.cover{display:block;width:100%;height:auto;max-height:13rem;object-fit:cover;border-radius:var(--r2);' +
  'margin:0 0 var(--s5)}' +
  '@media screen and (prefers-color-scheme:dark){' +
  ':root:not(.light) .plate{background:#fff;padding:2px 4px;border-radius:4px}}' +
  '@media screen{html.dark .plate{background:#fff;padding:2px 4px;border-radius:4px}}';

const tokens = ({ accent, hover, ink, soft }: AccentTokens): string =>
  `{--accent:${accent};--accent-h:${hover};--accent-ink:${ink};--accent-soft:${soft}}`;

/** In the order and under the selectors of `web/styles/tokens.css`. */
function coloursOf(accent: string): string {
  const { light, dark } = brandColours(accent);
  const strong = ({ strong: colour }: AccentTokens): string => `{--accent:${colour}}`;
  return (
    `:root,html.light${tokens(light)}@media screen and (prefers-color-scheme:dark){:root:not(.light)${tokens(dark)}}` +
    `@media screen{html.dark${tokens(dark)}}@media(prefers-contrast:more){:root,html.light${strong(light)}}` +
    `@media screen and (prefers-contrast:more){html.dark${strong(dark)}}` +
    `@media screen and (prefers-contrast:more) and (prefers-color-scheme:dark){:root:not(.light)${strong(dark)}}`
  );
}

function fontOf(): string {
  const rules = interFiles().map(
    ({ name, range }) =>
      `@font-face{font-family:Inter;src:url(${name}) format("woff2");font-weight:100 900;` +
      `font-display:swap;unicode-range:${range}}`,
  );
  return `${rules.join('')}:root{--font:Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}`;
}

import { BACKGROUNDS, brandColours, USUAL_ACCENT, type ColourMode } from '../../programme/brand-colours.policy.ts';
import { readHex } from '../../programme/colour.policy.ts';

/** The inks and lines of both modes, as in `web/styles/tokens.css`; a preview shows one mode inside the other. */
const INKS: Readonly<Record<ColourMode, string>> = {
  light: '--ink1:#1b1f24;--ink2:#4a525b;--line:#e1dfd7;--line2:#858c94',
  dark: '--ink1:#ecedeb;--ink2:#b8bfc6;--line:#2c3238;--line2:#727b84',
};

const LAYOUT =
  '.looks{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15.5rem),1fr));gap:var(--s4);' +
  'margin:var(--s4) 0;padding:0;list-style:none}' +
  '.looks h3{font-size:var(--t14);margin:0 0 var(--s2)}' +
  '.look{background:var(--paper);color:var(--ink1);border:1px solid var(--line2);border-radius:var(--r2);' +
  'overflow:hidden;font-size:var(--t14)}' +
  '.look p{margin:0 0 var(--s3)}.look a{color:var(--accent)}' +
  '.look-head{background:var(--sheet);border-bottom:1px solid var(--line);padding:var(--s2) var(--s4);display:flex;' +
  'align-items:center;gap:.6rem;font-weight:700;min-height:3rem;overflow-wrap:anywhere}' +
  '.look-body{padding:var(--s4)}.look-body .words{font-weight:600}.look-body :last-child{margin-bottom:0}' +
  '.look .button{display:inline-block;background:var(--accent);color:var(--accent-ink);border-radius:var(--r1);' +
  'padding:.55rem .9rem;font-weight:600}' +
  '.look .help{color:var(--ink3)}.look-big{font-size:var(--t20);line-height:1.2;font-weight:600}' +
  '.look-over{color:var(--accent);font-weight:700}' +
  '.look-mail .look-head{color:var(--accent);font-size:var(--t18)}.look-mail{background:var(--sheet)}' +
  '.looks dl{margin:var(--s2) 0;font-size:var(--t13);color:var(--ink2)}' +
  '.looks dl div{display:flex;justify-content:space-between;gap:var(--s3)}' +
  '.looks dd{margin:0;font-variant-numeric:tabular-nums}.looks .help{font-size:var(--t13)}' +
  '.swatch{width:1em;height:1em;vertical-align:-.12em;border-radius:3px;margin-right:.35em}' +
  '.card .files{display:grid;gap:var(--s4);border:0;padding:0;margin:var(--s4) 0}' +
  '.files legend{padding:0;margin-bottom:var(--s2)}.files>div>label:first-child{font-weight:600}' +
  '.look-dark .plate{background:#fff;padding:2px 4px;border-radius:4px}' +
  '.files img{display:block;max-height:4rem;max-width:100%;width:auto;height:auto;border:1px solid var(--line);' +
  'border-radius:var(--r1);padding:var(--s2);background:#fff;margin:var(--s2) 0}' +
  '.files img.for-dark{background:#1c2024}.files img.wide{max-height:8rem;padding:0}';

/** The stylesheet of the page that shows a colour in use, `#rrggbb` or null for the forum's own. */
export const previewSheetName = (accent: string | null): string => `preview-${accent?.slice(1) ?? 'usual'}.css`;

/** Null for another name. */
export function previewSheetNamed(name: string): string | null {
  const [, colour = ''] = /^preview-(usual|[0-9a-f]{6})\.css$/.exec(name) ?? [];
  if (colour === '') return null;
  const colours = brandColours(readHex(colour) ?? USUAL_ACCENT);
  const scoped = (mode: ColourMode): string => {
    const { accent, ink, soft } = colours[mode];
    const { paper, sheet, sunk, ink3 } = BACKGROUNDS[mode];
    return (
      `.look-${mode}{color-scheme:${mode};--paper:${paper};--sheet:${sheet};--sunk:${sunk};--ink3:${ink3};` +
      `${INKS[mode]};--accent:${accent};--accent-ink:${ink};--accent-soft:${soft}}`
    );
  };
  return scoped('light') + scoped('dark') + LAYOUT;
}

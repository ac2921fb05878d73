/** The mark of the forum: what was said after a talk. `corner` is the radius of its corners, of 64. */
export const iconSvg = (corner: number, colour = '#0b5d6b'): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">' +
  `<rect width="64" height="64" rx="${corner}" fill="${colour}"/>` +
  '<path fill="#fbfaf7" d="M18 17h28a5 5 0 0 1 5 5v17a5 5 0 0 1-5 5H32l-9 8v-8h-5a5 5 0 0 1-5-5V22a5 5 0 0 1 5-5z"/>' +
  `<path fill="${colour}" d="M21 25h22v3.5H21zM21 32.5h14V36H21z"/></svg>`;

/** For the tab of a browser. */
export const TAB_ICON = iconSvg(14);

/** For home screens, which cut corners themselves; the mark stays within the circle they keep (W3C, maskable icons). */
export const HOME_ICON = iconSvg(0);

/** Sizes of the drawn icons in pixels, by the name of their file. */
export const DRAWN_ICONS: Readonly<Record<string, { svg: string; size: number }>> = {
  'favicon.png': { svg: TAB_ICON, size: 32 },
  'apple-touch-icon.png': { svg: HOME_ICON, size: 180 },
  'icon-192.png': { svg: HOME_ICON, size: 192 },
  'icon-512.png': { svg: HOME_ICON, size: 512 },
};

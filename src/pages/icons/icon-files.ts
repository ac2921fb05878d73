import { THEME_COLOURS } from '../../../web/pages/theme-colours.ts';

/** The side of the one picture of `favicon.ico`, in pixels. */
const SIDE = 32;

/** A PNG as an .ico file, which has held PNG since Windows Vista: a directory of one entry, then the picture. */
export function icoOf(png: Buffer): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // one picture
  head.writeUInt8(SIDE, 6);
  head.writeUInt8(SIDE, 7);
  head.writeUInt16LE(1, 10); // colour planes
  head.writeUInt16LE(32, 12); // bits a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const icon = (side: number): object => ({
  src: `/icon-${side}.png`,
  sizes: `${side}x${side}`,
  type: 'image/png',
  purpose: 'any maskable',
});

/**
 * The manifest for home screens. The pages keep the browser's controls, because a reader goes back and copies
 * addresses.
 */
export const WEB_MANIFEST = JSON.stringify({
  id: '/',
  name: 'Aftertalk',
  short_name: 'Aftertalk',
  start_url: '/',
  scope: '/',
  display: 'minimal-ui',
  background_color: THEME_COLOURS.light,
  theme_color: THEME_COLOURS.light,
  icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }, icon(192), icon(512)],
});

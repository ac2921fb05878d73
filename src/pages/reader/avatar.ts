import { minidenticon } from 'minidenticons';

/** Saturation and lightness of its colour in percent, readable on light and dark. */
const [SATURATION, LIGHTNESS] = [55, 45];

/**
 * Draws a persona's avatar from its random seed, as an SVG whose squares are one path, half as large as separate
 * rectangles.
 */
export function avatar(seed: string): string {
  const squares: string[] = [];
  const context = minidenticon(seed, SATURATION, LIGHTNESS).replaceAll(
    /<rect x="(\d+)" y="(\d+)" width="1" height="1"\/>/g,
    (_, x: string, y: string) => {
      squares.push(`M${x} ${y}h1v1h-1z`);
      return '';
    },
  );
  return context.replace('</svg>', `<path d="${squares.join('')}"/></svg>`);
}

import QRCode from 'qrcode';
import { encodeSquares } from '../platform/images/encode-image.ts';

/**
 * A QR code for paper and walls: level Q still reads with a quarter of it covered, and four modules around it keep what
 * is printed beside it apart (ISO/IEC 18004).
 */
const CODE_FOR_PAPER = { errorCorrectionLevel: 'Q', margin: 4 } as const;

const BLACK = 0;
const WHITE = 255;

/** The code of an address on paper, as SVG. */
export const codeSvg = (address: string): Promise<string> =>
  QRCode.toString(address, { type: 'svg', ...CODE_FOR_PAPER });

/**
 * The same as PNG with `pixels` a side. The library's own took 50 ms of the event loop (measured), this one takes a
 * thread.
 */
export function codePng(address: string, pixels: number): Promise<Buffer> {
  const { errorCorrectionLevel, margin } = CODE_FOR_PAPER;
  const { size, data } = QRCode.create(address, { errorCorrectionLevel }).modules;
  const side = size + 2 * margin;
  const greys = Buffer.alloc(side * side, WHITE);
  for (const [i, isDark] of data.entries())
    if (isDark) greys[(Math.floor(i / size) + margin) * side + (i % size) + margin] = BLACK;
  return encodeSquares(greys, pixels);
}

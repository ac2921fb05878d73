import jsqr from 'jsqr';
import sharp from 'sharp';

/** The facts of a printed QR code (ISO/IEC 18004). */
export interface PaperCode {
  text: string;
  /** The part that may be covered: L, M, Q or H. */
  level: 'L' | 'M' | 'Q' | 'H';
  /** The white around it, in modules, where it is narrowest. */
  quietModules: number;
  /** The part of the picture's side that its modules take. */
  share: number;
}

/** The two bits of the format that name the level, once its mask is taken off (ISO/IEC 18004, table 12). */
const LEVELS = ['M', 'L', 'H', 'Q'] as const;
const MASK = [1, 0] as const;
/** The row of modules that begins with the format. */
const FORMAT_ROW = 8;

/**
 * A picture of an SVG, large enough to be measured. The server, which runs in this process, has its library read none.
 */
export function pictureOf(svg: Buffer): Promise<Buffer> {
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] });
  return sharp(svg, { density: 600 }).png().toBuffer();
}

/** Reads a code from a picture that holds nothing else. Throws when nothing can be read. */
export async function paperCode(picture: Buffer): Promise<PaperCode> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#ffffff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const found = jsqr.default(new Uint8ClampedArray(data), info.width, info.height);
  if (!found) throw new Error('no code is read');
  const isDark = (x: number, y: number): boolean => data[(Math.floor(y) * info.width + Math.floor(x)) * 4]! < 128;
  const [left, right] = darkEnds(info.width, info.height, isDark);
  const [top, bottom] = darkEnds(info.height, info.width, (y, x) => isDark(x, y));
  const modules = 17 + 4 * found.version;
  const size = (right - left) / modules;
  const bit = (column: number): number =>
    Number(isDark(left + (column + 0.5) * size, top + (FORMAT_ROW + 0.5) * size)) ^ MASK[column]!;
  return {
    text: found.data,
    level: LEVELS[bit(0) * 2 + bit(1)]!,
    quietModules: Math.min(left, top, info.width - right, info.height - bottom) / size,
    share: (right - left) / info.width,
  };
}

/** Beginning and end of the dark along one side. */
function darkEnds(length: number, across: number, isDark: (at: number, other: number) => boolean): [number, number] {
  const dark = Array.from({ length }, (_, at) => at).filter((at) =>
    Array.from({ length: across }, (_, other) => other).some((other) => isDark(at, other)),
  );
  return [dark[0]!, dark.at(-1)! + 1];
}

import { createRequire } from 'node:module';
import { Places } from '../../kernel/places.ts';
import { withoutTexts } from './png-chunks.ts';

/** Largest image that is read, in bytes. */
export const IMAGE_BYTES = 2 * 1024 * 1024;
/** Most pixels that are decoded, so that a small file cannot fill the memory; photos of phones have 12 million. */
export const IMAGE_PIXELS = 25_000_000;
/** Most pixels of a side: of a long thin image every row is cut and shrunk by itself, which takes seconds. */
export const IMAGE_SIDE = 10_000;
/** Most bytes of an image once decoded: 25 million pixels of four channels with 8 bits each. */
const DECODED_BYTES = 100_000_000;
/** Images decoded at the same time; each may need 100 MB. */
const AT_ONCE = 1;
const PATIENCE_MS = 20_000;
/** Longest work on one image, in seconds. */
const STUCK_AFTER_SECONDS = 10;

/** The form in which an image is encoded anew: fitted into a box, never enlarged. */
export interface ImageForm {
  width: number;
  height: number;
  format: 'png' | 'webp';
  /** Whether it fills the box, with a transparent border where it needs one. */
  fills?: boolean;
}

export interface EncodedImage {
  bytes: Buffer;
  width: number;
  height: number;
  format: 'png' | 'webp';
}

export type ImageFault =
  | 'too-long'
  | 'no-image'
  | 'too-many-pixels'
  | 'side-too-long'
  | 'too-heavy'
  | 'unreadable'
  | 'busy';

/** The refusal of an image; `unexpected`, for the log, is an error that does not tell of the image. */
export class ImageRefused extends Error {
  constructor(
    readonly fault: ImageFault,
    readonly unexpected?: unknown,
  ) {
    super(`an image was refused: ${fault}`);
  }
}

/** The facts in the head of an image. */
interface ImageFacts {
  format: string;
  width: number;
  height: number;
  channels: number;
  /** Storage of a channel: `uchar` has one byte, `ushort` two. */
  depth: string;
  isProgressive?: boolean;
}

/** The part of `sharp` that is used. Its programs are loaded with the first image. */
interface SharpImage {
  autoOrient(): SharpImage;
  toColourspace(space: 'b-w'): SharpImage;
  resize(options: object): SharpImage;
  png(options: object): SharpImage;
  webp(options: object): SharpImage;
  timeout(options: { seconds: number }): SharpImage;
  toBuffer(options: { resolveWithObject: true }): Promise<{ data: Buffer; info: { width: number; height: number } }>;
  metadata(): Promise<ImageFacts>;
}
interface Sharp {
  (input: Buffer, options: object): SharpImage;
  cache(isOn: false): void;
  concurrency(threads: number): void;
  block(what: { operation: string[] }): void;
  unblock(what: { operation: string[] }): void;
}

let loaded: Sharp | undefined;

/** With the decoders of PNG, JPEG and WebP alone, with one thread an image, and without a cache of what was decoded. */
function sharp(): Sharp {
  if (loaded) return loaded;
  loaded = createRequire(import.meta.url)('sharp') as Sharp;
  loaded.cache(false);
  loaded.concurrency(1);
  loaded.block({ operation: ['VipsForeignLoad'] });
  loaded.unblock({
    operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  return loaded;
}

const places = new Places(AT_ONCE);

/**
 * Decodes a PNG, JPEG or WebP and encodes it anew in each form, upright and without its metadata (place, camera, name),
 * in threads beside the event loop. Throws `ImageRefused`.
 */
export async function encodeImage(bytes: Buffer, forms: readonly ImageForm[]): Promise<EncodedImage[]> {
  if (bytes.length > IMAGE_BYTES) throw new ImageRefused('too-long');
  if (!isKnown(bytes)) throw new ImageRefused('no-image');
  const picture = isPng(bytes) ? withoutTexts(bytes) : bytes;
  const leave = await places.take(PATIENCE_MS);
  if (!leave) throw new ImageRefused('busy');
  try {
    demandSmall(await sharp()(picture, { limitInputPixels: false }).metadata());
    const encoded: EncodedImage[] = [];
    for (const form of forms) encoded.push(await encode(picture, form));
    return encoded;
  } catch (error) {
    throw refusalOf(error);
  } finally {
    leave();
  }
}

/**
 * A square picture of grey squares as PNG with `pixels` a side, made in a thread beside the event loop. `greys` has one
 * byte a square, row by row, 0 for black.
 */
export async function encodeSquares(greys: Buffer, pixels: number): Promise<Buffer> {
  const side = Math.sqrt(greys.length);
  const { data } = await sharp()(greys, { raw: { width: side, height: side, channels: 1 } })
    .resize({ width: pixels, height: pixels, kernel: 'nearest' })
    .toColourspace('b-w')
    .png({})
    .toBuffer({ resolveWithObject: true });
  return data;
}

/** Before anything is decoded. Throws `ImageRefused`. */
function demandSmall({ format, width, height, channels, depth, isProgressive = false }: ImageFacts): void {
  if (width * height > IMAGE_PIXELS) throw new ImageRefused('too-many-pixels');
  if (Math.max(width, height) > IMAGE_SIDE) throw new ImageRefused('side-too-long');
  const decoded = width * height * channels * (BYTES_OF[depth] ?? 4);
  // An interlaced PNG is put together of seven images, which takes several times as long.
  const isInterlaced = format === 'png' && isProgressive;
  if (decoded * (isInterlaced ? 2 : 1) > DECODED_BYTES) throw new ImageRefused('too-heavy');
}

const BYTES_OF: Readonly<Record<string, number>> = { uchar: 1, ushort: 2 };

/** The beginnings of the decoders' messages about a damaged image. */
const TELLS_OF_IMAGE = /^(?:Input (?:buffer|image)|(?:vips)?(?:png|jpeg|webp)\w*:)/i;

function refusalOf(error: unknown): ImageRefused {
  if (error instanceof ImageRefused) return error;
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('timeout:')) return new ImageRefused('too-heavy');
  return TELLS_OF_IMAGE.test(message) ? new ImageRefused('unreadable') : new ImageRefused('unreadable', error);
}

async function encode(bytes: Buffer, { width, height, format, fills = false }: ImageForm): Promise<EncodedImage> {
  const image = sharp()(bytes, { limitInputPixels: IMAGE_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({
      width,
      height,
      fit: fills ? 'contain' : 'inside',
      withoutEnlargement: !fills,
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    })
    .timeout({ seconds: STUCK_AFTER_SECONDS });
  const coded = format === 'png' ? image.png({ compressionLevel: 9 }) : image.webp({ quality: 80 });
  const { data, info } = await coded.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height, format };
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const JPEG = Buffer.from('ffd8ff', 'hex');

const isPng = (bytes: Buffer): boolean => bytes.subarray(0, PNG.length).equals(PNG);

/** By the first bytes, so that a name or a type that was sent decides nothing. */
const isKnown = (bytes: Buffer): boolean =>
  isPng(bytes) ||
  bytes.subarray(0, JPEG.length).equals(JPEG) ||
  (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP');

import { describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { encodeImage, IMAGE_BYTES, type ImageForm } from './encode-image.ts';
import { withoutTexts } from './png-chunks.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- pictures are made with all of it
const sharp = createRequire(import.meta.url)('sharp') as any;
const LOGO: ImageForm = { width: 480, height: 160, format: 'png' };

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

/** A part of a PNG, with its check. */
function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, crcOf(Buffer.concat([head.subarray(4), data]))]);
}

/** A PNG of one colour, of one bit a pixel unless told: 20,000 by 20,000 pixels take 50 kB. */
function bomb(width: number, height: number, bits: 1 | 8 = 1, besides: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bits;
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil((width * bits) / 8))), { level: 9 });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...besides,
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The check of a chunk (RFC 2083, 3.4). */
function crcOf(bytes: Buffer): Buffer {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const check = Buffer.alloc(4);
  check.writeUInt32BE(~crc >>> 0);
  return check;
}

describe('an image', () => {
  it('is fitted into its box and never enlarged, from PNG, JPEG and WebP', async () => {
    for (const bytes of [
      await plain(960, 160).png().toBuffer(),
      await plain(960, 160).jpeg().toBuffer(),
      await plain(960, 160).webp().toBuffer(),
    ]) {
      const [logo] = await encodeImage(bytes, [LOGO]);
      expect(logo).toMatchObject({ width: 480, height: 80, format: 'png' });
    }
    expect(await encodeImage(await plain(40, 20).png().toBuffer(), [LOGO])).toMatchObject([{ width: 40, height: 20 }]);
  });

  it('stands upright and has lost what a camera wrote into it', async () => {
    const photo = await plain(400, 200)
      .withExif({ IFD0: { Copyright: 'Ada Lovelace' }, IFD3: { GPSLatitude: '48/1 51/1 29/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(photo.includes('Ada Lovelace')).toBe(true);
    const [cover] = await encodeImage(photo, [{ width: 1600, height: 1600, format: 'webp' }]);
    expect(cover).toMatchObject({ width: 200, height: 400 });
    const { exif, icc, xmp, orientation } = await sharp(cover!.bytes).metadata();
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is refused where it is none of the three, whatever its name says', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const gif = await plain(10, 10).gif().toBuffer();
    const tiff = await plain(10, 10).tiff().toBuffer();
    for (const bytes of [Buffer.from('just words'), Buffer.from(svg), gif, tiff, Buffer.alloc(0)])
      await expect(encodeImage(bytes, [LOGO])).rejects.toMatchObject({ fault: 'no-image' });
  });

  it('is refused when it is cut off, or a decoder cannot read it', async () => {
    const png = await plain(300, 300).png().toBuffer();
    await expect(encodeImage(png.subarray(0, 60), [LOGO])).rejects.toMatchObject({ fault: 'unreadable' });
    const words = Buffer.concat([png.subarray(0, 8), Buffer.from('just words')]);
    await expect(encodeImage(words, [LOGO])).rejects.toMatchObject({ fault: 'unreadable' });
  });

  it('is refused before it fills the memory', async () => {
    const small = bomb(20_000, 20_000);
    expect(small.length).toBeLessThan(IMAGE_BYTES);
    await expect(encodeImage(small, [LOGO])).rejects.toMatchObject({ fault: 'too-many-pixels' });
    await expect(encodeImage(Buffer.alloc(IMAGE_BYTES + 1), [LOGO])).rejects.toMatchObject({ fault: 'too-long' });
  });

  it('is refused before it holds up the next one: a thread of pixels, and deep or interlaced ones', async () => {
    const thread = bomb(1, 25_000_000, 8);
    expect(thread.length).toBeLessThan(IMAGE_BYTES);
    await expect(encodeImage(thread, [LOGO])).rejects.toMatchObject({ fault: 'side-too-long' });
    await expect(encodeImage(bomb(10_001, 1), [LOGO])).rejects.toMatchObject({ fault: 'side-too-long' });
    const deep = await plain(3_600, 3_600).ensureAlpha().toColourspace('rgb16').png({ compressionLevel: 1 }).toBuffer();
    await expect(encodeImage(deep, [LOGO])).rejects.toMatchObject({ fault: 'too-heavy' });
    const interlaced = await plain(3_600, 3_600).ensureAlpha().png({ progressive: true }).toBuffer();
    await expect(encodeImage(interlaced, [LOGO])).rejects.toMatchObject({ fault: 'too-heavy' });
    expect(await encodeImage(bomb(10_000, 1), [LOGO])).toMatchObject([{ width: 480, height: 1 }]);
  });

  it('is read without its texts, of which each would be unpacked before the first pixel', async () => {
    const packed = deflateSync(Buffer.alloc(50_000_000), { level: 9 });
    const text = chunk('iTXt', Buffer.concat([Buffer.from('x\0\u0001\0\0\0', 'latin1'), packed]));
    const heavy = bomb(
      64,
      64,
      8,
      Array.from({ length: 30 }, () => text),
    );
    expect(heavy.length).toBeLessThan(IMAGE_BYTES);
    expect(withoutTexts(heavy)).toEqual(bomb(64, 64, 8));
    expect(await encodeImage(heavy, [LOGO])).toEqual(await encodeImage(bomb(64, 64, 8), [LOGO]));
  });

  it('is not blamed in silence for an error of another kind', async () => {
    const png = await plain(30, 30).png().toBuffer();
    const strange = encodeImage(png, [{ ...LOGO, width: -1 }]);
    await expect(strange).rejects.toMatchObject({ fault: 'unreadable', unexpected: expect.any(Error) });
    const cut = encodeImage(png.subarray(0, 60), [LOGO]);
    await expect(cut).rejects.toMatchObject({ fault: 'unreadable', unexpected: undefined });
    const jpeg = await plain(300, 300).jpeg().toBuffer();
    const half = encodeImage(jpeg.subarray(0, jpeg.length - 200), [LOGO]);
    await expect(half).rejects.toMatchObject({ fault: 'unreadable', unexpected: undefined });
  });
});

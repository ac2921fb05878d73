import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The hash of what a picture shows, so that no title or address gets into a path. */
const NAME = /^[0-9a-f]{64}\.png$/;

/** The first and last bytes of a PNG (RFC 2083, 3.1 and 4.1.4); a truncated one is drawn again. */
const BEGINNING = Buffer.from('89504e470d0a1a0a', 'hex');
const END = Buffer.from('49454e44ae426082', 'hex');

/** The part of the limit that is left after files were removed, so that this does not happen for each file. */
const LEFT_OF_FULL = 0.9;

interface StoredPicture {
  file: string;
  bytes: number;
  madeAt: number;
}

/** Pictures on disk, named by the hash of what they show, up to a number of bytes; the oldest go first. */
export class PictureFiles {
  /** Null until the folder was read. */
  private bytes: number | null = null;

  constructor(
    private readonly dir: string,
    private readonly bytesAtMost: number,
  ) {}

  /** Null when there is none, or a truncated one. */
  async read(name: string): Promise<Buffer | null> {
    const png = await readFile(this.fileOf(name)).catch(() => null);
    return png && png.subarray(0, BEGINNING.length).equals(BEGINNING) && png.subarray(-END.length).equals(END)
      ? png
      : null;
  }

  /** Whole or not at all. */
  async write(name: string, png: Buffer): Promise<void> {
    await mkdir(this.dir, { recursive: true, mode: 0o700 });
    const half = path.join(this.dir, `${randomBytes(8).toString('hex')}.half`);
    await writeFile(half, png, { mode: 0o600, flag: 'wx' });
    await rename(half, this.fileOf(name));
    this.bytes = (this.bytes ?? (await this.list()).reduce((sum, { bytes }) => sum + bytes, 0)) + png.length;
    if (this.bytes > this.bytesAtMost) await this.makeRoom();
  }

  private async makeRoom(): Promise<void> {
    const oldestFirst = (await this.list()).toSorted((a, b) => a.madeAt - b.madeAt);
    let bytes = oldestFirst.reduce((sum, each) => sum + each.bytes, 0);
    for (const each of oldestFirst) {
      if (bytes <= this.bytesAtMost * LEFT_OF_FULL) break;
      await rm(each.file, { force: true });
      bytes -= each.bytes;
    }
    this.bytes = bytes;
  }

  /** Also what a crash left half-written. */
  private async list(): Promise<StoredPicture[]> {
    const names = await readdir(this.dir);
    const listed = await Promise.all(
      names.map(async (name): Promise<StoredPicture | null> => {
        const file = path.join(this.dir, name);
        const found = await stat(file).catch(() => null);
        return found?.isFile() ? { file, bytes: found.size, madeAt: found.mtimeMs } : null;
      }),
    );
    return listed.filter((each) => each !== null);
  }

  private fileOf(name: string): string {
    const file = `${name}.png`;
    if (!NAME.test(file)) throw new Error('a picture is named by a hash');
    return path.join(this.dir, file);
  }
}

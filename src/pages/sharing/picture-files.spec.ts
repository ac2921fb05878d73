import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, truncate, utimes } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PictureFiles } from './picture-files.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-pictures-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const nameOf = (i: number): string => createHash('sha256').update(String(i)).digest('hex');
const png = (bytes: number): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    Buffer.alloc(bytes - 16),
    Buffer.from('49454e44ae426082', 'hex'),
  ]);

describe('pictures on disk', () => {
  it('are found again by who comes later, readable for nobody else', async () => {
    const dir = path.join(root, 'again');
    await new PictureFiles(dir, 10_000).write(nameOf(1), png(100));
    expect(await new PictureFiles(dir, 10_000).read(nameOf(1))).toEqual(png(100));
    expect(await new PictureFiles(dir, 10_000).read(nameOf(2))).toBeNull();
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
    expect((await stat(path.join(dir, `${nameOf(1)}.png`))).mode & 0o777).toBe(0o600);
  });

  it('never pass their bound, what an earlier process left included: the oldest go first', async () => {
    const dir = path.join(root, 'bound');
    for (let i = 0; i < 30; i += 1) {
      await new PictureFiles(dir, 1_000).write(nameOf(i), png(100));
      await utimes(path.join(dir, `${nameOf(i)}.png`), i + 1, i + 1).catch(() => undefined);
      const sizes = await Promise.all(
        (await readdir(dir)).map(async (file) => (await stat(path.join(dir, file))).size),
      );
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1_000);
    }
    expect(await new PictureFiles(dir, 1_000).read(nameOf(29))).not.toBeNull();
    expect(await new PictureFiles(dir, 1_000).read(nameOf(0))).toBeNull();
  });

  it('are none when they were cut off, and have no name but a hash', async () => {
    const dir = path.join(root, 'cut');
    const files = new PictureFiles(dir, 10_000);
    await files.write(nameOf(1), png(100));
    await truncate(path.join(dir, `${nameOf(1)}.png`), 60);
    expect(await files.read(nameOf(1))).toBeNull();
    for (const name of ['../x', '', 'x'.repeat(64), `${nameOf(1)}/..`, `${nameOf(1)}\0`]) {
      await expect(files.write(name, png(100))).rejects.toThrow('named by a hash');
      await expect(files.read(name)).rejects.toThrow('named by a hash');
    }
  });
});

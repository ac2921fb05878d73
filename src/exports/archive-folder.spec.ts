import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PROGRESS } from './archive-format.ts';
import { ArchiveFolder } from './archive-folder.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'archive-folder-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const written = (label: string): { comments: number; label: string; files: string[]; dataFiles: number } => ({
  comments: 2,
  label,
  files: [`en/t/${label}.html`],
  dataFiles: 1,
});

describe('what an export notes of its progress', () => {
  it('is read back by the next run, the last word about each thread, without the line a stop has cut', async () => {
    const folder = new ArchiveFolder(dir);
    expect(await folder.progress()).toBeNull();
    await folder.begin({ conferenceId: 'c', threads: { old: written('old') } });
    for (const [id, label] of [
      ['one', 'first'],
      ['two', 'second'],
      ['one', 'third'],
      ['three', 'cut'],
    ] as const) {
      await folder.note(id, written(label));
    }
    const file = path.join(dir, PROGRESS);
    await truncate(file, (await readFile(file)).length - 10);
    const threads = { old: written('old'), one: written('third'), two: written('second') };
    expect(await folder.progress()).toEqual({ conferenceId: 'c', threads });
    await expect(new ArchiveFolder(path.join(dir, 'elsewhere')).note('one', written('first'))).rejects.toThrow(
      'ENOENT',
    );
  });

  it('costs the same for each thread, however many there are', async () => {
    const folder = new ArchiveFolder(dir);
    await folder.begin({ conferenceId: 'c', threads: {} });
    const sizes: number[] = [(await readFile(path.join(dir, PROGRESS))).length];
    for (let i = 10; i < 20; i += 1) {
      await folder.note(`thread-${i}`, written('same'));
      sizes.push((await readFile(path.join(dir, PROGRESS))).length);
    }
    expect(new Set(sizes.slice(1).map((size, i) => size - sizes[i]!)).size).toBe(1);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { addKey, findKeys, freshKey, lineOf, readKeys } from './keys.ts';

let dir: string;
const file = (): string => path.join(dir, 'keys', 'secret-keys');
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-keys-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('the secret keys in DATA_DIR', () => {
  it('are made once, by whichever of several processes, for the account of the server alone', async () => {
    const read = await Promise.all([1, 2, 3, 4].map(() => readKeys([], dir)));
    expect(new Set(read.map(([key]) => key!.secret.toString('hex'))).size).toBe(1);
    expect(read[0]![0]).toMatchObject({ id: 'first', secret: expect.objectContaining({ length: 64 }) });
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(await readdir(path.dirname(file()))).toEqual(['secret-keys']);
  });

  it('are not made by who only looks for them', async () => {
    expect(await findKeys([], dir)).toEqual([]);
    expect(await readdir(dir)).toEqual([]);
    const [made] = await readKeys([], dir);
    expect(await findKeys([], dir)).toEqual([made]);
  });

  it('are kept in front of the older ones when one is added', async () => {
    const [first] = await readKeys([], dir);
    const key = freshKey(new Date(0));
    await addKey(dir, key);
    expect(await readKeys([], dir)).toEqual([key, first]);
  });

  it.each([
    ['an empty file', ''],
    ['a line cut short', lineOf(freshKey(new Date(0))).slice(0, 60)],
    ['anything else', 'garbage\n'],
    ['a whole key before half of one', `${lineOf(freshKey(new Date(0)))}older:AAAA\n`],
  ])('are refused when the file is not whole, and left as it is: %s', async (_what, text) => {
    await mkdir(path.dirname(file()));
    await writeFile(file(), text);
    await expect(readKeys([], dir)).rejects.toThrow(/is not whole: put your copy of it back/);
    expect(await readFile(file(), 'utf8')).toBe(text);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

interface Building {
  use: (name: string, make: (folder: string) => Promise<void>) => Promise<boolean>;
}
const { Builds } = (await import(path.resolve('tools/builds.mjs'))) as {
  Builds: new (places: { folder: string; link: string }) => Building;
};

describe('building', () => {
  let home: string;
  let builds: Building;
  const present = (): Promise<string> => readFile(path.join(home, 'dist', 'what'), 'utf8');
  const making = (what: string) => (folder: string) => writeFile(path.join(folder, 'what'), what);

  beforeEach(async () => {
    home = await realpath(await mkdtemp(path.join(os.tmpdir(), 'aftertalk-builds-')));
    builds = new Builds({ folder: path.join(home, '.builds'), link: path.join(home, 'dist') });
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  it('leaves the folder alone that a server was started from', async () => {
    await builds.use('a', making('first'));
    const startedFrom = await realpath(path.join(home, 'dist'));
    await builds.use('b', making('second'));
    expect(await present()).toBe('second');
    expect(await readFile(path.join(startedFrom, 'what'), 'utf8')).toBe('first');
  });

  it('shows the earlier build until all of the new one is there', async () => {
    await builds.use('a', making('first'));
    await builds.use('b', async (folder) => {
      await making('half')(folder);
      expect(await present()).toBe('first');
      await making('second')(folder);
    });
    expect(await present()).toBe('second');
  });

  it('keeps the earlier build when the new one fails, and nothing of the new one', async () => {
    await builds.use('a', making('first'));
    const failing = builds.use('b', async (folder) => {
      await making('half')(folder);
      throw new Error('it does not compile');
    });
    await expect(failing).rejects.toThrow('it does not compile');
    expect(await present()).toBe('first');
    expect(await readdir(path.join(home, '.builds'))).toEqual(['a']);
  });

  it('makes nothing twice, also when it was made some builds ago', async () => {
    expect(await builds.use('a', making('first'))).toBe(true);
    expect(await builds.use('a', making('never'))).toBe(false);
    await builds.use('b', making('second'));
    expect(await builds.use('a', making('never'))).toBe(false);
    expect(await present()).toBe('first');
  });

  it('makes the same for two commands at a time', async () => {
    await Promise.all([builds.use('a', making('first')), builds.use('a', making('first'))]);
    expect(await present()).toBe('first');
    expect(await readdir(path.join(home, '.builds'))).toEqual(['a']);
  });

  it('keeps the last five', async () => {
    for (const [age, name] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) {
      await builds.use(name, making(name));
      const at = new Date(Date.now() - (10 - age) * 60_000);
      await utimes(path.join(home, '.builds', name), at, at);
    }
    await builds.use('g', making('g'));
    expect((await readdir(path.join(home, '.builds'))).toSorted()).toEqual(['c', 'd', 'e', 'f', 'g']);
  });

  it('builds nothing when nothing has changed', () => {
    const again = () => spawnSync(process.execPath, ['tools/build.mjs'], { encoding: 'utf8' });
    again();
    expect(again()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});

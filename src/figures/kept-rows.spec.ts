import { describe, expect, it } from '@jest/globals';
import type { AlikeLines } from './alike-rows.ts';
import { KeptRows } from './kept-rows.ts';

/** Reads of files so many characters long, noted. */
function reader(): { asked: string[]; ask: (key: string, characters?: number) => Promise<AlikeLines[]> } {
  const keptRows = new KeptRows();
  const asked: string[] = [];
  return {
    asked,
    ask: (key, characters = 10) =>
      keptRows.getOrRead(key, async () => {
        asked.push(key);
        return [{ text: 'x'.repeat(characters), lines: 1 }];
      }),
  };
}

describe('the kept rows of figures', () => {
  it('are read once for all who ask for the same count', async () => {
    const { asked, ask } = reader();
    await Promise.all([ask('count 1'), ask('count 1'), ask('count 2')]);
    await ask('count 1');
    expect(asked).toEqual(['count 1', 'count 2']);
  });

  it('are bounded: what was asked longest ago goes, and what is too large for itself is not kept', async () => {
    const { asked, ask } = reader();
    await ask('first', 3_000_000);
    await ask('second', 3_000_000);
    await ask('first', 3_000_000);
    await ask('third', 3_000_000);
    await ask('first', 3_000_000);
    await ask('second', 3_000_000);
    expect(asked).toEqual(['first', 'second', 'third', 'second']);
    await ask('huge', 9_000_000);
    await ask('huge', 9_000_000);
    expect(asked.slice(4)).toEqual(['huge', 'huge']);
  });

  it('are read again where reading failed', async () => {
    const keptRows = new KeptRows();
    const gone = new Error('the database is away');
    await expect(keptRows.getOrRead('count', () => Promise.reject(gone))).rejects.toBe(gone);
    expect(await keptRows.getOrRead('count', () => Promise.resolve([{ text: 'x', lines: 1 }]))).toHaveLength(1);
  });
});

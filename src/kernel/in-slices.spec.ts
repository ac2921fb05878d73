import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { bytesInSlices, mapInSlices } from './in-slices.ts';

/** Holds the event loop longer than a slice may. */
function holdLoop(): void {
  const begun = performance.now();
  while (performance.now() - begun < 15);
}

describe('mapping in slices', () => {
  it('keeps the order, and lets others have their turn between long things', async () => {
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    const mapped = await mapInSlices([1, 2, 3, 4], (n, i) => {
      holdLoop();
      return [n, i];
    });
    isDone = true;
    expect(mapped).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 3],
    ]);
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});

describe('bytes of a text in pieces', () => {
  it('are those of the whole text, and so is their hash', async () => {
    for (const pieces of [[], [''], ['é'], ['one, ', 'ł', '', '😀'.repeat(1_000)]]) {
      const whole = Buffer.from(pieces.join(''));
      const { bytes, sha256 } = await bytesInSlices(pieces);
      expect([bytes.equals(whole), sha256.equals(createHash('sha256').update(whole).digest())]).toEqual([true, true]);
    }
  });

  it('are made while others have their turn', async () => {
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await bytesInSlices(Array.from({ length: 8 }, () => 'é'.repeat(8_000_000)));
    isDone = true;
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});

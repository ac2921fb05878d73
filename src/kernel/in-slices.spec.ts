import { describe, expect, it } from '@jest/globals';
import { mapInSlices } from './in-slices.ts';

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

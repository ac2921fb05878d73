import { describe, expect, it } from '@jest/globals';
import { paceFor } from './pace.ts';

describe('the pace of frames', () => {
  it('is twenty a second for a few readers, and slower the more there are', () => {
    expect([1, 750, 1_500, 5_000, 15_000].map((readers) => Math.round(paceFor(readers, 0)))).toEqual([
      50, 50, 100, 333, 1_000,
    ]);
  });

  it('gives a late event loop time, but never more than a second of it', () => {
    expect([0, 100, 10_000].map((late) => paceFor(10, late))).toEqual([50, 250, 1_050]);
  });
});

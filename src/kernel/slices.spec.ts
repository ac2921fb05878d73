import { describe, expect, it } from '@jest/globals';
import { slicesOf } from './slices.ts';

describe('slices', () => {
  it('hold everything once, in order, at most a hundred items', () => {
    const items = Array.from({ length: 250 }, (_, i) => i);
    const slices = [...slicesOf(items)];
    expect(slices.flat()).toEqual(items);
    expect(slices.map(({ length }) => length)).toEqual([100, 100, 50]);
  });

  it('end earlier when they grow heavy; what is too heavy alone is a slice', () => {
    expect([...slicesOf([1, 200_000, 200_000, 900_000, 1], (weight) => weight)].map(({ length }) => length)).toEqual([
      2, 1, 1, 1,
    ]);
  });
});

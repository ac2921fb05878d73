import { describe, expect, it } from '@jest/globals';
import { bitsFor } from './proof.policy.ts';

describe('a proof of work', () => {
  it('is asked for from the limit on, and grows by a bit whenever the count doubles, up to a bound', () => {
    expect([0, 39, 40, 79, 80, 160, 1e9].map((count) => bitsFor(count, 40))).toEqual([0, 0, 16, 16, 17, 18, 20]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { refusedSince, type ReturnVerdict } from './returned-emails.policy.ts';

const on = (day: number): Date => new Date(Date.UTC(2026, 10, day));
const returned = (verdict: ReturnVerdict, ...days: number[]): { verdict: ReturnVerdict; at: Date }[] =>
  days.map((day) => ({ verdict, at: on(day) }));

describe('an address', () => {
  it('takes no e-mails since its first hard return', () => {
    expect(refusedSince(returned('hard', 9, 4))).toEqual(on(4));
    expect(refusedSince([])).toBeNull();
  });

  it('takes none since the fifth soft return within fourteen days', () => {
    expect(refusedSince(returned('soft', 1, 2, 3, 4))).toBeNull();
    expect(refusedSince(returned('soft', 1, 2, 3, 4, 15))).toEqual(on(15));
    expect(refusedSince(returned('soft', 1, 3, 4, 5, 16))).toBeNull();
    expect(refusedSince(returned('soft', 1, 3, 4, 5, 16, 17))).toEqual(on(17));
    expect(refusedSince([...returned('soft', 1, 2, 3, 4, 5), ...returned('hard', 4)])).toEqual(on(4));
  });

  it('is not to blame for what is the operator’s, or for a complaint', () => {
    expect(
      refusedSince([...returned('operator', 1, 2, 3, 4, 5, 6), ...returned('complaint', 1, 2, 3, 4, 5)]),
    ).toBeNull();
  });
});

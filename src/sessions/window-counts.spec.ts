import { describe, expect, it } from '@jest/globals';
import { CorrectedClock } from '../kernel/clock.ts';
import { WindowCounts } from './window-counts.ts';

describe('counting within a window', () => {
  it('begins anew when the window has ended', () => {
    const clock = new CorrectedClock();
    const counts = new WindowCounts(clock, { minutes: 10 });
    counts.add('a');
    clock.advance({ minutes: 9 });
    counts.add('a');
    expect([counts.of('a'), counts.of('b')]).toEqual([2, 0]);
    clock.advance({ minutes: 2 });
    expect(counts.of('a')).toBe(0);
    counts.add('a');
    expect(counts.of('a')).toBe(1);
    expect(counts.secondsLeft('a')).toBeGreaterThan(590);
  });

  it('remembers no more keys than it may, and forgets the oldest window first', () => {
    const counts = new WindowCounts(new CorrectedClock(), { minutes: 10 }, 100);
    for (let i = 0; i < 10_000; i += 1) counts.add(`network ${i}`);
    expect(counts.size).toBe(100);
    expect([counts.of('network 9999'), counts.of('network 9899')]).toEqual([1, 0]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { unpredictable } from '../kernel/chance.ts';
import { drawDueAt, HIDDEN_GONE_HOURS, PERSONA_GONE_MINUTES } from './departure.policy.ts';

const now = new Date('2026-05-04T10:00:00Z');
const minutesAfter = (at: Date): number => (at.getTime() - now.getTime()) / 60_000;

describe('drawing when something follows its account', () => {
  it('gives a persona from one minute to what the page promises', () => {
    expect(
      [0, 0.5, 0.999_999].map((value) => Math.round(minutesAfter(drawDueAt('persona', now, () => value)))),
    ).toEqual([1, 15, 28]);
    expect(minutesAfter(drawDueAt('persona', now, () => 0.999_999))).toBeLessThan(PERSONA_GONE_MINUTES);
  });

  it('gives votes and anonymous questions another hour, at the latest what the page promises after the last persona', () => {
    for (const kind of ['vote', 'question'] as const) {
      expect(minutesAfter(drawDueAt(kind, now, () => 0))).toBe(60);
      expect(minutesAfter(drawDueAt(kind, now, () => 0.999_999)) + PERSONA_GONE_MINUTES).toBeLessThan(
        HIDDEN_GONE_HOURS * 60,
      );
    }
  });

  it('draws each moment for itself', () => {
    const draws = Array.from({ length: 200 }, () => drawDueAt('persona', now, unpredictable).getTime());
    expect(new Set(draws).size).toBeGreaterThan(190);
    expect(draws.filter((draw, i) => i > 0 && draw > draws[i - 1]!).length).toBeGreaterThan(50);
  });
});

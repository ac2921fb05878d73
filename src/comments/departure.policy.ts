import { unpredictable, type Chance } from '../kernel/chance.ts';

/** A persona with all its comments, one anonymous question, or one vote. */
export type DepartureKind = 'persona' | 'question' | 'vote';

/**
 * Minutes between the erasure of an account and the departure of a persona. The page promises 30; the last two are for
 * a busy server.
 */
export const PERSONA_WAITS_MINUTES = { from: 1, to: 28 };
export const PERSONA_GONE_MINUTES = 30;

/**
 * Hours until an anonymous question or a vote departs, after all personas and apart from one another. The page promises
 * a day.
 */
export const HIDDEN_WAITS_HOURS = { from: 1, to: 23 };
export const HIDDEN_GONE_HOURS = 24;

/** Seconds a departure may be late before a starting server draws it anew, and within how many minutes. */
export const LATE_SECONDS = 60;
export const REDRAWN_MINUTES = 5;

const MINUTE_MS = 60_000;

/** Draws when a departure takes place, independently of others of the same account. */
export function drawDueAt(kind: DepartureKind, now: Date, chance: Chance = unpredictable): Date {
  const span =
    kind === 'persona' ? PERSONA_WAITS_MINUTES : { from: HIDDEN_WAITS_HOURS.from * 60, to: HIDDEN_WAITS_HOURS.to * 60 };
  return new Date(now.getTime() + Math.round((span.from + chance() * (span.to - span.from)) * MINUTE_MS));
}

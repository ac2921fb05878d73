import { addTo } from '../kernel/clock.ts';

/** A session nobody uses ends after this. */
export const SESSION_DAYS = 30;

/** However much it is used, a session ends after this: a token that was copied somewhere is worth nothing one day. */
export const SESSION_DAYS_AT_MOST = 365;

/** When a session ends if nobody uses it from now on. */
export const endOf = ({ begunAt, seenAt }: { begunAt: Date; seenAt: Date }): Date =>
  new Date(
    Math.min(addTo(seenAt, { days: SESSION_DAYS }).getTime(), addTo(begunAt, { days: SESSION_DAYS_AT_MOST }).getTime()),
  );

/**
 * For how long a sign-in counts as fresh: what cannot be undone asks for one, so that a session left open on a
 * borrowed machine cannot do it.
 */
export const FRESH_MINUTES = 15;

export const isFresh = (begunAt: Date, now: Date): boolean =>
  now.getTime() - begunAt.getTime() <= FRESH_MINUTES * 60_000;

/** Hours for which a repeated write is answered as the first was. */
export const WRITE_KEYS_KEPT_HOURS = 24;

import { addTo } from '../kernel/clock.ts';

/** Days without use after which a session ends. */
export const SESSION_DAYS = 30;

/** Days after which a session ends however much it is used, so that a copied token loses its value. */
export const SESSION_DAYS_AT_MOST = 365;

/** The end of a session that is not used from now on. */
export const endOf = ({ begunAt, seenAt }: { begunAt: Date; seenAt: Date }): Date =>
  new Date(
    Math.min(addTo(seenAt, { days: SESSION_DAYS }).getTime(), addTo(begunAt, { days: SESSION_DAYS_AT_MOST }).getTime()),
  );

/**
 * Minutes for which a sign-in counts as fresh. Irreversible acts require it, so that a session left open on a borrowed
 * machine cannot do them.
 */
export const FRESH_MINUTES = 15;

export const isFresh = (begunAt: Date, now: Date): boolean =>
  now.getTime() - begunAt.getTime() <= FRESH_MINUTES * 60_000;

/** Hours for which a repeated write gets the first answer. */
export const WRITE_KEYS_KEPT_HOURS = 24;

/** A session nobody uses ends after this. */
export const SESSION_DAYS = 30;

/**
 * For how long a sign-in counts as fresh: what cannot be undone asks for one, so that a session left open on a
 * borrowed machine cannot do it.
 */
export const FRESH_MINUTES = 15;

export const isFresh = (begunAt: Date, now: Date): boolean => now.getTime() - begunAt.getTime() <= FRESH_MINUTES * 60_000;

/** Hours for which a repeated write is answered as the first was. */
export const WRITE_KEYS_KEPT_HOURS = 24;

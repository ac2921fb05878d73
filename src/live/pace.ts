/**
 * Least time between two frames, in milliseconds, and readers for each further millisecond, so that all are served
 * evenly.
 */
const SHORTEST_MS = 50;
const READERS_A_MS = 15;
/** Most milliseconds that a late event loop adds between two frames. */
const LATE_AT_MOST_MS = 1_000;

/** Pause after a frame, in milliseconds. `late` is how much longer than planned the last pause took. */
export const paceFor = (readers: number, late: number): number =>
  Math.max(SHORTEST_MS, readers / READERS_A_MS) + Math.min(2 * late, LATE_AT_MOST_MS);

/** Least time between frames of votes alone, in milliseconds. */
export const VOTES_MS = 1_000;

/** Interval at which a room gets its number of readers and its thread's number, in milliseconds. */
export const PRESENCE_MS = 2_000;

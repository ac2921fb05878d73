/**
 * A frame at once, then at most one in so many milliseconds: more readers, more time, so that all are served evenly.
 */
const SHORTEST_MS = 50;
const READERS_A_MS = 15;
/** A busy event loop gets more time between frames than it is late, up to this. */
const LATE_AT_MOST_MS = 1_000;

/** How long to wait after a frame. `late` is how much later than wished the last wait ended. */
export const paceFor = (readers: number, late: number): number =>
  Math.max(SHORTEST_MS, readers / READERS_A_MS) + Math.min(2 * late, LATE_AT_MOST_MS);

/** What nobody waits for is shown at most so often. */
export const VOTES_MS = 1_000;

/** How often a room hears how many read along, and at which number they should be. */
export const PRESENCE_MS = 2_000;

/** How long a challenge may be answered; in minutes. */
export const PROOF_MINUTES = 5;

/** A browser without a script waits for so long instead of computing; in seconds. */
export const PROOF_WAIT_SECONDS = 8;

/** 2^16 hashes: a tenth of a second for a laptop's browser, half a second for an old phone. */
const LEAST_BITS = 16;

/** 2^20 hashes: a second or two, and about as long as the wait on an old phone. */
const MOST_BITS = 20;

/**
 * Leading zero bits asked for once `count` has reached `limit`; 0 below it. One more each time the count doubles, so
 * that a flood pays more and more while a person pays once.
 */
export function bitsFor(count: number, limit: number): number {
  return count < limit ? 0 : Math.min(MOST_BITS, LEAST_BITS + Math.floor(Math.log2(count / limit)));
}

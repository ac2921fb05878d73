/** Lifetime of a challenge, in minutes. */
export const PROOF_MINUTES = 5;

/** Wait of a browser without a script instead of a proof, in seconds. */
export const PROOF_WAIT_SECONDS = 8;

/** Least leading zero bits: 2^16 hashes take a laptop's browser a tenth of a second, an old phone half a second. */
const LEAST_BITS = 16;

/** Most leading zero bits: 2^20 hashes take a second or two, and on an old phone about as long as the wait. */
const MOST_BITS = 20;

/**
 * Leading zero bits required once `count` has reached `limit`; 0 below it. One more each time the count doubles, so
 * that a flood pays more and more while a person pays once.
 */
export function bitsFor(count: number, limit: number): number {
  return count < limit ? 0 : Math.min(MOST_BITS, LEAST_BITS + Math.floor(Math.log2(count / limit)));
}

import { it } from '@jest/globals';

/**
 * Whether tests run in their long form (`npm run test:full`): `*.full.spec.ts`, and crawls of a table. In `npm test`
 * they use sizes that show the same in seconds.
 */
export const isFullForm = process.env['TEST_FORM'] === 'full';

const seed = Number(process.env['FAULTS_SEED'] ?? 1);

/**
 * Whether a crawl visits the i-th row and the j-th column of its table. The long form visits all; the short one visits
 * each column from one row in `rows`, chosen by the seed.
 */
export const isSampled = (i: number, j: number, rows: number): boolean => isFullForm || (i + j + seed) % rows === 0;

/** One in `n` of the variants of a test, chosen by the seed; in the long form, all of them. */
export const oneIn = <T>(n: number, variants: readonly T[]): T[] => variants.filter((_, i) => isSampled(0, i, n));

/**
 * Declares a test for the long form alone: one that takes many seconds, and whose rule shorter tests check from another
 * side.
 */
export function inLongForm(rule: string, test: () => Promise<void>): void {
  // oxlint-disable-next-line jest/valid-title -- who calls this gives it
  if (isFullForm) it(rule, test);
}

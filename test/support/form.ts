/**
 * Whether tests that have a long form (`*.full.spec.ts`, and crawls of a table) run in it: `npm run test:full`. In
 * `npm test` they use sizes that show the same in a few seconds.
 */
export const isFullForm = process.env['TEST_FORM'] === 'full';

const seed = Number(process.env['FAULTS_SEED'] ?? 1);

/**
 * Whether a crawl visits the i-th row and the j-th column of its table: all of them in the long form. In the short one
 * each column is visited from one row in `rows`, and each row has its share of the columns; the seed says which.
 */
export const isSampled = (i: number, j: number, rows: number): boolean => isFullForm || (i + j + seed) % rows === 0;

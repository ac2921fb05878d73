/**
 * Whether tests that have a long form (`*.full.spec.ts`) run in it: `npm run test:full`. In `npm test` they use sizes
 * that show the same in a few seconds.
 */
export const isFullForm = process.env['TEST_FORM'] === 'full';

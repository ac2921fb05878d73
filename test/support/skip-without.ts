import { skipAll } from '@jest/globals';
import type { Program } from './programs.mjs';

/** Whether a program that tests start was found to be missing before the first of them (see `programs.mjs`). */
export const isMissing = (program: Program): boolean =>
  (process.env['TEST_WITHOUT'] ?? '').split(' ').includes(program);

/** Counts the tests of this file as skipped when a program they start is missing. */
export function skipWithout(program: Program): void {
  if (isMissing(program)) skipAll();
}

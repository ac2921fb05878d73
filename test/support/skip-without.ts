import { skipAll } from '@jest/globals';
import type { Program } from './programs.mjs';

/** Counts the tests of this file as skipped when a program they start is missing (see `programs.mjs`). */
export function skipWithout(program: Program): void {
  if ((process.env['TEST_WITHOUT'] ?? '').split(' ').includes(program)) skipAll();
}

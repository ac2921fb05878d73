import { skipAll } from '@jest/globals';

/** Counts the tests of this file as skipped where a program that they start is missing (see `programs.mjs`). */
export function skipWithout(program: 'chromium' | 'redis-server'): void {
  if ((process.env['TEST_WITHOUT'] ?? '').split(' ').includes(program)) skipAll();
}

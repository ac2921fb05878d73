import '@jest/globals';

declare module '@jest/globals' {
  /** Counts the tests that this file describes from now on as skipped. */
  export function skipAll(): void;
}

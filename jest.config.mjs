import os from 'node:os';

const common = {
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // Node loads the tests, in one process after another: the application is loaded once, not once for each file.
  testEnvironment: '<rootDir>/test/support/runner/environment.mjs',
  runtime: '<rootDir>/test/support/runner/runtime.cjs',
  transform: {},
};
const database = {
  globalSetup: '<rootDir>/test/support/runner/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/runner/global-teardown.mjs',
};

/**
 * What measures CPU, and what takes minutes: by `npm run test:full` alone, so that no test depends on a busy machine.
 */
const longForms = process.env.TEST_FORM === 'full' ? [] : ['\\.full\\.spec\\.ts$'];

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      roots: ['<rootDir>/src', '<rootDir>/web', '<rootDir>/locales', '<rootDir>/clients'],
      testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
    },
    {
      ...common,
      ...database,
      displayName: 'stories',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['/test/browser/', ...longForms],
    },
    {
      ...common,
      ...database,
      displayName: 'browser',
      roots: ['<rootDir>/test/browser'],
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: longForms,
    },
  ],
  reporters: ['default', '<rootDir>/test/support/count-reporter.mjs'],
  // Most of a story is waiting: for PostgreSQL, for servers that start, for browsers.
  maxWorkers: Math.min(6, Math.ceil(os.availableParallelism() * 1.5)),
  // Each test waits for conditions; this only ends one that waits for what never comes, also on a crowded machine.
  testTimeout: 900_000,
};

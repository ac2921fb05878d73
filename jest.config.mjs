// swcrc: false, or the transform would also read .swcrc, which belongs to the build.
const typescript = ['@swc/jest', {
  swcrc: false,
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
}];
const components = ['@swc/jest', {
  swcrc: false,
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
}];
const common = {
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': typescript, '^.+\\.tsx$': components },
};
const database = {
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

/** What measures CPU, and what takes minutes: by `npm run test:full` alone, so that no test depends on a busy machine. */
const longForms = process.env.TEST_FORM === 'full' ? [] : ['\\.full\\.spec\\.ts$'];

/** @type {import('jest').Config} */
export default {
  projects: [
    { ...common, displayName: 'unit', roots: ['<rootDir>/src', '<rootDir>/web', '<rootDir>/locales'], testMatch: ['**/*.spec.ts', '**/*.spec.tsx'] },
    { ...common, ...database, displayName: 'stories', roots: ['<rootDir>/test'], testMatch: ['**/*.spec.ts'], testPathIgnorePatterns: ['/test/browser/', ...longForms] },
    { ...common, ...database, displayName: 'browser', roots: ['<rootDir>/test/browser'], testMatch: ['**/*.spec.ts'] },
  ],
  reporters: ['default', '<rootDir>/test/support/count-reporter.mjs'],
  maxWorkers: 2,
  // Each test waits for conditions; this only ends one that waits for what never comes, also on a crowded machine.
  testTimeout: 120_000,
};

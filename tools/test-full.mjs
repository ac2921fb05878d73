// `npm run test:full`, before a release: the types by the compiler itself (otherwise the lint checks them), the long
// forms of tests, the faults with their full counts, then unit tests and stories on the newest supported Node, except
// faults and the search for addresses, which start the built server.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const NEWEST = '24';
const RUNNER = ['--import', './test/support/runner/typescript.mjs', '--disable-warning=ExperimentalWarning'];
const JEST = [...RUNNER, 'node_modules/jest/bin/jest.js'];

const run = (command, args, settings = {}) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...settings } }).status === 0;

/** Files that ask for the form themselves, or through a file beside them, and those of properties. */
const HAS_LONG_FORM = /support\/form\.ts'|\bfc\.assert\(|from '\.\/(?:crawling|forum)\.ts'/;

/** The test files with a long form, but for faults, which have a command of their own. */
const filesWithLongForm = ['test', 'src', 'web', 'clients/typescript/src', 'locales'].flatMap((root) =>
  readdirSync(root, { recursive: true })
    .map((file) => path.join(root, file))
    .filter((file) => /\.spec\.tsx?$/.test(file) && !file.startsWith(path.join('test', 'faults')))
    .filter((file) => file.includes('.full.') || HAS_LONG_FORM.test(readFileSync(file, 'utf8'))),
);

/** Node from npm, for this machine. */
async function onNewestNode(args) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-node-'));
  const name = `node-${process.platform}-${process.arch}`;
  try {
    const quietly = ['--silent', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
    return (
      run('npm', ['install', ...quietly, '--prefix', folder, `${name}@${NEWEST}`]) &&
      run(path.join(folder, 'node_modules', name, 'bin/node'), args)
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

console.log('types');
const isTyped = run('npm', ['run', '--silent', 'types']);

console.log('the long forms');
// One at a time, because some of them measure CPU.
const isLongFormGreen = run(process.execPath, [...JEST, '--maxWorkers=1', '--runTestsByPath', ...filesWithLongForm], {
  TEST_FORM: 'full',
});

console.log('faults, with their full counts');
const areFaultsGreen = run(process.execPath, ['test/faults/run.mjs']);

console.log(`unit tests and stories on Node ${NEWEST}`);
const others = ['--testPathIgnorePatterns', '/test/browser/', '/test/faults/', '/test/leaks/'];
const isNewestGreen = await onNewestNode([...JEST, '--selectProjects', 'unit', 'stories', ...others]);

if (!isTyped || !isLongFormGreen || !areFaultsGreen || !isNewestGreen) process.exit(1);

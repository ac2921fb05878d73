// `npm run test:full`, before a release: the types by the compiler itself (otherwise the lint checks them), the long
// forms of tests, then unit tests and stories on the newest supported Node, except faults and the search for addresses,
// which start the built server.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const NEWEST = '24';
/** Files that check whether they run in their long form. */
const LONG_FORMS = [
  '\\.full\\.spec\\.ts$',
  'test/hostile/',
  'test/leaks/',
  'test/imports/',
  'transcript/hiding',
  'browser/accessible',
  'ops/starting',
  'ops/developing',
  'feeds/machines',
  // Properties, with values of their own at each run.
  'src/kernel/',
  'src/platform/markup/',
  'src/accounts/pasted-link',
  'web/components/transcript-client',
  'faults/changes-protocol',
];
const RUNNER = ['--import', './test/support/runner/typescript.mjs', '--disable-warning=ExperimentalWarning'];
const JEST = [...RUNNER, 'node_modules/jest/bin/jest.js'];

const run = (command, args, settings = {}) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...settings } }).status === 0;

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
const isLongFormGreen = run(process.execPath, [...JEST, '--maxWorkers=1', ...LONG_FORMS], { TEST_FORM: 'full' });

console.log(`unit tests and stories on Node ${NEWEST}`);
const others = ['--testPathIgnorePatterns', '/test/browser/', '/test/faults/', '/test/leaks/'];
const isNewestGreen = await onNewestNode([...JEST, '--selectProjects', 'unit', 'stories', ...others]);

if (!isTyped || !isLongFormGreen || !isNewestGreen) process.exit(1);

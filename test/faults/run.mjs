import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * `npm run faults -- [F1 F5 protocol …]`: breaks what is named, or everything, with the full counts, and prints what
 * was seen as a table. FAULTS_SEED repeats a run. Exit 1 when a promise was not kept. `npm run test:full` runs it too;
 * the short form of some of it is in `npm test`.
 */
const NAMES = [...Array.from({ length: 16 }, (_, i) => `F${i + 1}`), 'F19', 'protocol'];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}: say ${NAMES.join(', ')}.\n`);
  process.exit(1);
}

const dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-report-'));
const [report, results] = ['seen.jsonl', 'results.json'].map((name) => path.join(dir, name));
const seed = process.env.FAULTS_SEED ?? String(randomInt(1, 2 ** 31));
process.stdout.write(
  `Seed ${seed}; ${os.cpus().length} × ${os.cpus()[0].model}, Node ${process.version}. FAULTS_SEED=${seed} ` +
    `makes the same run again.\n`,
);

const args = [
  '--import',
  './test/support/runner/typescript.mjs',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--selectProjects',
  'stories',
  '--runInBand',
  '--forceExit',
  '--json',
  `--outputFile=${results}`,
  'test/faults/',
];
if (wanted.length > 0) args.push('--testNamePattern', wanted.map((name) => `\\b${name}\\b`).join('|'));
const child = spawn(process.execPath, args, {
  env: { ...process.env, FAULTS: 'full', TEST_FORM: 'full', FAULTS_SEED: seed, FAULTS_REPORT: report },
  stdio: ['ignore', 'ignore', 'inherit'],
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
const code = await new Promise((resolve) => {
  child.on('close', resolve);
});

const seen = (await readFile(report, 'utf8').catch(() => ''))
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const tests = JSON.parse(await readFile(results, 'utf8').catch(() => '{"testResults":[]}')).testResults.flatMap(
  ({ assertionResults }) => assertionResults,
);
await rm(dir, { recursive: true, force: true });

function verdict(statuses) {
  if (statuses.includes('failed')) return '**failed**';
  return statuses.includes('passed') ? 'kept' : 'not tried here';
}
process.stdout.write('\n| | | seen |\n|---|---|---|\n');
for (const name of NAMES.filter((each) => wanted.length === 0 || wanted.includes(each))) {
  const statuses = tests
    .filter(({ fullName }) => new RegExp(`\\b${name}\\b`).test(fullName))
    .map(({ status }) => status)
    .filter((status) => status !== 'pending');
  process.stdout.write(
    `| ${name} | ${verdict(statuses)} | ${seen
      .filter(({ fault }) => fault === name)
      .map(({ what }) => what)
      .join(' · ')} |\n`,
  );
}
process.exit(code ?? 1);

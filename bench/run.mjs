import { asJson, asTable, asText } from './support/figures.mjs';
import { endAll } from './support/processes.mjs';
import { saveResults } from './support/results.mjs';

/**
 * `npm run bench -- [name…] [--json] [--full]`: takes the named measures, or all, one after another; with `--charts` it
 * draws those of docs/ instead.
 *
 * Each is a ratio to a bare limit taken in the same run, alternating, since an absolute figure says little on a noisy
 * machine. A missed target is printed and is no failure; the exit code is 1 only when a measure could not be taken.
 *
 * `--full` takes longer and more runs; each default takes about 30 s. Results go to bench/results, from which `npm run
 * bench:table` makes the table of docs/benchmarks.md.
 */
const MEASURES = [
  'read-json',
  'read-html',
  'read-304',
  'read-cold',
  'weight',
  'post-many',
  'post-hot',
  'votes',
  'room',
  'grow',
  'fanout',
  'desk',
  'storm',
  'nodes',
  'replay',
  'sockets',
  'start',
  'organizing',
  'queue',
  'digest',
  'enumeration',
  'routes',
  'import',
  'figures',
];

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = [
  ...names.filter((name) => !MEASURES.includes(name)),
  ...flags.filter((flag) => !['--json', '--full', '--charts'].includes(flag)),
];
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}: say ${MEASURES.join(', ')}, --json, --full or --charts.\n`);
  process.exit(1);
}
const print = flags.includes('--json') ? asJson : (line) => `${asText(line)}\n`;

/** After a signal, failures it causes are not printed and no further measure begins. */
let isStopping = false;

async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  await endAll();
  process.exit(code);
}

process.on('SIGINT', () => void stop(130));
process.on('SIGTERM', () => void stop(143));
process.on('uncaughtException', (error) => {
  if (!isStopping) process.stderr.write(`${error.stack}\n`);
  void stop(1);
});

/** The current measure, because one that waits for something that never comes ends the process silently (exit 13). */
let taking = null;
process.on('exit', () => {
  if (taking !== null && !isStopping)
    process.stderr.write(`${taking} was not measured to its end: what it waited for will never come.\n`);
});

const lines = [];
if (flags.includes('--charts')) {
  const { draw } = await import('./charts.mjs');
  await draw();
  await stop(0);
}

for (const name of names.length > 0 ? names : MEASURES) {
  if (isStopping) break;
  taking = name;
  try {
    const { measure } = await import(`./measures/${name}.mjs`);
    for (const line of await measure({ full: flags.includes('--full') })) {
      process.stdout.write(`${print(line)}\n`);
      lines.push(line);
    }
  } catch (error) {
    if (!isStopping) process.stderr.write(`${name} could not be measured: ${error.stack}\n`);
    process.exitCode = 1;
  }
  if (!isStopping) await endAll();
  taking = null;
}
if (lines.length > 1 && !flags.includes('--json')) process.stdout.write(`The worst first:\n\n${asTable(lines)}\n`);
if (lines.length > 0) {
  const file = await saveResults(lines, { isFull: flags.includes('--full') });
  process.stderr.write(`kept in ${file}; npm run bench:table -- --write puts it into docs/benchmarks.md\n`);
}

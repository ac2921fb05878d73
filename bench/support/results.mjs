import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { digits } from './figures.mjs';
import { root } from './product.mjs';

const FOLDER = path.join(root, 'bench/results');

/** Adds results to the file of this day and commit; returns its name. */
export async function saveResults(lines, { isFull }) {
  const takenAt = new Date().toISOString();
  const commit = commitOf();
  const file = path.join(FOLDER, `${takenAt.slice(0, 10)}-${commit}.json`);
  const before = await readFile(file, 'utf8').then(JSON.parse, () => ({ measures: [] }));
  const taken = lines.map((line) => measureOf(line, { isFull, takenAt }));
  const names = new Set(taken.map(({ name }) => name));
  const measures = [...before.measures.filter(({ name }) => !names.has(name)), ...taken];
  const results = { ...before, commit, machine: machine(), node: process.versions.node, measures };
  await mkdir(FOLDER, { recursive: true });
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
  return path.relative(root, file);
}

/** The newest result of each measure, over all files, with its time and commit. */
export async function newestMeasures() {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.json'));
  const all = await Promise.all(files.map(async (name) => JSON.parse(await readFile(path.join(FOLDER, name), 'utf8'))));
  const newest = new Map();
  for (const { commit, measures } of all) {
    for (const measure of measures) {
      const known = newest.get(measure.name);
      if (!known || measure.takenAt > known.takenAt) newest.set(measure.name, { commit, ...measure });
    }
  }
  return newest;
}

/** The stored form of a result. The long form is a measure of its own, because its sizes differ. */
function measureOf(line, { isFull, takenAt }) {
  return {
    name: isFull ? `${line.name} --full` : line.name,
    what: line.what,
    unit: line.unit,
    server: digits(line.value),
    bare: digits(line.bare),
    ratio: digits(line.ratio),
    spread: line.spread.map(digits),
    target: line.targetSays,
    verdict: line.met ? 'met' : 'not met',
    takenAt,
  };
}

/** Abbreviated, and marked where the tree has uncommitted changes. */
function commitOf() {
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8', cwd: root }).trim();
  try {
    const commit = git('rev-parse', '--short', 'HEAD');
    return git('status', '--porcelain', '--', 'src', 'web', 'migrations') === '' ? commit : `${commit}-changed`;
  } catch {
    return 'unknown';
  }
}

function machine() {
  const cpus = os.cpus();
  return (
    `${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ` +
    `${os.type()} ${os.arch()}`
  );
}

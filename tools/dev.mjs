// `npm run dev`: runs the server with all components at /style. After a save, changed files are compiled and the server
// restarts, unless they do not compile; Vite watches the client's files. Nothing is joined or compressed.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { compileFile, filesOfServer, isOfServer } from './compile.mjs';
import { joinWorkers } from './join-workers.mjs';

const FOLDERS = ['src', 'web', 'locales', 'migrations'];
const OUT = '.cache/dev';
const MANIFEST = path.join(OUT, 'public/.vite/manifest.json');
/** Time for a change to settle, in milliseconds, because editors write a file in several steps. */
const SETTLED_MS = 50;

const changed = new Set();
let timer;
let working = Promise.resolve();
let isEnding = false;
let server = null;
/** The next server: a process that has loaded the libraries and waits. */
let next = null;

function later(work) {
  working = working.then(work).catch((error) => console.error(error.message));
}

/** Starts a process that loads the libraries, which is most of a start, ahead of time. */
function prepareNext() {
  next = spawn(process.execPath, ['--enable-source-maps', 'tools/dev-server.mjs', OUT], {
    stdio: ['inherit', 'pipe', 'inherit', 'ipc'],
  });
  next.stdout.pipe(process.stdout);
}

async function restart() {
  if (isEnding) return;
  if (next === null || next.exitCode !== null) prepareNext();
  await end('SIGKILL');
  server = next;
  next = null;
  server.send('start');
  await Promise.race([saysThatItIsReady(server), ended(server)]);
  prepareNext();
}

const ended = (child) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

const saysThatItIsReady = (child) =>
  new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      if (String(chunk).includes('is ready')) resolve();
    });
  });

/** A killed server leaves its PostgreSQL running for the next one. */
async function end(signal) {
  if (!server) return;
  const ending = ended(server);
  server.kill(signal);
  await ending;
  server = null;
}

async function endAll() {
  isEnding = true;
  next?.kill('SIGKILL');
  await end('SIGTERM');
  process.exit(0);
}

async function compileChanged() {
  const files = [...changed];
  changed.clear();
  for (const file of files) await compileFile(file, OUT);
  await restart();
  if (files.some((file) => file.startsWith('src/'))) await joinOwnWorkers();
}

const joinOwnWorkers = () => joinWorkers({ from: path.join(OUT, 'src'), ending: '.js', to: path.join(OUT, 'start') });

/** Compiles everything once; also notes which libraries the server imports. */
async function compileAll() {
  const libraries = new Set();
  for (const file of await filesOfServer(FOLDERS)) {
    const code = await compileFile(file, OUT);
    for (const [, name] of code.matchAll(/^(?:import|export)\b[^'"]*['"]([^.'"][^'"]*)['"]/gm)) libraries.add(name);
  }
  await writeFile(path.join(OUT, 'libraries.json'), JSON.stringify([...libraries]));
}

/** Builds the client, and again after each save; calls back when file names have changed. */
async function watchClient(onChange) {
  const outDir = path.join(OUT, 'public');
  const watcher = await build({ logLevel: 'warn', build: { outDir, watch: {}, minify: false, emptyOutDir: false } });
  let names = '';
  return new Promise((resolve) => {
    watcher.on('event', async ({ code, result, error }) => {
      if (code === 'ERROR') console.error(error.message);
      if (code === 'BUNDLE_END') await result?.close();
      if (code !== 'END') return;
      const found = await readFile(MANIFEST, 'utf8');
      if (names !== '' && names !== found) onChange();
      names = found;
      resolve();
    });
  });
}

for (const folder of FOLDERS) {
  watch(folder, { recursive: true }, (_event, name) => {
    const file = path.join(folder, name ?? '');
    if (!isOfServer(file)) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => later(compileChanged), SETTLED_MS);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void endAll());
}
await rm(OUT, { recursive: true, force: true });
later(async () => {
  await compileAll();
  await Promise.all([joinOwnWorkers(), watchClient(() => later(restart))]);
  await restart();
});

// `npm run dev`: builds, runs the server with every part of every page at /style, and does both again when a source
// has changed. What does not build says so, and the server that ran before goes on.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';

const SOURCES = ['src', 'web', 'locales', 'migrations'];
/** Editors write a file in several steps; in milliseconds. */
const SETTLED_MS = 200;

const run = (command, args) => spawn(command, args, { stdio: 'inherit' });
const ended = (child) =>
  new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
  });

let server = null;
let timer;
let working = Promise.resolve();

async function again() {
  if ((await ended(run('npm', ['run', '--silent', 'build']))) !== 0) return;
  await stop();
  const begun = run(process.execPath, ['dist/start/main.js']);
  begun.once('exit', () => {
    if (server === begun) server = null;
  });
  server = begun;
}

/** However the server ended before, this comes to an end. */
async function stop() {
  if (!server) return;
  const ending = ended(server);
  server.kill('SIGTERM');
  await ending;
}

for (const folder of SOURCES) {
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(again);
    }, SETTLED_MS);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void end());
}
working = working.then(again);

async function end() {
  await working;
  await stop();
  process.exit(0);
}

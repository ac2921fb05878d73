// The server of `npm run dev`: reads the libraries, then waits until it is told to start with what is compiled by then.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const compiled = path.resolve(process.argv[2]);

process.once('message', () => void import(pathToFileURL(path.join(compiled, 'src/start/main.js')).href));
// Whoever watches is gone: the server ends as if it had been told so, and stops its PostgreSQL.
process.once('disconnect', () => {
  if (process.listenerCount('SIGTERM') === 0) process.exit(0);
  process.kill(process.pid, 'SIGTERM');
});

for (const name of JSON.parse(await readFile(path.join(compiled, 'libraries.json'), 'utf8')))
  await import(name).catch(() => undefined);

// The server of `npm run dev`: loads the libraries, then waits for the signal to start with the compiled sources.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const compiled = path.resolve(process.argv[2]);

process.once('message', () => void import(pathToFileURL(path.join(compiled, 'src/start/main.js')).href));
// Once the watching process is gone, the server ends as if it had been told to, and stops its PostgreSQL.
process.once('disconnect', () => {
  if (process.listenerCount('SIGTERM') === 0) process.exit(0);
  process.kill(process.pid, 'SIGTERM');
});

for (const name of JSON.parse(await readFile(path.join(compiled, 'libraries.json'), 'utf8')))
  await import(name).catch(() => undefined);

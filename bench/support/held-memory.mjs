import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { sleep } from './processes.mjs';

/** File in which a process leaves its answer. */
const fileOf = (pid) => path.join(os.tmpdir(), `aftertalk-held-${pid}.json`);

// In a process with this file as `--import`, SIGUSR2 reports the memory that is still used after a garbage collection.
if (isMainThread && globalThis.gc) {
  process.on('SIGUSR2', () => {
    for (let i = 0; i < 3; i += 1) globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    writeFileSync(fileOf(process.pid), JSON.stringify({ held: heapUsed + external, resident: rss }));
  });
}

/** Node flags for a process that `memoryOf` reads. */
export const HELD_MEMORY = ['--expose-gc', '--import', fileURLToPath(import.meta.url)];

/** Bytes still in use, and bytes the process has from the machine. */
export async function memoryOf(pid) {
  const file = fileOf(pid);
  await rm(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (let tries = 0; tries < 100; tries += 1) {
    await sleep(100);
    if (!existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    if (!text.endsWith('}')) continue;
    await rm(file);
    return JSON.parse(text);
  }
  throw new Error(`process ${pid} does not say what memory it holds`);
}

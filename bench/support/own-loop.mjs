// Loaded into the measured server by `--import`: on SIGUSR2 it writes the longest block of the event loop since the
// last time, and the memory now and at most, to DATA_DIR/own-loop.json.
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { longestBlock } from './longest-block.mjs';

const RESOLUTION_MS = 1;
const MEGABYTE = 1024 * 1024;

if (isMainThread) {
  const block = longestBlock(RESOLUTION_MS);
  const memory = () => process.memoryUsage.rss() / MEGABYTE;
  let [asked, before, peak] = [0, memory(), 0];
  setInterval(() => {
    peak = Math.max(peak, memory());
  }, 20).unref();
  process.on('SIGUSR2', () => {
    asked += 1;
    const file = path.join(process.env.DATA_DIR, 'own-loop.json');
    writeFileSync(`${file}.new`, JSON.stringify({ asked, longest: block.held(), before, peak }));
    renameSync(`${file}.new`, file);
    block.reset();
    [before, peak] = [memory(), 0];
  });
}

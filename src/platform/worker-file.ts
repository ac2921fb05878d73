import path from 'node:path';

/** Beside the joined server. Sources run in tests alone, whose set-up joins the workers into the cache. */
const FOLDER = path.join(
  import.meta.dirname,
  path.extname(import.meta.filename) === '.ts' ? '../../.cache/start' : '../../start',
);

/** The joined file of a worker thread (tools/join-workers.mjs makes it). */
export const workerFile = (name: string): string => path.join(FOLDER, `${name}.js`);

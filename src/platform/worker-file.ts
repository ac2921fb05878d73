import path from 'node:path';

/** Beside the joined server; for sources, which only tests run, where their set-up has joined them. */
const FOLDER = path.join(
  import.meta.dirname,
  path.extname(import.meta.filename) === '.ts' ? '../../.cache/start' : '../../start',
);

/** The joined file that a worker thread runs (see tools/join-workers.mjs). */
export const workerFile = (name: string): string => path.join(FOLDER, `${name}.js`);

import path from 'node:path';
import { rolldown } from 'rolldown';

/** The files that worker threads begin with, below the folder of the server's modules, without their ending. */
const WORKERS = ['imports/programme.worker'];

/**
 * Joins what each worker thread runs into one file of its own: a thread begins by loading everything anew, and of some
 * hundred single files most of its start would be opening them. Tests join the sources, the build what it compiled.
 */
export async function joinWorkers({ from, ending, to }) {
  for (const worker of WORKERS) {
    const bundle = await rolldown({ input: path.resolve(from, worker + ending), platform: 'node', logLevel: 'warn' });
    await bundle.write({ file: path.resolve(to, `${path.basename(worker)}.js`), format: 'esm', keepNames: true });
    await bundle.close();
  }
}

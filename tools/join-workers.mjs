import path from 'node:path';
import { rolldown } from 'rolldown';

/** Entry files of worker threads, below the server's modules, without their extension. */
const WORKERS = [
  'imports/programme.worker',
  'inbound/email.worker',
  'inbound/mailbox.worker',
  'platform/mail/mail-thread.worker',
];

/**
 * Joins each worker thread's code into one file, because opening hundreds of files would be most of its start. Tests
 * join the sources, the build its compiled files.
 */
export async function joinWorkers({ from, ending, to }) {
  for (const worker of WORKERS) {
    const bundle = await rolldown({ input: path.resolve(from, worker + ending), platform: 'node', logLevel: 'warn' });
    await bundle.write({ file: path.resolve(to, `${path.basename(worker)}.js`), format: 'esm', keepNames: true });
    await bundle.close();
  }
}

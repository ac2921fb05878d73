import { execFileSync } from 'node:child_process';
import { compare } from '../support/figures.mjs';
import { watching } from '../support/cpu.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { now } from '../support/processes.mjs';

/**
 * Seconds from the start of the built server to the first 200 of /health/ready: with a new database, and with an
 * existing one. No bare limit does the same work; an empty Node is the reference.
 */
export async function measure({ full }) {
  const rounds = { first: [], again: [] };
  for (let i = 0; i < (full ? 15 : 5); i += 1) {
    const dir = await dataDir();
    for (const kind of ['first', 'again']) rounds[kind].push(await start(dir));
  }
  const line = (name, what, seconds, taken) =>
    compare({ name, unit: 's', what, target: { valueAtMost: seconds }, rounds: taken });
  return [
    line('start', 'until ready on an existing database, beside an empty Node', 3, rounds.again),
    line('start-first', 'until ready the first time, beside an empty Node', 8, rounds.first),
  ];
}

async function start(dir) {
  const begun = now();
  execFileSync(process.execPath, ['-e', '0']);
  const empty = now() - begun;
  let product;
  const pids = { server: () => product?.pid, postgres: () => product?.postmaster.pid };
  const { cpu, others } = await watching(pids, async () => {
    product = await startProduct({ dir, demo: 'on' });
  });
  await product.stop();
  return {
    value: { figure: product.readyAfter / 1_000, cpuPerRequest: cpu.server * 1_000 },
    bare: { figure: empty / 1_000, cpuPerRequest: NaN },
    others,
  };
}

import { readFileSync } from 'node:fs';
import { compare } from '../support/figures.mjs';
import { crowdIn, furnish } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { gather, processesFor } from '../support/crowd.mjs';
import { dataDir, FLAGS, startProduct } from '../support/product.mjs';
import { sleep, worker } from '../support/processes.mjs';

/** What each side carries before anything is counted: the first hundreds of sockets fill memory that was there already. */
const WARM = 500;

/**
 * Memory of the server for each signed-in socket that is in a thread and does nothing, and whether any is lost meanwhile.
 * Bare limit: as many sockets on a bare Socket.IO, under the same flags of Node, since how much young garbage it may keep
 * decides more than the sockets do. Growth of the resident memory since the first sockets, after each of five batches.
 */
export async function measure({ full }) {
  const [batch, idle] = full ? [2_000, 600] : [500, 5];
  const product = await startProduct({ dir: await dataDir() });
  const { threadIds: [threadId] } = await furnish(product, { threads: 1, participants: 1 });
  const tokens = await crowdIn(product, WARM + 5 * batch);
  const bare = worker('bare/sockets.mjs', { flags: FLAGS });
  const { port } = await bare.ask({ doing: 'listen' });
  const sides = { value: { port: product.port, pid: product.pid }, bare: { port, pid: bare.pid } };
  const workers = processesFor(2 * (WARM + 5 * batch));
  let crowds = [];
  const more = async (readers) => {
    const own = tokens.splice(0, readers);
    for (const [side, { port: at }] of Object.entries(sides)) crowds.push(await gather(workers, { side, port: at, threadId, readers, tokens: own }));
    await sleep(1_000);
  };
  await more(WARM);
  crowds = crowds.slice(0, 2);
  const rounds = [];
  const before = Object.values(sides).map(({ pid }) => memoryOf(pid));
  for (let i = 0; i < 5; i += 1) {
    const { cpu, others } = await watching({ value: product.pid, bare: bare.pid, postgres: product.postmaster.pid }, () => more(batch));
    const [value, limit] = Object.entries(sides).map(([side, { pid }], k) => ({ figure: (memoryOf(pid) - before[k]) / ((i + 1) * batch) / 1_000, cpuPerRequest: (cpu[side] * 1_000) / batch }));
    rounds.push({ value, bare: limit, others });
  }
  await sleep(idle * 1_000);
  const [{ lost }, { lost: bareLost }] = await Promise.all(crowds.slice(0, 2).map((crowd) => crowd.collect(0)));
  rounds[0].value.missing = lost;
  return [compare({ name: 'sockets', unit: 'kB', target: { atMost: 1.3 }, rounds, what: `resident memory for each of ${(WARM + 5 * batch).toLocaleString('en')} idle signed-in sockets, against bare Socket.IO`, notes: [
    `${lost} were lost in ${idle} s, ${bareLost} of the bare ones; CPU is for a socket to come and enter its room`,
  ] })];
}

/** Bytes a process holds in memory; unknown where there is no /proc. */
function memoryOf(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1_024;
  } catch {
    return NaN;
  }
}

import { compare } from '../support/figures.mjs';
import { crowdIn, furnish } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { gather, processesFor } from '../support/crowd.mjs';
import { HELD_MEMORY, memoryOf } from '../support/held-memory.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { sleep, worker } from '../support/processes.mjs';

/** Sockets opened before counting, because the first hundreds fill memory that was allocated already. */
const WARM = 500;

/**
 * Memory for each signed-in idle socket in a thread, and whether any is lost. Bare limit: as many sockets on a bare
 * Socket.IO. Growth by each of five batches after a garbage collection, because the memory of a process tells more
 * about its collections than about sockets.
 */
export async function measure({ full }) {
  const [batch, idle] = full ? [2_000, 600] : [500, 5];
  const product = await startProduct({ dir: await dataDir(), flags: HELD_MEMORY });
  const {
    threadIds: [threadId],
  } = await furnish(product, { threads: 1, participants: 1 });
  const tokens = await crowdIn(product, WARM + 5 * batch);
  const bare = worker('bare/sockets.mjs', { flags: HELD_MEMORY });
  const { port } = await bare.ask({ doing: 'listen' });
  const sides = { value: { port: product.port, pid: product.pid }, bare: { port, pid: bare.pid } };
  const workers = processesFor(2 * (WARM + 5 * batch));
  let crowds = [];
  const more = async (readers) => {
    const own = tokens.splice(0, readers);
    for (const [side, { port: at }] of Object.entries(sides))
      crowds.push(await gather(workers, { side, port: at, threadId, readers, tokens: own }));
    await sleep(1_000);
  };
  await more(WARM);
  crowds = crowds.slice(0, 2);
  const rounds = [];
  const look = async () => ({ value: await memoryOf(product.pid), bare: await memoryOf(bare.pid) });
  let after = await look();
  for (let i = 0; i < 5; i += 1) {
    const { cpu, others } = await watching(
      { value: product.pid, bare: bare.pid, postgres: product.postmaster.pid },
      () => more(batch),
    );
    const before = after;
    after = await look();
    const side = (name) => ({
      figure: (after[name].held - before[name].held) / batch / 1_000,
      cpuPerRequest: (cpu[name] * 1_000) / batch,
    });
    rounds.push({ value: side('value'), bare: side('bare'), others });
  }
  await sleep(idle * 1_000);
  const [{ lost }, { lost: bareLost }] = await Promise.all(crowds.slice(0, 2).map((crowd) => crowd.collect(0)));
  rounds[0].value.missing = lost;
  return [
    compare({
      name: 'sockets',
      unit: 'kB',
      target: { atMost: 1.3 },
      rounds,
      what:
        `memory held for each of ${(WARM + 5 * batch).toLocaleString('en')} idle signed-in sockets, against bare ` +
        'Socket.IO',
      notes: [
        `${lost} were lost in ${idle} s, ${bareLost} of the bare ones; CPU is for a socket to come and enter its room`,
        `resident in the end: ${Object.values(after)
          .map(({ resident }) => `${Math.round(resident / 1e6)} MB`)
          .join(', bare ')}`,
      ],
    }),
  ];
}

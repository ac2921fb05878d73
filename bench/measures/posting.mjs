import pg from 'pg';
import { compare } from '../support/figures.mjs';
import { furnish } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { atEnd, sleep, worker } from '../support/processes.mjs';

const CLIENTS = 64;
const ROUNDS = 9;

/** Warm-up rounds, which are not counted; after five the CPU time of a comment no longer falls (measured). */
const WARMING = 5;

/** As many as the server's own pool for writing has. */
const CONNECTIONS = 8;

/**
 * The common part of both posting measures: 64 people over HTTP, each on a connection, and bare inserts on the same
 * cluster.
 */
export async function posting({ name, what, target, kind, threads, full }) {
  const product = await startProduct({ dir: await dataDir() });
  const { threadIds, tokens } = await furnish(product, { threads, participants: CLIENTS });
  const [bare, load] = [worker('bare/inserts.mjs'), worker('load/requests.mjs')];
  await bare.ask({ url: product.databaseUrl, connections: CONNECTIONS, threadIds });
  const postgres = product.postmaster.pid;
  const seconds = full ? 10 : 0.8;

  const take = async (pid, work) => {
    const { answer, cpu, others } = await watching({ server: pid, postgres }, work);
    const each = (ms) => (ms * 1000) / (answer.answered ?? answer.inTime);
    return {
      figure: answer.inTime / seconds,
      cpuPerRequest: each(cpu.server),
      postgres: each(cpu.postgres),
      p99: answer.p99,
      missing: answer.refused ?? 0,
      firstRefusal: answer.firstRefusal,
      others,
    };
  };
  const value = () =>
    take(product.pid, () =>
      load.ask({
        port: product.port,
        connections: CLIENTS,
        seconds,
        requests: { kind: 'post', threadIds, tokens },
        expect: 201,
      }),
    );
  const quiet = await readersOf(product);
  const limit = () => take(bare.pid, () => bare.ask({ seconds, kind, threadIds }));

  // A fresh process takes three times the CPU time a comment, on both sides, until its code is compiled.
  for (let i = 0; i < WARMING; i += 1) {
    await value();
    await quiet();
    await limit();
  }
  const rounds = [];
  // Many short rounds, alternating, because the machine's speed changes from second to second.
  for (let i = 0; i < ROUNDS; i += 1) {
    const round = { value: await value(), bare: await quiet().then(limit) };
    rounds.push({ ...round, others: (round.value.others + round.bare.others) / 2 });
  }
  const last = rounds.at(-1);
  const refused = rounds.reduce((sum, round) => sum + round.value.missing, 0);
  return [
    compare({
      name,
      unit: 'comments/s',
      what,
      target,
      rounds,
      notes: [
        `p99 ${last.value.p99.toFixed(0)} ms; PostgreSQL spent ${last.value.postgres.toFixed(0)} µs of CPU a ` +
          `comment, ${last.bare.postgres.toFixed(0)} with bare inserts`,
        ...(refused > 0
          ? [
              `${refused} comments were refused, the first with ` +
                `${rounds.find((round) => round.value.missing > 0).value.firstRefusal}`,
            ]
          : []),
      ],
    }),
  ];
}

/**
 * Waits until the log readers have read everything: they pause while people post, and must not burden the bare side.
 */
async function readersOf(product) {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  atEnd(() => client.end());
  const behind = async () =>
    (
      await client.query(
        `select from thread_heads h
         left join reader_places p on p.thread_id = h.thread_id
         where h.n > coalesce(p.n, 0)
         limit 1`,
      )
    ).rowCount > 0;
  return async () => {
    for (const begun = performance.now(); (await behind()) && performance.now() - begun < 30_000; await sleep(50));
  };
}

import pg from 'pg';
import { compare, quantile } from '../support/figures.mjs';
import { furnish, words } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { atEnd, now, sleep, worker } from '../support/processes.mjs';

/** One process of readers takes so many before another is started. */
const READERS_A_PROCESS = 2_500;

/**
 * How late a comment reaches a thousand readers of its thread: from its commit to each of them, 99 of 100, one comment a
 * second. Bare limit: Socket.IO broadcasting the same bytes to as many clients, half a second after each comment, so that
 * both sides see the same neighbours. The commit is when PostgreSQL notifies of it, or the acknowledgement if that is first.
 */
export async function measure({ full }) {
  const lines = [];
  for (const readers of full ? [1_000, 3_000, 5_000, 10_000] : [1_000]) lines.push(await fanout(readers, full ? 30 : 6));
  return lines;
}

async function fanout(readers, seconds) {
  const product = await startProduct({ dir: await dataDir() });
  const { threadIds: [threadId], tokens } = await furnish(product, { threads: 1, participants: 10 });
  const commits = await commitsOf(product.databaseUrl);
  const bare = worker('bare/sockets.mjs');
  const crowd = await gather({ readers, threadId, ports: { value: product.port, bare: (await bare.ask({})).port } });
  const pids = { value: product.pid, bare: bare.pid, postgres: product.postmaster.pid };

  let [said, frame] = [0, null];
  const post = async () => {
    const { id, seq } = await product.ask('POST', `/threads/${threadId}/comments`, { token: tokens[(said += 1) % tokens.length], body: { body: words(said) } });
    return { seq, at: Math.min(now(), commits.get(id) ?? Infinity) };
  };
  const broadcast = async () => {
    frame = { ...frame, from: frame.to, to: frame.to + 1 };
    return { seq: frame.to, at: (await bare.ask({ frame })).at };
  };

  frame = (await crowd.collect('value', [await post()])).frame;
  await crowd.collect('bare', [await broadcast()]);
  const rounds = [];
  for (let i = 0; i < 5; i += 1) rounds.push(await round({ seconds, readers, pids, post, broadcast, crowd }));
  await crowd.leave();
  const missing = rounds.reduce((sum, { value }) => sum + value.missing, 0);
  return compare({
    name: readers === 1_000 ? 'fanout' : `fanout-${readers}`, unit: 'ms', rounds, target: { atMost: 1.3 },
    what: `p99 from commit to each of ${readers} readers, one comment a second, against bare Socket.IO broadcasting the same bytes`,
    notes: [`${Buffer.byteLength(JSON.stringify(frame)).toLocaleString('en')} bytes a frame; ${missing === 0 ? 'all were delivered' : `${missing} WERE NOT DELIVERED`}; CPU is per delivery`],
  });
}

async function round({ seconds, readers, pids, post, broadcast, crowd }) {
  const sent = { value: [], bare: [] };
  const { cpu, others } = await watching(pids, async () => {
    const begun = now();
    for (let i = 0; i < seconds; i += 1) {
      await sleep(begun + i * 1_000 - now());
      sent.value.push(await post());
      await sleep(begun + i * 1_000 + 500 - now());
      sent.bare.push(await broadcast());
    }
    await sleep(begun + seconds * 1_000 - now());
  });
  const side = async (name) => {
    const delays = (await crowd.collect(name, sent[name])).delays;
    return { figure: quantile(delays, 0.99), cpuPerRequest: (cpu[name] * 1_000) / (seconds * readers), missing: seconds * readers - delays.length };
  };
  return { value: await side('value'), bare: await side('bare'), others };
}

/** When each comment was committed, as PostgreSQL tells it: a trigger of ours, sent on by the commit itself. */
async function commitsOf(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const commits = new Map();
  client.on('notification', ({ payload }) => commits.set(payload, now()));
  await client.query(`create function tell_commit() returns trigger language plpgsql as $$ begin perform pg_notify('committed', new.id::text); return null; end $$;
    create trigger tells_commit after insert on comments for each row execute function tell_commit(); listen committed`);
  atEnd(() => client.end());
  return commits;
}

/** So many readers on each side, spread over as few processes as will do. */
async function gather({ readers, threadId, ports }) {
  const workers = Array.from({ length: Math.ceil(readers / READERS_A_PROCESS) }, () => worker('load/readers.mjs'));
  const share = readers / workers.length;
  for (const [side, port] of Object.entries(ports)) await Promise.all(workers.map(({ ask }) => ask({ side, port, threadId, readers: share })));
  return {
    leave: () => Promise.all(workers.map(({ end }) => end())),
    async collect(side, sent) {
      const seen = await Promise.all(workers.map(({ ask }) => ask({ side, seqs: sent.map(({ seq }) => seq), readers: share })));
      return { frame: seen[0].frame, delays: seen.flatMap(({ moments }) => moments.flatMap((each, i) => each.map((at) => at - sent[i].at))) };
    },
  };
}

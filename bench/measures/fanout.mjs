import { compare, quantile } from '../support/figures.mjs';
import { furnish, words } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { commitsOf, delaysOf, gather, processesFor } from '../support/crowd.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { now, sleep, worker } from '../support/processes.mjs';

/**
 * Measures the delay of a comment to a thousand readers: from its commit to each, 99 of 100, one comment a second. The
 * commit is PostgreSQL's notification, or the acknowledgement if that is earlier.
 *
 * Bare limit: Socket.IO sending the same bytes to as many clients, three quarters of a second after each comment, so
 * that both sides have the same load beside them and the bare one not the server's log readers, which run half a second
 * after a comment.
 */
export async function measure({ full }) {
  const lines = [];
  for (const readers of full ? [1_000, 3_000, 5_000, 10_000] : [1_000])
    lines.push(await fanout(readers, full ? 30 : 6));
  return lines;
}

async function fanout(readers, seconds) {
  const product = await startProduct({ dir: await dataDir() });
  const {
    threadIds: [threadId],
    tokens,
  } = await furnish(product, { threads: 1, participants: 10 });
  let said = 0;
  const say = async () => {
    const { seq } = await product.ask('POST', `/threads/${threadId}/comments`, {
      token: tokens[(said += 1) % tokens.length],
      body: { body: words(said) },
    });
    return { seq, at: now() };
  };
  return spread({
    name: readers === 1_000 ? 'fanout' : `fanout-${readers}`,
    target: { atMost: 1.3 },
    product,
    threadId,
    readers,
    seconds,
    say,
    what:
      `p99 from commit to each of ${readers} readers, one comment a second, against bare Socket.IO broadcasting ` +
      'the same bytes',
  });
}

/** One event a second in a thread; the same bytes are sent by a bare Socket.IO three quarters of a second later. */
export async function spread({ product, threadId, readers, seconds, say, ...line }) {
  const commitOf = await commitsOf(product.databaseUrl);
  const bare = worker('bare/sockets.mjs');
  const { port } = await bare.ask({ doing: 'listen' });
  const workers = processesFor(readers);
  const crowds = {
    value: await gather(workers, { side: 'value', port: product.port, threadId, readers, isListening: true }),
    bare: await gather(workers, { side: 'bare', port, threadId, readers }),
  };
  const pids = { value: product.pid, bare: bare.pid, postgres: product.postmaster.pid };
  let frame = null;
  const happen = async () => {
    const { seq, at } = await say();
    return { seq, at: commitOf(threadId, seq, at) };
  };
  const broadcast = async () => {
    frame = { ...frame, from: frame.to, to: frame.to + 1 };
    return { seq: frame.to, at: (await bare.ask({ doing: 'send', frames: [{ after: 0, frame }] })).sent[0] };
  };

  const first = await crowds.value.collect((await happen()).seq);
  frame = { ...JSON.parse(first.frames.at(-1).text)[1], from: 0, to: 0 };
  await crowds.bare.collect((await broadcast()).seq);
  const rounds = [];
  for (let i = 0; i < 5; i += 1) rounds.push(await round({ seconds, pids, happen, broadcast, crowds }));
  for (const crowd of Object.values(crowds)) await crowd.leave();
  const missing = rounds.reduce((sum, { value }) => sum + value.missing, 0);
  return compare({
    ...line,
    unit: 'ms',
    rounds,
    notes: [
      `${Buffer.byteLength(JSON.stringify(frame)).toLocaleString('en')} bytes a frame; ` +
        `${missing === 0 ? 'all were delivered' : `${missing} WERE NOT DELIVERED`}; CPU is per delivery`,
    ],
  });
}

async function round({ seconds, pids, happen, broadcast, crowds }) {
  const sent = { value: [], bare: [] };
  const { cpu, others } = await watching(pids, async () => {
    const begun = now();
    for (let i = 0; i < seconds; i += 1) {
      await sleep(begun + i * 1_000 - now());
      sent.value.push(await happen());
      await sleep(begun + i * 1_000 + 750 - now());
      sent.bare.push(await broadcast());
    }
    await sleep(begun + seconds * 1_000 - now());
  });
  const side = async (name) => {
    const { steps } = await crowds[name].collect(sent[name].at(-1).seq);
    const delays = delaysOf(steps, sent[name]);
    const all = seconds * crowds[name].readers;
    return { figure: quantile(delays, 0.99), cpuPerRequest: (cpu[name] * 1_000) / all, missing: all - delays.length };
  };
  return { value: await side('value'), bare: await side('bare'), others };
}

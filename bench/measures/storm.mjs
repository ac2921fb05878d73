import { compare, quantile } from '../support/figures.mjs';
import { furnish } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { commitsOf, delaysOf, gather, processesFor } from '../support/crowd.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { worker } from '../support/processes.mjs';

const RATE = 50;

/**
 * The speaker's hour: fifty comments a second in one thread with thousands of readers. How late a comment reaches them
 * (frames coalesce), against Socket.IO sending the same frames at the same times; and how long posting takes, against
 * posting without readers.
 */
export async function measure({ full }) {
  const readers = full ? 5_000 : 1_000;
  const seconds = full ? 12 : 1.5;
  const product = await startProduct({ dir: await dataDir() });
  const {
    threadIds: [threadId],
    tokens,
  } = await furnish(product, { threads: 1, participants: 50 });
  const posts = worker('load/steady.mjs');
  const post = () =>
    posts.ask({ port: product.port, seconds, rate: RATE, requests: { kind: 'post', threadId, tokens } });
  await post();
  const quiet = [];
  for (let i = 0; i < 5; i += 1) quiet.push((await post()).answers);
  const storm = await weather({
    port: product.port,
    ports: [product.port],
    pid: product.pid,
    databaseUrl: product.databaseUrl,
    postgres: product.postmaster.pid,
    threadId,
    readers,
    seconds,
    post,
  });

  const posting = storm.rounds.map(({ answers, others }, i) => ({
    value: sideOf(answers),
    bare: sideOf(quiet[i]),
    others,
  }));
  return [
    compare({
      name: 'storm',
      unit: 'ms',
      target: { valueAtMost: 1_500 },
      rounds: storm.rounds,
      notes: storm.notes,
      what:
        `p99 from commit to each of ${readers} readers at ${RATE} comments a second, beside bare Socket.IO ` +
        'sending the same frames',
    }),
    compare({
      name: 'storm-posting',
      unit: 'ms',
      target: { atMost: 2 },
      rounds: posting,
      notes: [],
      what: `p99 of posting meanwhile, against the same without readers`,
    }),
  ];
}

/**
 * Five periods of steady posting to readers on one or several nodes, each followed by its frames from a bare Socket.IO.
 */
export async function weather({ ports, pid, databaseUrl, postgres, threadId, readers, seconds, post, redisUrl }) {
  const commitOf = await commitsOf(databaseUrl);
  const bare = worker('bare/sockets.mjs');
  const { port } = await bare.ask({ doing: 'listen', redisUrl });
  const workers = processesFor(readers);
  const value = [];
  for (const [i, each] of ports.entries())
    value.push(
      await gather(workers, {
        side: `value ${i}`,
        port: each,
        threadId,
        readers: readers / ports.length,
        isListening: true,
      }),
    );
  const limit = await gather(workers, { side: 'bare', port, threadId, readers });
  const rounds = [];
  let [behind, lost, asked, at] = [0, 0, 0, 0];
  for (let i = 0; i < 5; i += 1) {
    const {
      answer: { answers },
      cpu,
      others,
    } = await watching({ server: pid, postgres }, post);
    const sent = answers
      .filter(({ seq }) => seq !== null)
      .map(({ seq, at: acknowledged }) => ({ seq, at: commitOf(threadId, seq, acknowledged) }));
    const last = Math.max(...sent.map(({ seq }) => seq));
    const seen = await Promise.all(value.map((crowd) => crowd.collect(last, 15)));
    const delays = seen.flatMap(({ steps }) => delaysOf(steps, sent));
    [behind, lost, asked] = [behind + total(seen, 'behind'), total(seen, 'lost'), asked + total(seen, 'asked')];
    const heard = seen.at(-1).frames.toSorted((a, b) => a.at - b.at);
    const frames = heard.map(({ at: moment, text }, k) => ({
      after: moment - heard[0].at,
      frame: { ...JSON.parse(text)[1], from: at + k, to: at + k + 1 },
    }));
    at += frames.length;
    const echo = await watching({ bare: bare.pid }, () => bare.ask({ doing: 'send', frames }));
    const bareSent = echo.answer.sent.map((moment, k) => ({ seq: frames[k].frame.to, at: moment }));
    const bareDelays = delaysOf((await limit.collect(at, 15)).steps, bareSent);
    rounds.push({
      answers,
      others: (others + echo.others) / 2,
      frames: frames.length,
      value: {
        figure: quantile(delays, 0.99),
        cpuPerRequest: (cpu.server * 1_000) / (frames.length * readers),
        missing: sent.length * readers - delays.length + answers.length - sent.length,
      },
      bare: { figure: quantile(bareDelays, 0.99), cpuPerRequest: (echo.cpu.bare * 1_000) / (frames.length * readers) },
    });
  }
  for (const crowd of [...value, limit]) await crowd.leave();
  const missing = rounds.reduce((sum, round) => sum + round.value.missing, 0);
  const gaps =
    missing === 0 && behind === 0
      ? 'nothing was missing at the end'
      : `${missing} deliveries WERE MISSING, ${behind} readers behind at the end`;
  return {
    rounds,
    notes: [
      `${gaps}; ${lost} readers lost their connection, ${asked} asked for what a frame had left out`,
      `${(rounds.reduce((sum, { frames }) => sum + frames, 0) / 5 / seconds).toFixed(1)} frames a second; CPU ` +
        'is per frame and reader',
    ],
  };
}

const total = (seen, key) => seen.reduce((sum, each) => sum + each[key], 0);

/** Posting as one side of a comparison; refused comments count as missing. */
export const sideOf = (answers) => ({
  figure: quantile(
    answers.map(({ took }) => took),
    0.99,
  ),
  cpuPerRequest: NaN,
  missing: answers.filter(({ status }) => status !== 201).length,
});

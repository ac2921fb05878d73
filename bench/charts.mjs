import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { furnish } from './support/conference.mjs';
import { lineChart } from './support/line-chart.mjs';
import { dataDir, root, startProduct } from './support/product.mjs';
import { endAll, worker } from './support/processes.mjs';
import { quantile } from './support/figures.mjs';
import { weather } from './measures/storm.mjs';

/**
 * `npm run bench -- --charts`: draws the curves of docs/ as SVG and prints their rows.
 * - Latency against readers, beside bare Socket.IO with the same frames.
 * - Throughput against clients, beside one-statement inserts by bare `pg`.
 * - Comments a second that a crowd of readers can follow.
 */
const READERS = [100, 300, 1_000, 2_000, 4_000];
const CROWDS = [300, 1_000, 4_000];
const CLIENTS = [1, 2, 4, 8, 16, 32, 64, 128];
const RATES = [25, 100, 200];

/**
 * Readers follow when 99 of 100 get each comment within this time, in milliseconds, and nothing is refused or missing.
 */
const FOLLOWED_MS = 1_500;

export async function draw() {
  await mkdir(path.join(root, 'docs'), { recursive: true });
  await throughput();
  await latency();
  await capacity();
}

async function latency() {
  const points = [];
  for (const readers of READERS) {
    const seen = await stormOf({ readers, rate: 1, seconds: 4 });
    points.push({
      x: readers,
      server: quantile(
        seen.rounds.map(({ value }) => value.figure),
        0.5,
      ),
      bare: quantile(
        seen.rounds.map(({ bare }) => bare.figure),
        0.5,
      ),
    });
    say(`${readers} readers: p99 ${points.at(-1).server.toFixed(0)} ms, bare ${points.at(-1).bare.toFixed(0)} ms`);
  }
  await write('latency-against-readers', {
    title: 'From commit to the last but one in a hundred readers',
    x: 'readers of one thread',
    y: 'ms',
    points,
    lines: [
      { key: 'server', name: 'Aftertalk' },
      { key: 'bare', name: 'bare Socket.IO, same frames' },
    ],
  });
}

async function throughput() {
  const product = await startProduct({ dir: await dataDir() });
  const { threadIds, tokens } = await furnish(product, { threads: 50, participants: CLIENTS.at(-1) });
  const [bare, load] = [worker('bare/inserts.mjs'), worker('load/requests.mjs')];
  await bare.ask({ url: product.databaseUrl, connections: 8, threadIds });
  const posts = async (connections, threads) =>
    (
      await load.ask({
        port: product.port,
        connections,
        seconds: 3,
        requests: { kind: 'post', threadIds: threads, tokens },
        expect: 201,
      })
    ).inTime / 3;
  await posts(32, threadIds);
  const points = [];
  for (const clients of CLIENTS) {
    points.push({
      x: clients,
      many: await posts(clients, threadIds),
      hot: await posts(clients, threadIds.slice(0, 1)),
    });
    say(
      `${clients} clients: ${points.at(-1).many.toFixed(0)} comments/s in 50 threads, ` +
        `${points.at(-1).hot.toFixed(0)} in one`,
    );
  }
  const limit = (await bare.ask({ seconds: 3, kind: 'hot', threadIds: threadIds.slice(0, 1) })).inTime / 3;
  say(`bare pg, one row, 8 connections: ${limit.toFixed(0)}/s`);
  await endAll();
  await write('throughput-against-clients', {
    title: 'Comments a second, each acknowledged after it is durable',
    x: 'clients that wait for their answer',
    y: 'comments/s',
    points: points.map((point) => ({ ...point, limit })),
    lines: [
      { key: 'many', name: '50 threads' },
      { key: 'hot', name: 'one thread' },
      { key: 'limit', name: 'bare pg, one thread' },
    ],
  });
}

/** The highest rate that each crowd still follows. */
export async function capacity() {
  const points = [];
  for (const readers of CROWDS) {
    let followed = 0;
    for (const rate of RATES) {
      const { rounds } = await stormOf({ readers, rate, seconds: 2 });
      const late = quantile(
        rounds.map(({ value }) => value.figure),
        0.5,
      );
      const missing = rounds.reduce((sum, { value }) => sum + value.missing, 0);
      const posted = quantile(
        rounds.flatMap(({ answers }) => answers.map(({ took }) => took)),
        0.99,
      );
      say(
        `${readers} readers, ${rate} comments/s: p99 to readers ${late.toFixed(0)} ms, p99 of posting ` +
          `${posted.toFixed(0)} ms, ${missing} missing`,
      );
      if (late > FOLLOWED_MS || posted > FOLLOWED_MS || missing > 0) break;
      followed = rate;
    }
    points.push({ x: readers, followed });
  }
  await write('readers-and-comments', {
    title: `What a node follows: 99 of 100 within ${FOLLOWED_MS / 1_000} s`,
    x: 'readers of one thread',
    y: 'comments/s',
    points,
    lines: [{ key: 'followed', name: 'the fastest rate tried that was followed' }],
  });
}

async function stormOf({ readers, rate, seconds }) {
  const product = await startProduct({ dir: await dataDir() });
  const {
    threadIds: [threadId],
    tokens,
  } = await furnish(product, { threads: 1, participants: 50 });
  const posts = worker('load/steady.mjs');
  const post = () => posts.ask({ port: product.port, seconds, rate, requests: { kind: 'post', threadId, tokens } });
  await post();
  const seen = await weather({
    ports: [product.port],
    pid: product.pid,
    databaseUrl: product.databaseUrl,
    postgres: product.postmaster.pid,
    threadId,
    readers,
    seconds,
    post,
  });
  await endAll();
  return seen;
}

const say = (line) => process.stdout.write(`${line}\n`);

async function write(name, chart) {
  const file = path.join(root, 'docs', `${name}.svg`);
  await writeFile(file, lineChart(chart));
  say(`wrote docs/${name}.svg\n`);
}

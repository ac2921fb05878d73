import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { compare } from '../support/figures.mjs';
import { furnish } from '../support/conference.mjs';
import { dataDir, startBeside, startProduct } from '../support/product.mjs';
import { atEnd, exited, freePort, sleep, worker } from '../support/processes.mjs';
import { weather } from './storm.mjs';

/**
 * Two nodes and a Redis: all comments are posted at the first node, half of the readers are at the second. From the
 * commit to each reader, 99 of 100.
 *
 * Bare limit: the same frames through a Redis channel into a bare Socket.IO. Both nodes share one machine.
 */
export async function measure({ full }) {
  const redisUrl = await redis();
  const first = await startProduct({ dir: await dataDir(), settings: { REDIS_URL: redisUrl } });
  const {
    threadIds: [one, two],
    tokens,
  } = await furnish(first, { threads: 2, participants: 50 });
  const second = await startBeside(first, { REDIS_URL: redisUrl });
  const posts = worker('load/steady.mjs');
  const take = async ({ threadId, readers, seconds, rate, ...line }) => {
    const post = () => posts.ask({ port: first.port, seconds, rate, requests: { kind: 'post', threadId, tokens } });
    const seen = await weather({
      ports: [first.port, second.port],
      pid: second.pid,
      databaseUrl: first.databaseUrl,
      postgres: first.postmaster.pid,
      threadId,
      readers,
      seconds,
      post,
      redisUrl,
    });
    return compare({ unit: 'ms', rounds: seen.rounds, notes: seen.notes, ...line });
  };
  return [
    await take({
      name: 'nodes',
      target: { valueAtMost: 500 },
      threadId: one,
      readers: 1_000,
      seconds: full ? 30 : 3,
      rate: 1,
      what:
        'p99 from commit to each of 1,000 readers at two nodes, one comment a second, beside bare Socket.IO ' +
        'behind the same Redis',
    }),
    await take({
      name: 'nodes-storm',
      target: { valueAtMost: 1_500 },
      threadId: two,
      readers: full ? 5_000 : 1_000,
      seconds: full ? 12 : 1.5,
      rate: 50,
      what:
        `p99 from commit to each of ${full ? '5,000' : '1,000'} readers at two nodes, fifty comments a second, ` +
        'beside bare Socket.IO behind the same Redis',
    }),
  ];
}

/** A real Redis on a port of its own, without persistence. */
async function redis() {
  const [port, dir] = [await freePort(), await mkdtemp(path.join(os.tmpdir(), 'aftertalk-bench-redis-'))];
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', dir], {
    stdio: 'ignore',
  });
  const failed = new Promise((_, reject) => {
    child.on('error', () =>
      reject(new Error('redis-server could not be started: install Redis to take this measure.')),
    );
  });
  failed.catch(() => undefined);
  atEnd(async () => {
    if (child.pid !== undefined) {
      child.kill('SIGTERM');
      await exited(child);
    }
    await rm(dir, { recursive: true, force: true });
  });
  const answers = () =>
    new Promise((resolve) => {
      const probe = net
        .connect({ port, host: '127.0.0.1' }, () => resolve(true))
        .on('error', () => resolve(false))
        .on('connect', () => probe.destroy());
    });
  while (!(await Promise.race([answers(), failed]))) await sleep(20);
  return `redis://127.0.0.1:${port}`;
}

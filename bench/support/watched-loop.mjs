import diagnostics from 'node:diagnostics_channel';
import { closeSync, openSync, readSync } from 'node:fs';
import net from 'node:net';
import { isMainThread } from 'node:worker_threads';

/**
 * Given to a server as `--import`: tells, at the socket that BENCH_WATCH names, which routes it has and how long its
 * event loop was held since the last question, in milliseconds. Nothing of the product knows of it.
 *
 * A block is the CPU time of the loop's own thread between two turns of a timer: waiting for a core that a neighbour has
 * is not counted. Linux counts it in steps of a clock tick at worst (1 to 4 ms).
 */
const RESOLUTION_MS = 1;

if (isMainThread && process.env.BENCH_WATCH) {
  const routes = [];
  diagnostics.subscribe('fastify.initialization', ({ fastify }) => {
    fastify.addHook('onRoute', ({ method, url }) =>
      routes.push(...[method].flat().map((each) => ({ method: each, url }))),
    );
  });
  const clock = threadClock();
  let [last, longest] = [clock(), 0];
  const look = () => {
    const now = clock();
    longest = Math.max(longest, now - last);
    last = now;
  };
  setInterval(look, RESOLUTION_MS).unref();
  const answers = {
    routes: () => routes,
    reset: () => {
      [last, longest] = [clock(), 0];
      return null;
    },
    held: () => {
      look();
      return Math.max(0, longest - RESOLUTION_MS);
    },
  };
  const server = net.createServer((socket) => {
    socket
      .on('error', () => undefined)
      .on('data', (question) => {
        // The block is known once the loop has turned again.
        setTimeout(() => socket.write(`${JSON.stringify(answers[String(question).trim()]())}\n`), 5 * RESOLUTION_MS);
      });
    socket.unref();
  });
  server.listen(process.env.BENCH_WATCH);
  server.unref();
}

/** CPU time of this thread so far, in milliseconds; without Linux the time of day has to do. */
function threadClock() {
  let file;
  try {
    file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
    process.on('exit', () => closeSync(file));
  } catch {
    return () => performance.now();
  }
  const bytes = Buffer.alloc(64);
  return () => {
    const length = readSync(file, bytes, 0, bytes.length, 0);
    return Number.parseInt(bytes.toString('latin1', 0, length), 10) / 1e6;
  };
}

import diagnostics from 'node:diagnostics_channel';
import net from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/**
 * Given to a server as `--import`: tells, at the socket that BENCH_WATCH names, which routes it has and how long its
 * event loop was held since the last question, in milliseconds. Nothing of the product knows of it.
 */
const RESOLUTION_MS = 1;

if (isMainThread && process.env.BENCH_WATCH) {
  const routes = [];
  diagnostics.subscribe('fastify.initialization', ({ fastify }) => {
    fastify.addHook('onRoute', ({ method, url }) =>
      routes.push(...[method].flat().map((each) => ({ method: each, url }))),
    );
  });
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const answers = {
    routes: () => routes,
    reset: () => {
      delay.reset();
      return null;
    },
    held: () => Math.max(0, delay.max / 1e6 - RESOLUTION_MS),
  };
  const server = net.createServer((socket) => {
    socket
      .on('error', () => undefined)
      .on('data', (question) => {
        // The delay is known once the loop has turned again.
        setTimeout(() => socket.write(`${JSON.stringify(answers[String(question).trim()]())}\n`), 5 * RESOLUTION_MS);
      });
    socket.unref();
  });
  server.listen(process.env.BENCH_WATCH);
  server.unref();
}

import diagnostics from 'node:diagnostics_channel';
import net from 'node:net';
import { isMainThread } from 'node:worker_threads';
import { longestBlock } from './longest-block.mjs';

/**
 * Loaded into a server by `--import`: tells, at the socket that BENCH_WATCH names, its routes and the longest block of
 * its event loop since the last question, in milliseconds.
 */
const RESOLUTION_MS = 1;

if (isMainThread && process.env.BENCH_WATCH) {
  const routes = [];
  diagnostics.subscribe('fastify.initialization', ({ fastify }) => {
    fastify.addHook('onRoute', ({ method, url }) =>
      routes.push(...[method].flat().map((each) => ({ method: each, url }))),
    );
  });
  const block = longestBlock(RESOLUTION_MS);
  const answers = {
    routes: () => routes,
    reset: () => {
      block.reset();
      return null;
    },
    held: () => block.held(),
  };
  const server = net.createServer((socket) => {
    socket
      .on('error', () => undefined)
      .on('data', (question) => {
        // A block is known once the loop has turned again.
        setTimeout(() => socket.write(`${JSON.stringify(answers[String(question).trim()]())}\n`), 5 * RESOLUTION_MS);
      });
    socket.unref();
  });
  server.listen(process.env.BENCH_WATCH);
  server.unref();
}

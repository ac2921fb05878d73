import Fastify from 'fastify';
import { answerWith, leaveSignalsToParent } from '../support/processes.mjs';

/** The bare limit of reading: Fastify with one route that sends the given bytes and headers, or 304 to its ETag. */
let server;

async function serve({ path, headers, body, etag }) {
  await server?.close();
  // Encoded once, because the limit is Fastify's sending, not encoding.
  const bytes = Buffer.from(body);
  server = Fastify({ logger: false });
  server.get(path, (request, reply) => {
    reply.headers(headers);
    if (request.headers['if-none-match'] === etag) reply.code(304).send();
    else reply.send(bytes);
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  return { port: server.server.address().port };
}

leaveSignalsToParent();
answerWith(serve);

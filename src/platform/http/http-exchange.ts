import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request with the reply that answers it. */
export interface HttpExchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

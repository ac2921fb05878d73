import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answeredAsUnchanged } from '../platform/http/conditional.ts';

/** Sends the same bytes to all readers, with a content type; 304 to clients that have them. */
export function answerAs(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body }: { type: string; body: string },
): void {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  if (answeredAsUnchanged(request, reply, etag)) void reply.send();
  else void reply.header('content-type', `${type}; charset=utf-8`).send(body);
}

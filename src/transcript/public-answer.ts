import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answeredAsUnchanged } from '../platform/http/conditional.ts';

/** Answers the same bytes to everybody, named by what they are; 304 to whoever has them already. */
export function answerPublic(request: FastifyRequest, reply: FastifyReply, body: { next?: string | null }): void {
  const json = JSON.stringify(body);
  const etag = `W/"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
  linkNext(request, reply, body.next);
  if (answeredAsUnchanged(request, reply, etag)) void reply.send();
  else void reply.header('content-type', 'application/json; charset=utf-8').send(json);
}

/** RFC 8288: the next page, for clients that follow links. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, next: string | null | undefined): void {
  if (!next) return;
  const [path = '', query = ''] = request.url.split('?');
  const params = new URLSearchParams(query);
  params.set('cursor', next);
  void reply.header('link', `<${path}?${params.toString()}>; rel="next"`);
}

import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answeredAsUnchanged } from '../platform/http/conditional.ts';
import type { CachedRequest } from '../platform/http/cached-answers.ts';

/** Answers the same bytes to everybody, named by what they are; 304 to whoever has them already. */
export function answerPublic(request: FastifyRequest, reply: FastifyReply, body: { next?: string | null }): void {
  const json = JSON.stringify(body);
  const etag = `W/"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
  const link = nextLink(request, body.next);
  if (link !== null) void reply.header('link', link);
  if (answeredAsUnchanged(request, reply, etag)) void reply.send();
  else void reply.header('content-type', 'application/json; charset=utf-8').send(json);
}

/** RFC 8288: the next page, for clients that follow links. */
function nextLink(request: FastifyRequest, next: string | null | undefined): string | null {
  if (!next) return null;
  const [path = '', query = ''] = request.url.split('?');
  const params = new URLSearchParams(query);
  params.set('cursor', next);
  return `<${path}?${params.toString()}>; rel="next"`;
}

export function jsonHeaders(request: FastifyRequest, next: string | null | undefined): Record<string, string> {
  const link = nextLink(request, next);
  return {
    'content-type': 'application/json; charset=utf-8',
    vary: 'Accept-Encoding',
    ...(link === null ? {} : { link }),
  };
}

/**
 * Under which an answer about a thread is kept: the request as it came, since what it asks for was checked when it was
 * first answered.
 */
export const jsonKey = ({ url }: CachedRequest): string => url;

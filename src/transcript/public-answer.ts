import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answeredAsUnchanged } from '../platform/http/conditional.ts';
import { editTag } from '../platform/http/edit-tags.ts';
import type { CachedRequest } from '../platform/http/cached-answers.ts';

/**
 * Sends the same bytes to all readers, with their hash as ETag; 304 to clients that have them. `version` is that of an
 * editable thing.
 */
export function answerPublic(
  request: FastifyRequest,
  reply: FastifyReply,
  body: { next?: string | null },
  version?: string,
): void {
  const json = JSON.stringify(body);
  const etag = version === undefined ? tagOf(json) : editTag(version, json);
  const link = nextLink(request, body.next);
  if (link !== null) void reply.header('link', link);
  if (answeredAsUnchanged(request, reply, etag)) void reply.send();
  else void reply.header('content-type', 'application/json; charset=utf-8').send(json);
}

const tagOf = (json: string): string => `W/"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;

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
 * The cache key of an answer about a thread: the request as sent, whose parameters were checked when it was first
 * answered.
 */
export const jsonKey = ({ url }: CachedRequest): string => url;

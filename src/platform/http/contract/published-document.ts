import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnchanged } from '../conditional.ts';

/** Only a deploy changes them. */
const CACHE = 'public, max-age=300';

/** A document that is the same for everybody until the next deploy, as it is sent. */
export interface PublishedDocument {
  readonly type: string;
  readonly text: string;
  readonly etag: string;
}

export function publishedDocument(text: string, type = 'application/json; charset=utf-8'): PublishedDocument {
  return { type, text, etag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
}

/** Sends the document to any client, pages of other sites included; 304 to those that have it. */
export function sendPublished(request: FastifyRequest, reply: FastifyReply, document: PublishedDocument): void {
  const { type, text, etag } = document;
  void reply.headers({ etag, 'cache-control': CACHE, 'access-control-allow-origin': '*' });
  if (isUnchanged(request, etag)) void reply.status(304).send();
  else void reply.header('content-type', type).send(text);
}

import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { codingFor, packed } from '../cached-answers.ts';
import { isUnchanged } from '../conditional.ts';

/** Only a deploy changes them. */
const CACHE = 'public, max-age=300';

/** A document that is the same for everybody until the next deploy, as it is sent; compressed by the first who asks. */
export interface PublishedDocument {
  readonly type: string;
  readonly text: string;
  readonly etag: string;
  readonly forms: Partial<Record<'br' | 'gzip', Promise<Buffer>>>;
}

export function publishedDocument(text: string, type = 'application/json; charset=utf-8'): PublishedDocument {
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  return { type, text, etag, forms: {} };
}

/** Sends the document to any client, pages of other sites included; 304 to those that have it. */
export function sendPublished(request: FastifyRequest, reply: FastifyReply, document: PublishedDocument): void {
  const { type, text, etag, forms } = document;
  void reply.headers({ etag, vary: 'Accept-Encoding', 'cache-control': CACHE, 'access-control-allow-origin': '*' });
  if (isUnchanged(request, etag)) return void reply.status(304).send();
  void reply.header('content-type', type);
  const coding = codingFor(request.headers['accept-encoding']);
  if (coding === null) return void reply.send(text);
  forms[coding] ??= packed(Buffer.from(text), coding);
  forms[coding].then(
    (form) => reply.header('content-encoding', coding).send(form),
    (error: Error) => reply.send(error),
  );
}

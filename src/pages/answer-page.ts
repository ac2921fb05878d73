import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answeredAsUnchanged } from '../platform/http/conditional.ts';
import type { Frames } from './page-context.ts';

/** The same bytes for everybody without a session, named by what they are; with one, nobody else's business. */
export function answerPage(
  frames: Frames,
  { request, reply, isSomebody }: { request: FastifyRequest; reply: FastifyReply; isSomebody: boolean },
  html: string,
): void {
  frames.mark(request, reply);
  const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  if (!isSomebody && answeredAsUnchanged(request, reply, etag)) void reply.send();
  else void reply.send(html);
}

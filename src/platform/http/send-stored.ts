import { answeredAsUnchanged } from './conditional.ts';
import { codingFor, type CachedAnswer } from './cached-answers.ts';
import type { HttpExchange } from './http-exchange.ts';

/** Sends a public answer that is kept as bytes, in a coding the client accepts, or 304. */
export async function sendStored({ request, reply }: HttpExchange, answer: CachedAnswer): Promise<void> {
  void reply.headers(answer.headers);
  if (answeredAsUnchanged(request, reply, answer.etag)) return void reply.send();
  const coding = codingFor(request.headers['accept-encoding']);
  if (coding) await answer.packing?.[coding];
  const form = coding && answer[coding];
  if (form) void reply.header('content-encoding', coding);
  void reply.send(form || answer.body);
}

/** The ETag of bytes by their SHA-256: equal for equal bytes, on every node. */
export const etagOfHash = (sha256: Buffer): string => `W/"${sha256.toString('base64url').slice(0, 22)}"`;

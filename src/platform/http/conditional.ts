import type { FastifyReply, FastifyRequest } from 'fastify';

/** Public, but revalidated each time; a shared cache may keep it for one second, as long as a signal takes anyway. */
export const PUBLIC_CACHE = 'public, max-age=0, must-revalidate, s-maxage=1';

/** Whether the client already holds the version `etag` names (RFC 9110, 13.1.2: weak comparison). */
export function isUnchanged(request: Pick<FastifyRequest, 'headers'>, etag: string): boolean {
  const asked = request.headers['if-none-match'];
  if (!asked) return false;
  if (asked === etag) return true;
  return asked === '*' || asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));
}

/** Sets the validators of a public answer; true when 304 is the whole answer. */
export function answeredAsUnchanged(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  void reply.header('etag', etag).header('cache-control', PUBLIC_CACHE);
  if (!isUnchanged(request, etag)) return false;
  void reply.status(304);
  return true;
}

import type { FastifyRequest } from 'fastify';

/** A request as hooks see it: routed, or on its way to being refused. */
export type Routed = Pick<FastifyRequest, 'url'> & { routeOptions?: { url?: string | undefined } };

/**
 * Whether a request is for the API. Decided by the route the router chose, since an address may spell its letters in
 * other ways (`/%61pi/`, RFC 3986, section 2.3); what matches no route is decided by its decoded path.
 */
export function isForApi({ url, routeOptions }: Routed): boolean {
  return (routeOptions?.url ?? decodedPath(url) ?? '').startsWith('/api/');
}

/** The path without its query, decoded once, as the router reads it; null when it cannot be decoded. */
export function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?')[0]!);
  } catch {
    return null;
  }
}

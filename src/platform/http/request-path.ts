import type { FastifyRequest } from 'fastify';

/** A request in a hook, which the router may or may not have matched. */
export type RoutedRequest = Pick<FastifyRequest, 'url'> & { routeOptions?: { url?: string | undefined } };

/**
 * Whether a request is for the API: by the matched route, since an address has several spellings (`/%61pi/`, RFC 3986,
 * section 2.3), and otherwise by the decoded path.
 */
export function isForApi({ url, routeOptions }: RoutedRequest): boolean {
  return (routeOptions?.url ?? decodedPath(url) ?? '').startsWith('/api/');
}

/** The path without its query, decoded once as the router does; null when it cannot be decoded. */
export function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?')[0]!);
  } catch {
    return null;
  }
}

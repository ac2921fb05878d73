import { newIdempotencyKey } from './idempotency-key.ts';

/**
 * Marks this browser by a cookie, because the link in the mail works only in the browser that asked for it, in each of
 * its tabs. A mark that is there stays, so that a second comment keeps the link of the first e-mail; one that the
 * server has set no script can read or replace.
 */
export function nameBrowser(): void {
  const isSecure = location.protocol === 'https:';
  const name = `${isSecure ? '__Host-' : ''}browser=`;
  const known = document.cookie.split('; ').find((cookie) => cookie.startsWith(name));
  const mark = known ?? name + newIdempotencyKey();
  document.cookie = `${mark}; Path=/; Max-Age=3600; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

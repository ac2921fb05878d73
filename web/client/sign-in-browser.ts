import { newIdempotencyKey } from './idempotency-key.ts';

/**
 * Names this browser by a cookie, because the link in the e-mail works only in the browser that asked, in each tab. An
 * existing name stays, so that a second comment keeps the first link; scripts can neither read nor replace the
 * server's.
 */
export function markBrowser(): void {
  const isSecure = location.protocol === 'https:';
  const name = `${isSecure ? '__Host-' : ''}browser=`;
  const known = document.cookie.split('; ').find((cookie) => cookie.startsWith(name));
  const mark = known ?? name + newIdempotencyKey();
  document.cookie = `${mark}; Path=/; Max-Age=3600; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

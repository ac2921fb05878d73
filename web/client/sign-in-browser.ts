import { newIdempotencyKey } from './idempotency-key.ts';

/**
 * Marks this browser by a cookie, because the link in the mail works only in the browser that asked for it. A mark
 * that the server has set stays, because no script can read or replace it.
 */
export function nameBrowser(): void {
  const isSecure = location.protocol === 'https:';
  document.cookie =
    `${isSecure ? '__Host-' : ''}browser=${newIdempotencyKey()}; Path=/; Max-Age=3600; ` +
    `SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

import { newIdempotencyKey } from '../../../web/client/idempotency-key.ts';

/**
 * Writes whose answers hold a secret, so that the forum stores none and keeps no key: they are never sent again. A test
 * holds this list against the document of the API.
 */
export const KEYLESS: ReadonlySet<string> = new Set([
  'POST /auth/guests',
  'POST /auth/sessions',
  'POST /auth/passkeys/options',
  'POST /auth/passkeys/challenges',
  'POST /auth/passkeys/sessions',
  'POST /admin/conferences/{conference}/invitations',
]);

/** The `Idempotency-Key` to send: the caller's, or a new one; none with a read, or where the forum keeps none. */
export function keyFor(method: string, path: string, own?: string): string | null {
  if (method === 'GET' || KEYLESS.has(`${method} ${path}`)) return null;
  return own ?? newIdempotencyKey();
}

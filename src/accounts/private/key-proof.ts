import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SecretKey } from './keys.ts';

/** A proof that the caller has this key, for a server that has it too; each call gives another one. */
export function proofBy(key: SecretKey): string {
  const nonce = randomBytes(16).toString('base64url');
  return `${nonce}.${signatureOf(nonce, key).toString('base64url')}`;
}

/** Whether a text is a `proofBy` one of these keys. */
export function isProofBy(keys: readonly SecretKey[], proof: string): boolean {
  const [, nonce, signature] = /^([\w-]{22})\.([\w-]{43})$/.exec(proof) ?? [];
  if (nonce === undefined || signature === undefined) return false;
  const given = Buffer.from(signature, 'base64url');
  return keys.some((key) => timingSafeEqual(signatureOf(nonce, key), given));
}

/** A key of its own, made from the secret (HKDF, RFC 5869), signs. */
function signatureOf(nonce: string, { secret }: SecretKey): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'aftertalk doctor', 32));
  return createHmac('sha256', key).update(nonce).digest();
}

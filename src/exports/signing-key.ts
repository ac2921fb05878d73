import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { SignatureFile } from './archive-format.ts';

const publicBytes = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' });

const fingerprintOfBytes = (der: Buffer): string => `SHA256:${createHash('sha256').update(der).digest('base64url')}`;

/** The fingerprint that is kept outside of an archive, to identify its signer. */
export const fingerprintOf = (key: KeyObject): string => fingerprintOfBytes(publicBytes(key));

export function signManifest(key: KeyObject, manifest: Buffer): SignatureFile {
  return {
    algorithm: 'Ed25519',
    publicKey: publicBytes(key).toString('base64'),
    fingerprint: fingerprintOf(key),
    signature: sign(null, manifest, key).toString('base64'),
  };
}

/**
 * The fingerprint of the key that signed these bytes; null without a valid signature. The file's own claim is not used.
 */
export function signerOf(manifest: Buffer, { publicKey, signature }: SignatureFile): string | null {
  try {
    const der = Buffer.from(publicKey, 'base64');
    const key = createPublicKey({ key: der, type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, manifest, key, Buffer.from(signature, 'base64'))
      ? fingerprintOfBytes(der)
      : null;
  } catch {
    return null;
  }
}

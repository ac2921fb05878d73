import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SignatureFile } from './archive-format.ts';

/** The key this server signs archives with: made when it is first needed, kept in DATA_DIR/keys for its user alone. */
export async function readSigningKey(dataDir: string): Promise<KeyObject> {
  const folder = path.join(dataDir, 'keys');
  const file = path.join(folder, 'archive-key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  // wx: of two processes that need it first one makes it, and both read it.
  await writeFile(file, fresh, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await chmod(file, 0o600);
  return createPrivateKey(await readFile(file));
}

const publicBytes = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' });

const fingerprintOfBytes = (der: Buffer): string => `SHA256:${createHash('sha256').update(der).digest('base64url')}`;

/** What is kept outside the archive, to know whose it is. */
export const fingerprintOf = (key: KeyObject): string => fingerprintOfBytes(publicBytes(key));

export function signManifest(key: KeyObject, manifest: Buffer): SignatureFile {
  return { algorithm: 'Ed25519', publicKey: publicBytes(key).toString('base64'), fingerprint: fingerprintOf(key), signature: sign(null, manifest, key).toString('base64') };
}

/** The fingerprint of the key that signed these bytes; null when none did. What the file says of itself is not believed. */
export function signerOf(manifest: Buffer, { publicKey, signature }: SignatureFile): string | null {
  try {
    const der = Buffer.from(publicKey, 'base64');
    const key = createPublicKey({ key: der, type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, manifest, key, Buffer.from(signature, 'base64')) ? fingerprintOfBytes(der) : null;
  } catch {
    return null;
  }
}

import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface SecretKey { readonly id: string; readonly secret: Buffer }

/**
 * The keys of the vault: those of SECRET_KEYS, else the ones in DATA_DIR/keys, made at the first start and readable by
 * the server's user alone. Newest first; 64 bytes each: the first half encrypts, the second indexes.
 */
export async function readKeys(given: readonly SecretKey[], dataDir: string): Promise<readonly SecretKey[]> {
  if (given.length > 0) return given;
  const folder = path.join(dataDir, 'keys');
  const file = path.join(folder, 'secret-keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = `first:${randomBytes(64).toString('base64')}\n`;
  // wx: of two processes starting together one makes the file, and both read it.
  await writeFile(file, fresh, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await chmod(file, 0o600);
  return (await readFile(file, 'utf8')).trim().split('\n').map((line) => {
    const [id = '', secret = ''] = line.split(':');
    return { id, secret: Buffer.from(secret, 'base64') };
  });
}

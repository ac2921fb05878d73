import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** 64 bytes: the first half encrypts, the second indexes. */
export interface SecretKey { readonly id: string; readonly secret: Buffer }

const fileIn = (dataDir: string): string => path.join(dataDir, 'keys', 'secret-keys');

/**
 * The keys of the vault, newest first: those of SECRET_KEYS, else the ones in DATA_DIR/keys, made at the first start and
 * readable by the server's user alone.
 */
export async function readKeys(given: readonly SecretKey[], dataDir: string): Promise<readonly SecretKey[]> {
  if (given.length > 0) return given;
  const file = fileIn(dataDir);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  // wx: of two processes starting together one makes the file, and both read it.
  await writeFile(file, lineOf({ id: 'first', secret: randomBytes(64) }), { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await chmod(file, 0o600);
  return (await readFile(file, 'utf8')).trim().split('\n').map((line) => {
    const [id = '', secret = ''] = line.split(':');
    return { id, secret: Buffer.from(secret, 'base64') };
  });
}

/** A key nobody has yet, under an id that says when it was made. */
export const freshKey = (at: Date): SecretKey =>
  ({ id: `${at.toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`, secret: randomBytes(64) });

/** As it is written in the file, and in SECRET_KEYS. */
export const lineOf = ({ id, secret }: SecretKey): string => `${id}:${secret.toString('base64')}\n`;

/** Puts a key in front of those in the file. Whoever reads meanwhile sees the old file or the new one, never half of one. */
export async function addKey(dataDir: string, key: SecretKey): Promise<void> {
  const file = fileIn(dataDir);
  const before = await readFile(file, 'utf8');
  await writeFile(`${file}.new`, lineOf(key) + before, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

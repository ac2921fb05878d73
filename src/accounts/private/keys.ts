import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** A key of 64 bytes: the first half encrypts, the second indexes. */
export interface SecretKey {
  readonly id: string;
  readonly secret: Buffer;
}

const SECRET_BYTES = 64;

const fileIn = (dataDir: string): string => path.join(dataDir, 'keys', 'secret-keys');

/**
 * The keys of the vault, newest first: those of SECRET_KEYS, else those in DATA_DIR/keys, made at the first start and
 * readable by the server's user alone.
 */
export async function readKeys(given: readonly SecretKey[], dataDir: string): Promise<readonly SecretKey[]> {
  if (given.length === 0) await ownFile(fileIn(dataDir));
  return findKeys(given, dataDir);
}

/** The keys that `readKeys` would find; none, and no file is made, where there are none yet. */
export async function findKeys(given: readonly SecretKey[], dataDir: string): Promise<readonly SecretKey[]> {
  if (given.length > 0) return given;
  const file = fileIn(dataDir);
  const text = await contentsOf(file);
  return text === null ? [] : keysIn(text, file);
}

function keysIn(text: string, file: string): readonly SecretKey[] {
  const keys = text.trim().split('\n').map(keyOf);
  if (keys.includes(null)) {
    throw new Error(
      `${file} is not whole: put your copy of it back, because without these keys no address can be read.`,
    );
  }
  return keys as SecretKey[];
}

async function contentsOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return null;
    throw unreadable(error);
  }
}

/** Makes the file where there is none; for the server's user alone in any case. */
async function ownFile(file: string): Promise<void> {
  try {
    await chmod(file, 0o600);
  } catch (error) {
    if (!isAbsent(error)) throw unreadable(error);
    await makeFile(file);
  }
}

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const unreadable = (error: unknown): Error =>
  new Error(
    `The secret keys cannot be read (${(error as Error).message}): give the file to the account of the server.`,
    { cause: error },
  );

/** Makes the file whole, so that of two processes that start together one makes it and both read it. */
async function makeFile(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const whole = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeDown(whole, lineOf({ id: 'first', secret: randomBytes(SECRET_BYTES) }));
    await link(whole, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(whole, { force: true });
  }
}

/** Flushed to the disk before it is renamed, so that a power loss never leaves an empty file. */
async function writeDown(file: string, text: string): Promise<void> {
  await rm(file, { force: true });
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Null for a line that is not a whole key, because nothing must be sealed under half a secret. */
function keyOf(line: string): SecretKey | null {
  const [id = '', text = ''] = line.split(':');
  const secret = Buffer.from(text, 'base64');
  return id !== '' && secret.length === SECRET_BYTES ? { id, secret } : null;
}

/** A new key under an id with its date. */
export const freshKey = (at: Date): SecretKey => ({
  id: `${at.toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`,
  secret: randomBytes(SECRET_BYTES),
});

/** The line of a key in the file and in SECRET_KEYS. */
export const lineOf = ({ id, secret }: SecretKey): string => `${id}:${secret.toString('base64')}\n`;

/** Puts a key in front of those in the file. A concurrent reader sees the old file or the new one, never half of it. */
export async function addKey(dataDir: string, key: SecretKey): Promise<void> {
  const file = fileIn(dataDir);
  const before = await readFile(file, 'utf8');
  await writeDown(`${file}.new`, lineOf(key) + before);
  await rename(`${file}.new`, file);
}

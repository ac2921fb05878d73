import { createHash, createHmac, pbkdf2, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** The password file: beside the other keys of DATA_DIR, which also holds the cluster `dir`. */
const fileFor = (dir: string): string => path.join(path.dirname(dir), 'keys', 'postgres-password');

const FORM = /^[\w-]{43}$/;

/** The password of our own PostgreSQL, if there is one. */
export async function knownPassword(dir: string): Promise<string | null> {
  const password = (await fs.readFile(fileFor(dir), 'utf8').catch(() => '')).trim();
  return FORM.test(password) ? password : null;
}

/** The password of our own PostgreSQL, made when there is none; removing the file and starting again changes it. */
export async function ownPassword(dir: string): Promise<string> {
  return readOrMake(dir).catch((error: Error) => {
    throw new Error(`DATA_DIR/keys cannot be used (${error.message}): give it to the account of the server.`, {
      cause: error,
    });
  });
}

async function readOrMake(dir: string): Promise<string> {
  const file = fileFor(dir);
  const known = await knownPassword(dir);
  if (known !== null) {
    await fs.chmod(file, 0o600);
    return known;
  }
  const password = randomBytes(32).toString('base64url');
  await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await fs.rm(`${file}.new`, { force: true });
  await fs.writeFile(`${file}.new`, `${password}\n`, { mode: 0o600, flag: 'wx' });
  await fs.rename(`${file}.new`, file);
  return password;
}

/** Rounds of hashing the password: the usual 4,096 slow down guessing, which 256 random bits make hopeless anyway. */
const ITERATIONS = 1;

/**
 * The SCRAM verifier PostgreSQL stores for a password (RFC 5803, as in pg_authid), so that no statement holds the
 * password.
 */
export async function scramVerifier(password: string): Promise<string> {
  const salt = randomBytes(16);
  const salted = await promisify(pbkdf2)(password, salt, ITERATIONS, 32, 'sha256');
  const keyFor = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyFor('Client Key')).digest('base64');
  const server = keyFor('Server Key').toString('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${server}`;
}

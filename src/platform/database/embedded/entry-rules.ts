import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { ProcessIds } from './account.ts';
import { scramVerifier } from './password.ts';

/** The one role of our own PostgreSQL. */
export const ROLE = 'aftertalk';

/** Account, folder and environment of a PostgreSQL program. */
export type ExecOptions = ProcessIds & { cwd: string; env: NodeJS.ProcessEnv };

/** pg_hba.conf: only with the password, and never over a network. */
const RULES = `# Written by Aftertalk at each start. The password is DATA_DIR/keys/postgres-password.
local all all scram-sha-256
`;

const fileIn = (dir: string): string => path.join(dir, 'pg_hba.conf');

/** False for a data directory from a version that asked for no password on the socket. */
export const asksForPassword = async (dir: string): Promise<boolean> =>
  (await fs.readFile(fileIn(dir), 'utf8').catch(() => '')) === RULES;

export interface ClusterAccess {
  dir: string;
  postgres: string;
  password: string;
  exec: ExecOptions;
}

/** Sets the password of a stopped PostgreSQL and requires it from now on. */
export async function demandPassword({ dir, postgres, password, exec }: ClusterAccess): Promise<void> {
  const statement = `alter role ${ROLE} password '${await scramVerifier(password)}'`;
  await runAlone({ dir, postgres, exec }, statement);
  const half = `${fileIn(dir)}.new`;
  await fs.rm(half, { force: true });
  await fs.writeFile(half, RULES, { mode: 0o600, flag: 'wx' });
  if (exec.uid !== undefined) await fs.chown(half, exec.uid, exec.gid!);
  await fs.rename(half, fileIn(dir));
}

/** Runs one statement in PostgreSQL's single-user mode, which needs no password. */
async function runAlone({ dir, postgres, exec }: Omit<ClusterAccess, 'password'>, statement: string): Promise<void> {
  const args = ['--single', '-D', dir, '-c', 'exit_on_error=on', '-c', 'log_min_messages=error', 'postgres'];
  await new Promise<void>((resolve, reject) => {
    const child = execFile(postgres, args, exec, (error, _out, said) => {
      const why = said.trim() || error?.message;
      if (error) reject(new Error(`The password of PostgreSQL in ${dir} could not be set: ${why}`));
      else resolve();
    });
    // The program may end before it has read anything; its own output says why.
    child.stdin!.on('error', () => undefined);
    child.stdin!.end(`${statement}\n`);
  });
}

/** Whether the password opens the database at `url`. */
export async function isLetIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') return false;
    throw error;
  } finally {
    await client.end();
  }
}

import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface ProcessIds {
  uid?: number;
  gid?: number;
}

export interface SystemAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The account that is made for PostgreSQL when root starts the server and the machine has none. */
const OWN_ACCOUNT = 'aftertalk-postgres';

const CANDIDATES: readonly string[] = ['postgres', OWN_ACCOUNT];

/** Tells the operator one sentence. */
export type ProgressReporter = (sentence: string) => void;

/**
 * The account PostgreSQL runs under: our own, or another when we are root, as which it refuses to run. Never `nobody`,
 * which other services share; preferably the owner of one of `dirs`. Throws one sentence when none can be made.
 */
export async function accountFor(dirs: readonly string[], report: ProgressReporter): Promise<ProcessIds> {
  if (process.getuid?.() !== 0) return {};
  return idsOf((await existingAccount(dirs)) ?? (await makeAccount(report)));
}

/** As `accountFor`, for a command beside a running server, which makes no account. */
export async function accountBeside(dirs: readonly string[]): Promise<ProcessIds> {
  if (process.getuid?.() !== 0) return {};
  const found = await existingAccount(dirs);
  return found ? idsOf(found) : {};
}

const idsOf = ({ uid, gid }: SystemAccount): ProcessIds => ({ uid, gid });

async function existingAccount(dirs: readonly string[]): Promise<SystemAccount | null> {
  const owners = await Promise.all(
    dirs.map((dir) =>
      fs.stat(dir).then(
        ({ uid }) => uid,
        () => null,
      ),
    ),
  );
  const passwd = await fs.readFile('/etc/passwd', 'utf8');
  const other = otherAccount(passwd, owners);
  if (other !== null) {
    throw new Error(`DATA_DIR belongs to the account ${other}: run this as ${other}, or set another DATA_DIR.`);
  }
  return chooseAccount(passwd, owners);
}

/**
 * The owner that runs a server of its own, whose data root must not take over by running a command. Not `nobody` (used
 * by earlier versions), and not a number without a name (from another machine).
 */
export function otherAccount(passwd: string, owners: readonly (number | null)[]): string | null {
  const rows = passwd.split('\n').map((line) => line.split(':'));
  const names = owners.map((owner) => rows.find(([, , uid]) => owner !== null && uid === String(owner))?.[0]);
  const passing = ['root', 'nobody', ...CANDIDATES];
  return names.find((name) => name !== undefined && !passing.includes(name)) ?? null;
}

/** Chooses an account for PostgreSQL from `passwd`, the contents of /etc/passwd. */
export function chooseAccount(passwd: string, owners: readonly (number | null)[]): SystemAccount | null {
  const rows = passwd.split('\n').map((line) => line.split(':'));
  const known = CANDIDATES.flatMap((name) => {
    const row = rows.find(([each]) => each === name);
    return row ? [{ name, uid: Number(row[2]), gid: Number(row[3]) }] : [];
  }).filter(({ uid }) => uid > 0);
  return known.find(({ uid }) => owners.includes(uid)) ?? known[0] ?? null;
}

async function makeAccount(report: ProgressReporter): Promise<SystemAccount> {
  const home = ['--no-create-home', '--home-dir', '/nonexistent'];
  const options = ['--system', '--user-group', ...home, '--shell', '/bin/false'];
  const env = { PATH: '/usr/sbin:/sbin:/usr/bin:/bin' };
  // Of two starts at once one makes the account and the other finds it.
  await run('useradd', [...options, OWN_ACCOUNT], { env }).catch(() => undefined);
  const made = chooseAccount(await fs.readFile('/etc/passwd', 'utf8'), []);
  if (!made) {
    throw new Error(
      'PostgreSQL does not run as root: start the server as another user, ' +
        'create an account named postgres, or set DATABASE_URL.',
    );
  }
  report(`PostgreSQL does not run as root: made the system account ${made.name} for it.`);
  return made;
}

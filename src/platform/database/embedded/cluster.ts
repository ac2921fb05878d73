import { existsSync, realpathSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { accountBeside, accountFor, type ProcessIds, type ProgressReporter } from './account.ts';
import { binaries, run, shortHash, type Binaries } from './binaries.ts';
import { closedFolder, dataFolder, handOver } from './data-folder.ts';
import { asksForPassword, demandPassword, isLetIn, ROLE, type ExecOptions } from './entry-rules.ts';
import { isOwned, own } from './ownership.ts';
import { knownPassword, ownPassword } from './password.ts';
import { runningPostmaster } from './postmaster.ts';
import { serverOptions } from './server-options.ts';
import {
  checkSocketFolder,
  leaveSocketFolder,
  notedSocketFolder,
  removeSocketFiles,
  socketFolder,
} from './socket-folder.ts';

/** A PostgreSQL of our own, reached over a socket that serves this data directory alone. */
export interface Cluster {
  /** Whether it was running already, left behind by a killed server. */
  readonly adopted: boolean;
  url(database: string): string;
  /** Starts it when it is not running; returns whether it had to. */
  revive(): Promise<boolean>;
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

export interface ClusterOptions {
  dir: string;
  /** Settings of postgresql.conf, given on the command line. */
  settings?: Record<string, string>;
  environment: NodeJS.ProcessEnv;
  report?: ProgressReporter;
}

const toOperator: ProgressReporter = (sentence) => void process.stderr.write(`${sentence}\n`);

/**
 * Starts the cluster in `dir`, which is made if absent, or takes over the one that runs there. Errors are one sentence.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { dir, settings = {}, environment, report = toOperator } = options;
  const wanted = path.resolve(dir);
  const ids = await accountFor([wanted, closedFolder(wanted)], report);
  const place = await dataFolder(wanted, ids);
  if (place !== wanted) report(`PostgreSQL may not enter ${path.dirname(wanted)}: its data is in ${place}.`);
  const release = await own(`${place}.owner`);
  try {
    return await startOwned({ wanted, dir: place, ids, settings, environment, release });
  } catch (error) {
    await release();
    throw error;
  }
}

interface OwnedCluster {
  /** `wanted` is the folder asked for, beside which the keys are; `dir` is where the data is. */
  wanted: string;
  dir: string;
  ids: ProcessIds;
  settings: Record<string, string>;
  environment: NodeJS.ProcessEnv;
  release: () => Promise<void>;
}

async function startOwned({ wanted, dir, ids, settings, environment, release }: OwnedCluster): Promise<Cluster> {
  const bin = await binaries(ids);
  const exec = { ...ids, cwd: '/', env: environmentOf(environment) };
  const password = await ownPassword(wanted);
  const noted = await notedSocketFolder(dir);
  const entry = { dir, postgres: bin.postgres, password, exec };
  if (!existsSync(path.join(dir, 'PG_VERSION'))) await initialise({ entry, bin, sync: settings['fsync'] !== 'off' });
  const socketDir = await socketFolder(dir, ids);
  const flags = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    port: '5432',
    ...settings,
  };
  const starting = { dir, socketDir, bin, exec, flags };
  const found = await runningPostmaster(realpathSync(dir));
  if (found && ![socketDir, noted].includes(found.socketDir) && !isEarlierFolder(found.socketDir, dir)) {
    throw new Error(`Another PostgreSQL (process ${found.pid}) uses ${dir}: stop it, or set another DATA_DIR.`);
  }
  const isCurrent = found?.socketDir === socketDir && (await asksForPassword(dir));
  if (found && !isCurrent) await stopEarlier(starting, found.socketDir);
  await takeOver(dir, ids);
  if (!(await asksForPassword(dir))) await demandPassword(entry);
  if (!isCurrent) await start(starting);
  const url = urlIn(socketDir, password);
  if (!(await isLetIn(url('postgres')))) {
    // The keys were removed or belong to another server, so the current password is set.
    await stop(starting, 'fast');
    await demandPassword(entry);
    await start(starting);
  }
  return {
    adopted: isCurrent,
    url,
    revive: async () => {
      if (await runningPostmaster(realpathSync(dir))) return false;
      await start(starting);
      return true;
    },
    stop: async (mode = 'fast') => {
      await stop(starting, mode);
      await leaveSocketFolder(dir, socketDir);
      await release();
    },
  };
}

/** The part of the environment that PostgreSQL gets; the rest holds keys and passwords. */
const environmentOf = ({ PATH = '' }: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ PATH, LC_ALL: 'C', TZ: 'UTC' });

/** Whether there is a cluster for `dir`, running or not. Makes nothing. */
export function holdsCluster(dir: string): boolean {
  const wanted = path.resolve(dir);
  return [wanted, closedFolder(wanted)].some((place) => existsSync(path.join(place, 'PG_VERSION')));
}

/** The URL by which a command reaches the cluster that serves `dir` now; null when none runs. */
export async function runningClusterUrl(dir: string): Promise<((database: string) => string) | null> {
  const wanted = path.resolve(dir);
  const ids = await accountBeside([wanted, closedFolder(wanted)]);
  const place = await dataFolder(wanted, ids);
  if (!existsSync(path.join(place, 'PG_VERSION'))) return null;
  const found = await runningPostmaster(realpathSync(place));
  if (!found || !(await isOwned(`${place}.owner`))) return null;
  await checkSocketFolder(found.socketDir, ids);
  const password = await knownPassword(wanted);
  const url = urlIn(found.socketDir, password);
  // A PostgreSQL of an earlier version that is still running asks for no password.
  const isKnown = password === null ? !(await asksForPassword(place)) : await isLetIn(url('postgres'));
  if (isKnown) return url;
  throw new Error(
    'DATA_DIR/keys/postgres-password is missing or not the one in use: ' + 'restart the server, which sets it anew.',
  );
}

function urlIn(socketDir: string, password: string | null): (database: string) => string {
  const user = password === null ? ROLE : `${ROLE}:${password}`;
  return (database) => `postgres://${user}@/${database}?host=${encodeURIComponent(socketDir)}&port=5432`;
}

interface Initialising {
  entry: Parameters<typeof demandPassword>[0];
  bin: Binaries;
  sync: boolean;
}

/** Makes a cluster beside its place and then renames it, so that a killed first run leaves nothing half-made. */
async function initialise({ entry, bin, sync }: Initialising): Promise<void> {
  const { dir, exec } = entry;
  const half = `${dir}.init`;
  await fs.rm(half, { recursive: true, force: true });
  await fs.mkdir(half, { mode: 0o700 });
  if (exec.uid !== undefined) await fs.chown(half, exec.uid, exec.gid!);
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const options = ['-A', 'reject', '-E', 'UTF8', '--no-instructions', ...locale, ...(sync ? [] : ['--no-sync'])];
  await run(bin.initdb, ['-D', half, '-U', ROLE, ...options], exec);
  await demandPassword({ ...entry, dir: half });
  await fs.rename(half, dir);
}

interface ServerStart {
  dir: string;
  socketDir: string;
  bin: Binaries;
  exec: ExecOptions;
  flags: Record<string, string>;
}

async function start({ dir, socketDir, bin, exec, flags }: ServerStart): Promise<void> {
  // The socket has a lock file of its own with the same trust in pids; this folder belongs to this cluster alone.
  await removeSocketFiles(socketDir);
  const log = path.join(dir, 'server.log');
  const before = await fs.stat(log).then(
    ({ size }) => size,
    () => 0,
  );
  // Not by -D, because pg_ctl hands its arguments to a shell and a folder may have any name.
  const inside = { ...exec, cwd: dir, env: { ...exec.env, PGDATA: dir } };
  const args = ['start', '-w', '-t', '60', '-s', '-l', path.basename(log), '-o', serverOptions(flags)];
  await run(bin.pg_ctl, args, inside).catch(async (error: Error) => {
    const said = (await fs.readFile(log).catch(() => Buffer.alloc(0))).subarray(before).toString().trim();
    const lines = said.split('\n').slice(-5).join('\n');
    throw new Error(`PostgreSQL did not start in ${dir}: ${lines || error.message}`, { cause: error });
  });
}

type ServerStop = Pick<ServerStart, 'dir' | 'bin' | 'exec'>;

async function stop({ dir, bin, exec }: ServerStop, mode: 'fast' | 'immediate'): Promise<void> {
  await run(bin.pg_ctl, ['-D', dir, 'stop', '-w', '-t', '60', '-s', '-m', mode], exec);
}

/** Whether a folder is the socket's place of earlier versions, whose name any account of the machine could foresee. */
const isEarlierFolder = (folder: string, dir: string): boolean =>
  path.basename(folder) === `aftertalk-pg-${shortHash(dir)}`;

/**
 * Stops a PostgreSQL that an earlier version left running or whose socket is gone, because it keeps its old settings.
 */
async function stopEarlier({ dir, bin, exec }: ServerStart, socketDir: string): Promise<void> {
  const { uid, gid } = await fs.stat(dir);
  const owner = exec.uid === undefined ? {} : { uid, gid };
  await stop({ dir, bin, exec: { ...exec, ...owner } }, 'fast');
  // Only when empty, and never through a link.
  if (isEarlierFolder(socketDir, dir)) await fs.rmdir(socketDir).catch(() => undefined);
}

/** As root, gives the data to the current account when an earlier version used another. */
async function takeOver(dir: string, { uid, gid }: ProcessIds): Promise<void> {
  if (uid === undefined || (await fs.stat(dir)).uid === uid) return;
  await handOver(await fs.realpath(dir), { uid, gid: gid! });
}

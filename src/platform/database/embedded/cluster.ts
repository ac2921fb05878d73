import { existsSync, realpathSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { account, type Ids } from './account.ts';
import { binaries, reachable, run, shortHash, type Binaries } from './binaries.ts';
import { isAlive, runningPostmaster } from './postmaster.ts';

/** A PostgreSQL of our own, reached over a socket that belongs to this data directory alone. */
export interface Cluster {
  /** Whether it was running already, left behind by a server that was killed. */
  readonly adopted: boolean;
  url(database: string): string;
  /** Starts it when it does not run; answers whether it had to. */
  revive(): Promise<boolean>;
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

export interface ClusterOptions {
  dir: string;
  /** Settings of postgresql.conf, given on its command line. */
  settings?: Record<string, string>;
  environment: NodeJS.ProcessEnv;
}

const USER = 'aftertalk';

/** Starts the cluster in `dir`, made if absent, or takes over the one that runs there. Errors are one sentence. */
export async function startCluster({ dir: wanted, settings = {}, environment }: ClusterOptions): Promise<Cluster> {
  const ids = await account();
  const bin = await binaries(ids);
  const exec = { ...ids, cwd: '/', env: { ...environment, LC_ALL: 'C', TZ: 'UTC' } };
  const dir = await dataDir(path.resolve(wanted), ids);
  const release = await own(`${dir}.owner`);
  // A socket's path is at most 107 bytes: it cannot lie in a folder somebody chose.
  const socketDir = path.join(os.tmpdir(), `aftertalk-pg-${shortHash(dir)}`);
  await fs.mkdir(socketDir, { recursive: true, mode: 0o700 });
  if (ids.uid !== undefined) await fs.chown(socketDir, ids.uid, ids.gid!);
  if (!existsSync(path.join(dir, 'PG_VERSION'))) await initialise({ dir, bin, ids, exec, sync: settings['fsync'] !== 'off' });
  const found = await runningPostmaster(realpathSync(dir));
  if (found && found.socketDir !== socketDir) throw new Error(`Another PostgreSQL (process ${found.pid}) uses ${dir}: stop it, or set another DATA_DIR.`);
  const flags = { listen_addresses: '', unix_socket_directories: socketDir, unix_socket_permissions: '0700', port: '5432', ...settings };
  const starting = { dir, socketDir, bin, exec, flags };
  if (!found) await start(starting);
  return {
    adopted: found !== null,
    url: urlIn(socketDir),
    revive: async () => {
      if (await runningPostmaster(realpathSync(dir))) return false;
      await start(starting);
      return true;
    },
    stop: async (mode = 'fast') => {
      await run(bin.pg_ctl, ['-D', dir, 'stop', '-w', '-t', '60', '-s', '-m', mode], exec);
      await release();
    },
  };
}

/** How to reach the cluster that serves `dir` now, for a command beside the server; null when none runs. */
export async function runningClusterUrl(wanted: string): Promise<((database: string) => string) | null> {
  const dir = await dataDir(path.resolve(wanted), await account());
  if (!existsSync(path.join(dir, 'PG_VERSION'))) return null;
  const found = await runningPostmaster(realpathSync(dir));
  return found && (await isOwned(`${dir}.owner`)) ? urlIn(found.socketDir) : null;
}

const urlIn = (socketDir: string) => (database: string): string => `postgres://${USER}@/${database}?host=${encodeURIComponent(socketDir)}&port=5432`;

/** The folder itself, or one under /var/lib when the account PostgreSQL runs under cannot enter it. */
async function dataDir(dir: string, ids: Ids): Promise<string> {
  await fs.mkdir(path.dirname(dir), { recursive: true }).catch((error: Error) => {
    throw new Error(`DATA_DIR cannot be used (${error.message}): set it to a folder that can be written.`);
  });
  if (await reachable(path.dirname(dir), ids)) return dir;
  return path.join('/var/lib', `aftertalk-pg-${shortHash(dir)}`);
}

/** One server a data directory: a second one is told so, and the mark of one that was killed is taken over. */
async function own(file: string): Promise<() => Promise<void>> {
  for (let tries = 0; tries < 2; tries += 1) {
    const made = await fs.writeFile(file, String(process.pid), { flag: 'wx' }).then(() => true, (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw new Error(`DATA_DIR cannot be used (${error.message}): set it to a folder that can be written.`);
    });
    if (made) return () => fs.rm(file, { force: true });
    if (await isOwned(file)) break;
    await fs.rm(file, { force: true });
  }
  throw new Error('Another server already uses DATA_DIR: stop it, or set another DATA_DIR.');
}

async function isOwned(file: string): Promise<boolean> {
  const pid = Number(await fs.readFile(file, 'utf8').catch(() => ''));
  return pid > 0 && pid !== process.pid && isAlive(pid) && (await isNode(pid));
}

/** A pid may have been given to something else since. */
const isNode = async (pid: number): Promise<boolean> =>
  process.platform !== 'linux' || (await fs.readFile(`/proc/${pid}/stat`, 'utf8').then((stat) => /\((node|MainThread|jest)/.test(stat) && !/\) [ZX] /.test(stat), () => false));

type Exec = Ids & { cwd: string; env: NodeJS.ProcessEnv };

/** Made beside its place and then named: a first run that is killed leaves nothing half-made under the real name. */
async function initialise({ dir, bin, ids, exec, sync }: { dir: string; bin: Binaries; ids: Ids; exec: Exec; sync: boolean }): Promise<void> {
  const half = `${dir}.init`;
  await fs.rm(half, { recursive: true, force: true });
  await fs.mkdir(half, { mode: 0o700 });
  if (ids.uid !== undefined) await fs.chown(half, ids.uid, ids.gid!);
  await run(bin.initdb, ['-D', half, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-instructions', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', ...(sync ? [] : ['--no-sync'])], exec);
  await fs.rename(half, dir);
}

interface Starting { dir: string; socketDir: string; bin: Binaries; exec: Exec; flags: Record<string, string> }

async function start({ dir, socketDir, bin, exec, flags }: Starting): Promise<void> {
  // The socket has a lock file of its own, with the same trust in pids; this folder belongs to this cluster alone.
  for (const file of await fs.readdir(socketDir)) await fs.rm(path.join(socketDir, file), { force: true });
  const options = Object.entries(flags).map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`).join(' ');
  const log = path.join(dir, 'server.log');
  await run(bin.pg_ctl, ['-D', dir, 'start', '-w', '-t', '60', '-s', '-l', log, '-o', options], exec).catch(async (error: Error) => {
    const lines = (await fs.readFile(log, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join('\n');
    throw new Error(`PostgreSQL did not start in ${dir}: ${lines || error.message}`, { cause: error });
  });
}

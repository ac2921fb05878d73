import fs from 'node:fs/promises';
import path from 'node:path';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether `pid` is a PostgreSQL process of the data directory `dir`, and neither a zombie nor another program with a
 * reused pid.
 */
async function isPostgresOf(pid: number, dir: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const stat = await fs.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  if (/\) [ZX] /.test(stat)) return false;
  // The working directory of each process of a cluster is its data directory.
  return (await fs.readlink(`/proc/${pid}/cwd`).catch(() => '')) === dir;
}

/**
 * The postmaster that serves `dir`, if any; one left behind by a killed server is taken over. A stale pid file is
 * removed, because PostgreSQL refuses to start while any process has the pid in it.
 */
export async function runningPostmaster(dir: string): Promise<{ pid: number; socketDir: string } | null> {
  const file = path.join(dir, 'postmaster.pid');
  const lines = (await fs.readFile(file, 'utf8').catch(() => '')).split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!pid) return null;
  if (await isPostgresOf(pid, dir)) return { pid, socketDir: lines[4] ?? '' };
  await childrenGone(dir);
  await fs.rm(file, { force: true });
  return null;
}

/** Waits for the children of a dead postmaster, which may still write until they notice. */
async function childrenGone(dir: string): Promise<void> {
  for (let i = 0; process.platform === 'linux' && i < 100; i += 1) {
    const pids = (await fs.readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const left = await Promise.all(pids.map((pid) => isPostgresOf(Number(pid), dir)));
    if (!left.includes(true)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

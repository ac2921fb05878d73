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
 * Whether `pid` is a PostgreSQL process of the data directory `dir`, and not a zombie or a stranger with a reused pid.
 */
async function isPostgresOf(pid: number, dir: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const stat = await fs.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  if (/\) [ZX] /.test(stat)) return false;
  // Every process of a cluster sits in its data directory.
  return (await fs.readlink(`/proc/${pid}/cwd`).catch(() => '')) === dir;
}

/**
 * The postmaster that serves `dir` now, if any: an orphan of a killed server goes on serving and is taken over.
 * A stale pid file is taken away, since PostgreSQL refuses to start while the pid in it exists at all.
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

/** Children of a dead postmaster notice within moments; until then they may still write. */
async function childrenGone(dir: string): Promise<void> {
  for (let i = 0; process.platform === 'linux' && i < 100; i += 1) {
    const pids = (await fs.readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const left = await Promise.all(pids.map((pid) => isPostgresOf(Number(pid), dir)));
    if (!left.includes(true)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

import { existsSync, realpathSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import { until } from '../../support/world.ts';

/** Ends every process of the PostgreSQL that serves `dir`, as a machine short of memory would. Answers how many. */
export async function killPostgres(dir: string): Promise<number> {
  const home = realpathSync(dir);
  const pids = await until(
    'PostgreSQL to run',
    async () => {
      const found: number[] = [];
      // Every process of a cluster sits in its data directory.
      for (const name of (await readdir('/proc')).filter((each) => /^\d+$/.test(each)))
        if ((await readlink(`/proc/${name}/cwd`).catch(() => '')) === home) found.push(Number(name));
      return found.length > 0 && existsSync(`${home}/postmaster.pid`) ? found : null;
    },
    30_000,
  );
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      /* it ended by itself */
    }
  }
  return pids.length;
}

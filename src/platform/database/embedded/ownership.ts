import fs from 'node:fs/promises';
import { isAlive } from './postmaster.ts';

/**
 * Marks a data directory as used by this process, in `file`; returns how to remove the mark. Throws one sentence when
 * another server uses it.
 */
export async function own(file: string): Promise<() => Promise<void>> {
  for (let tries = 0; tries < 3; tries += 1) {
    if (await mark(file)) return () => fs.rm(file, { force: true });
    if (await isOwned(file)) break;
    await takeAway(file);
  }
  throw new Error('Another server already uses DATA_DIR: stop it, or set another DATA_DIR.');
}

/** Whether a running server has marked it. */
export async function isOwned(file: string): Promise<boolean> {
  const pid = Number(await fs.readFile(file, 'utf8').catch(() => ''));
  return pid > 0 && pid !== process.pid && isAlive(pid) && (await isNode(pid));
}

/**
 * Writes the mark; false when there is one. It appears whole, because a partial mark would look like that of a dead
 * server.
 */
async function mark(file: string): Promise<boolean> {
  const whole = `${file}.${process.pid}`;
  try {
    await fs.writeFile(whole, String(process.pid));
    await fs.link(whole, file);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new Error(`DATA_DIR cannot be used (${message}): set it to a folder that can be written.`, { cause: error });
  } finally {
    await fs.rm(whole, { force: true });
  }
}

/** Removes the mark of a dead server; a newer mark that was taken by mistake is put back. */
async function takeAway(file: string): Promise<void> {
  const taken = `${file}.${process.pid}.old`;
  if (
    !(await fs.rename(file, taken).then(
      () => true,
      () => false,
    ))
  )
    return;
  if (await isOwned(taken)) await fs.link(taken, file).catch(() => undefined);
  await fs.rm(taken, { force: true });
}

/** Whether the pid is a Node process; it may have been given to another program since. */
async function isNode(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const stat = await fs.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /\((node|MainThread|jest)/.test(stat) && !/\) [ZX] /.test(stat);
}

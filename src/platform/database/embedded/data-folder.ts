import fs from 'node:fs/promises';
import path from 'node:path';
import type { ProcessIds } from './account.ts';
import { reachable, shortHash } from './binaries.ts';

/** The data folder: `dir`, or one under /var/lib when PostgreSQL's account cannot enter `dir`. */
export async function dataFolder(dir: string, ids: ProcessIds): Promise<string> {
  await fs.mkdir(path.dirname(dir), { recursive: true }).catch((error: Error) => {
    throw new Error(`DATA_DIR cannot be used (${error.message}): set it to a folder that can be written.`);
  });
  return (await reachable(path.dirname(dir), ids)) ? dir : closedFolder(dir);
}

/** The folder for the data of `dir` when the account cannot enter `dir`. */
export const closedFolder = (dir: string): string => path.join('/var/lib', `aftertalk-pg-${shortHash(dir)}`);

/** Gives a data directory of another account, such as `nobody`, to the current account. */
export async function handOver(dir: string, { uid, gid }: Required<ProcessIds>): Promise<void> {
  for (const entry of await fs.readdir(dir, { recursive: true, withFileTypes: true })) {
    const at = path.join(entry.parentPath, entry.name);
    const { nlink } = await fs.lstat(at);
    // A hard link may have another name anywhere, and a foreign file must not be given away through it.
    if (entry.isFile() && nlink > 1) throw new Error(`${at} has a second name: remove it and start again.`);
    await fs.lchown(at, uid, gid);
  }
  await fs.lchown(dir, uid, gid);
}

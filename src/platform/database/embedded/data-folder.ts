import fs from 'node:fs/promises';
import path from 'node:path';
import type { Ids } from './account.ts';
import { reachable, shortHash } from './binaries.ts';

/** The folder itself, or one under /var/lib when the account PostgreSQL runs under cannot enter it. */
export async function dataFolder(dir: string, ids: Ids): Promise<string> {
  await fs.mkdir(path.dirname(dir), { recursive: true }).catch((error: Error) => {
    throw new Error(`DATA_DIR cannot be used (${error.message}): set it to a folder that can be written.`);
  });
  return (await reachable(path.dirname(dir), ids)) ? dir : closedFolder(dir);
}

/** Where the data of `dir` lies when the account cannot enter `dir`. */
export const closedFolder = (dir: string): string => path.join('/var/lib', `aftertalk-pg-${shortHash(dir)}`);

/** Gives a data directory that was made under another account, such as `nobody`, to the account of now. */
export async function handOver(dir: string, { uid, gid }: Required<Ids>): Promise<void> {
  for (const entry of await fs.readdir(dir, { recursive: true, withFileTypes: true })) {
    const at = path.join(entry.parentPath, entry.name);
    const { nlink } = await fs.lstat(at);
    // A second name of a file may lie anywhere: what others put here must not become theirs there.
    if (entry.isFile() && nlink > 1) throw new Error(`${at} has a second name: remove it and start again.`);
    await fs.lchown(at, uid, gid);
  }
  await fs.lchown(dir, uid, gid);
}

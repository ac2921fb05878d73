import type { Stats } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';

/** The folder of root for what other accounts must not be able to prepare or replace. */
export const SYSTEM_FOLDER = '/var/lib/aftertalk';

const WRITE_OF_OTHERS = 0o002;
const WRITE_OF_GROUP = 0o020;
const STICKY = 0o1000;

/**
 * Makes `folder` and its missing parents up to `top`, writable by us alone and enterable by all accounts, and checks
 * it. Throws one sentence when another account could have put something there.
 */
export async function makeOwnFolder(folder: string, top = SYSTEM_FOLDER): Promise<string> {
  await fs.mkdir(folder, { recursive: true, mode: 0o755 });
  await checkOwnFolder(folder);
  // The server's umask may have removed the right to enter.
  for (const each of between(top, folder)) await fs.chmod(each, 0o755);
  return folder;
}

/** `top` and every folder below it that leads to `bottom`. */
function between(top: string, bottom: string): string[] {
  const steps = path
    .relative(top, bottom)
    .split(path.sep)
    .filter((step) => step !== '');
  return [top, ...steps.map((_, i) => path.join(top, ...steps.slice(0, i + 1)))];
}

export interface FolderRule {
  /** The owner; our own account when left out. */
  owner?: number | undefined;
  /** Whether other accounts may not even list it. */
  isPrivate?: boolean;
}

/** Throws one sentence unless `folder` is a real folder of its owner that no other account can write or replace. */
export async function checkOwnFolder(folder: string, { owner, isPrivate = false }: FolderRule = {}): Promise<void> {
  const us = process.getuid?.();
  // Without accounts (Windows) a user's folders are that user's.
  if (us === undefined) return;
  const stats = await fs.lstat(folder);
  const isSound = stats.isDirectory() && stats.uid === (owner ?? us) && !isOpen(stats, isPrivate);
  if (!isSound) throw new Error(`${folder} could have been made by another account: remove it and start again.`);
  const trusted = [0, us, (await fs.stat('/')).uid];
  for (let above = path.dirname(await fs.realpath(folder)); ; above = path.dirname(above)) {
    const { uid, mode, gid } = await fs.stat(above);
    // In a folder such as /tmp every account may add files, but may not replace those of another.
    const isClosed = !isOpen({ mode, gid }, false) || (mode & STICKY) !== 0;
    if (!trusted.includes(uid) || !isClosed) {
      throw new Error(`${above} can be written by another account: take that right away, or set another TMPDIR.`);
    }
    if (above === path.dirname(above)) return;
  }
}

function isOpen({ mode, gid }: Pick<Stats, 'mode' | 'gid'>, isPrivate: boolean): boolean {
  if (isPrivate) return (mode & 0o077) !== 0;
  // The private group of one user, which many systems give, counts as that user.
  return (mode & WRITE_OF_OTHERS) !== 0 || ((mode & WRITE_OF_GROUP) !== 0 && gid !== process.getgid?.());
}

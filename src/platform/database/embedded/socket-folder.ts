import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ProcessIds } from './account.ts';
import { shortHash } from './binaries.ts';
import { checkOwnFolder, makeOwnFolder, SYSTEM_FOLDER } from './own-folder.ts';

/** The files PostgreSQL makes there for port 5432; only these are ever removed. */
const FILES = ['.s.PGSQL.5432', '.s.PGSQL.5432.lock'];

/** Longest address of a Unix socket, in bytes (sockaddr_un of macOS; Linux has 107). */
const LONGEST_ADDRESS = 103;

/** The file that notes the socket folder of `dir`, so that a copied data directory does not share it. */
const noteOf = (dir: string): string => `${dir}.socket`;

/**
 * The folder of the socket of `dir`, which only PostgreSQL's account and ours may enter. It cannot be inside a chosen
 * folder, because a socket's address is short. Throws one sentence when it is not ours.
 */
export async function socketFolder(dir: string, ids: ProcessIds, temporary = os.tmpdir()): Promise<string> {
  const folder = await systemFolder(dir, ids);
  if (folder === null) return (await notedFolder(dir, ids)) ?? freshFolder(dir, ids, temporary);
  await checkSocketFolder(folder, ids);
  return folder;
}

/** Throws one sentence when another account could answer in place of our PostgreSQL. */
export const checkSocketFolder = (folder: string, { uid }: ProcessIds): Promise<void> =>
  checkOwnFolder(folder, { owner: uid, isPrivate: true });

/** The noted folder of `dir`, which may be gone. */
export async function notedSocketFolder(dir: string): Promise<string | null> {
  const [of, folder] = (await fs.readFile(noteOf(dir), 'utf8').catch(() => '')).trim().split('\n');
  return of === dir && folder ? folder : null;
}

export async function removeSocketFiles(folder: string): Promise<void> {
  for (const file of FILES) await fs.rm(path.join(folder, file), { force: true });
}

/** Removes the folder after a clean stop, unless it holds other files. */
export async function leaveSocketFolder(dir: string, folder: string): Promise<void> {
  await removeSocketFiles(folder);
  await fs.rmdir(folder).catch(() => undefined);
  await fs.rm(noteOf(dir), { force: true });
}

/** Root's own place. Null for other accounts, and where the file system is read-only. */
async function systemFolder(dir: string, ids: ProcessIds): Promise<string | null> {
  if (ids.uid === undefined) return null;
  const folder = path.join(SYSTEM_FOLDER, 'sockets', shortHash(dir));
  const canWrite = await fs.mkdir(path.dirname(folder), { recursive: true, mode: 0o755 }).then(
    () => true,
    () => false,
  );
  if (!canWrite) return null;
  await makeOwnFolder(path.dirname(folder));
  const isNew = await fs.mkdir(folder, { mode: 0o700 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  if (isNew) await fs.chown(folder, ids.uid, ids.gid!);
  return folder;
}

/** The noted folder; null also when it is no longer ours, because what other accounts put there is theirs to remove. */
async function notedFolder(dir: string, ids: ProcessIds): Promise<string | null> {
  const folder = await notedSocketFolder(dir);
  return folder !== null &&
    (await checkSocketFolder(folder, ids).then(
      () => true,
      () => false,
    ))
    ? folder
    : null;
}

async function freshFolder(dir: string, ids: ProcessIds, temporary: string): Promise<string> {
  const prefix = 'aftertalk-';
  const shared = await fs.realpath(temporary).catch((error: Error) => {
    throw new Error(`TMPDIR cannot be used (${error.message}): set it to a folder that is there, or leave it out.`);
  });
  const length = Buffer.byteLength(path.join(shared, `${prefix}XXXXXX`, FILES[1]!));
  // PostgreSQL reads a list of folders, separated by commas.
  const isUsable = length <= LONGEST_ADDRESS && !/[,"]/.test(shared);
  const folder = await fs.mkdtemp(path.join(isUsable ? shared : '/tmp', prefix));
  if (ids.uid !== undefined) await fs.chown(folder, ids.uid, ids.gid!);
  await checkSocketFolder(folder, ids).catch(async (error: unknown) => {
    await fs.rmdir(folder);
    throw error;
  });
  const note = noteOf(dir);
  await fs.writeFile(`${note}.new`, `${dir}\n${folder}\n`, { mode: 0o600 });
  await fs.rename(`${note}.new`, note);
  return folder;
}

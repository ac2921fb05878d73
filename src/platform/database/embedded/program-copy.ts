import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeOwnFolder, SYSTEM_FOLDER } from './own-folder.ts';

/**
 * Copies the programs in `source` to a folder below `home` that only root can write, and returns its path. The folder
 * is named by their hash, so that versions do not replace one another; a copy that does not match is made again.
 */
export async function copyPrograms(source: string, home = path.join(SYSTEM_FOLDER, 'programs')): Promise<string> {
  await makeOwnFolder(home, home.startsWith(SYSTEM_FOLDER) ? SYSTEM_FOLDER : home);
  const name = (await hashOf(source)).slice(0, 32);
  const copy = path.join(home, name);
  if (await isWhole(copy, name)) return copy;
  const half = await fs.mkdtemp(path.join(home, '.half-'));
  try {
    await fs.cp(source, half, { recursive: true, verbatimSymlinks: true });
    await openToAll(half);
    if (!(await isWhole(half, name))) throw new Error(`${half} is not a whole copy of ${source}: is the disk full?`);
    await putInPlace(half, copy, name);
  } finally {
    await fs.rm(half, { recursive: true, force: true });
  }
  return copy;
}

/** Of two starts at once, the later uses the copy of the earlier. */
async function putInPlace(half: string, copy: string, name: string): Promise<void> {
  if (
    await fs.rename(half, copy).then(
      () => true,
      () => false,
    )
  )
    return;
  if (await isWhole(copy, name)) return;
  const broken = `${half}-broken`;
  await fs.rename(copy, broken).catch(() => undefined);
  await fs.rename(half, copy);
  await fs.rm(broken, { recursive: true, force: true });
}

async function isWhole(folder: string, name: string): Promise<boolean> {
  const stats = await fs.lstat(folder).catch(() => null);
  if (stats === null || !stats.isDirectory() || stats.uid !== process.getuid?.()) return false;
  return (await hashOf(folder)).startsWith(name);
}

/** Hashes the names and contents of a folder, not owners and times. */
async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const named = entries.map((entry) => ({ entry, at: path.join(entry.parentPath, entry.name) }));
  for (const { entry, at } of named.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    hash.update(`\0${path.relative(folder, at)}\0`);
    if (entry.isSymbolicLink()) hash.update(await fs.readlink(at));
    if (entry.isFile()) await addFile(hash, at);
  }
  return hash.digest('hex');
}

async function addFile(hash: Hash, file: string): Promise<void> {
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) hash.update(chunk);
  });
}

/** All accounts may read and run, only the owner may write, whatever the umask at installation was. */
async function openToAll(folder: string): Promise<void> {
  await fs.chmod(folder, 0o755);
  for (const entry of await fs.readdir(folder, { recursive: true, withFileTypes: true })) {
    const at = path.join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const { mode } = await fs.stat(at);
    await fs.chmod(at, entry.isDirectory() || (mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Everything that decides the contents of a build. */
const FOLDERS = ['src', 'web', 'locales', 'migrations', 'tools'];
const FILES = ['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', 'vite.config.ts'];
const COMPILING = ['.swcrc', 'swc.components.json'];
const isTest = (name) => /\.spec\./.test(name);

/** Names a build by the contents of its sources, settings and packages, and by the Node that builds. */
export async function hashOfSources() {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`);
  for (const source of [...FOLDERS, ...FILES, ...COMPILING]) {
    for (const file of await filesOf(source)) hash.update(`\0${file}\0`).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesOf(source) {
  const entries = await readdir(source, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (entries === null) return [source];
  return entries
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

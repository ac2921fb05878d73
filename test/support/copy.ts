import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const SOURCES = ['src', 'web', 'locales', 'migrations', 'tools', 'package.json', 'package-lock.json'];
const SETTINGS = ['nest-cli.json', 'tsconfig.json', 'vite.config.ts', '.swcrc', 'swc.components.json'];

/** A copy of the sources to change and to build, and how to remove it. */
export async function copyOfSources(): Promise<{ copy: string; remove: () => Promise<void> }> {
  const copy = await realpath(await mkdtemp(path.join(os.tmpdir(), 'aftertalk-copy-')));
  for (const name of [...SOURCES, ...SETTINGS]) await cp(name, path.join(copy, name), { recursive: true });
  await symlink(await realpath('node_modules'), path.join(copy, 'node_modules'));
  return { copy, remove: () => rm(copy, { recursive: true, force: true }) };
}

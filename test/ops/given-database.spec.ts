import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import pg from 'pg';
import { checkGivenDatabase } from '../../src/platform/database/given-database.ts';
import { runMigrations } from '../../src/platform/database/migrate.ts';
import { Relay } from '../faults/harness/relay.ts';
import { freshDatabase } from '../support/database.ts';
import { inLongForm } from '../support/form.ts';
import { RunningServer, typed } from '../support/server.ts';
import { until } from '../support/world.ts';

const MIGRATION_LOCK = 20_120_411;

let dir: string;
let database: { url: string; drop: () => Promise<void> };
/** The place of PostgreSQL, and the address of the database at another port of this machine. */
let place: net.NetConnectOpts;
let at: (port: number, query?: string) => string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-given-'));
  await chmod(dir, 0o755);
  database = await freshDatabase();
  const { host, port, user, password, database: name } = new pg.Client({ connectionString: database.url });
  place = { path: path.join(host, `.s.PGSQL.${port}`) };
  at = (elsewhere, query = '') => `postgres://${user}:${String(password)}@127.0.0.1:${elsewhere}/${name}${query}`;
});
afterAll(async () => {
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

const closing: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function relay(): Promise<Relay> {
  const wire = await Relay.before(place);
  closing.push(() => wire.close());
  return wire;
}

const refusal = (url: string): Promise<string> =>
  checkGivenDatabase(url).then(
    (used) => `accepted as ${used}`,
    (error: Error) => error.message,
  );

describe('a PostgreSQL that is too old', () => {
  it('stops the start, and every command, with one sentence', async () => {
    const wire = await relay();
    const [now, old] = [Buffer.from(await versionNumber()), Buffer.from('150018')];
    wire.watch = ({ chunk, from }) => {
      const found = from === 'far' ? chunk.indexOf(now) : -1;
      if (found >= 0) old.copy(chunk, found);
      return null;
    };
    const settings = { DATABASE_URL: at(wire.port), DATA_DIR: dir };
    const wanted = /^DATABASE_URL leads to PostgreSQL \S+, and Aftertalk needs 16 or later: [^\n]*\n$/;
    const server = await RunningServer.start(settings);
    expect({ code: server.exit?.code, output: server.output }).toEqual({
      code: 1,
      output: expect.stringMatching(wanted),
    });
    expect(await typed(['backup', path.join(dir, 'backup.gz')], settings)).toEqual({
      code: 1,
      said: expect.stringMatching(wanted),
    });
  });

  const versionNumber = async (): Promise<string> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') "version"`);
    await client.end();
    return rows[0]!.version;
  };
});

describe('waiting for the migrations of another node', () => {
  const holding = async (): Promise<pg.Client> => {
    const holder = new pg.Client({ connectionString: database.url });
    holder.on('error', () => undefined);
    await holder.connect();
    closing.push(() => holder.end());
    await holder.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return holder;
  };

  inLongForm('is said after five seconds, with what to type when there is no other node', async () => {
    const holder = await holding();
    const said: string[] = [];
    const begun = performance.now();
    const running = runMigrations(database.url, (sentence) => void said.push(sentence));
    await until('the sentence', () => said.length > 0);
    expect(performance.now() - begun).toBeGreaterThan(4_900);
    const command = /^Waiting for another node [^\n]*: (select pg_terminate_backend\(\d+\));$/.exec(said[0]!)?.[1];
    const other = new pg.Client({ connectionString: database.url });
    await other.connect();
    await other.query(command!);
    await other.end();
    await running;
    expect(said).toHaveLength(1);
    expect(holder).toBeDefined();
  });

  it('is not spoken of when it takes a moment', async () => {
    const holder = await holding();
    const said: string[] = [];
    const running = runMigrations(database.url, (sentence) => void said.push(sentence));
    await holder.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await running;
    expect(said).toEqual([]);
  });

  it('is met by no limit that the database sets for its sessions', async () => {
    const own = await freshDatabase();
    closing.push(own.drop);
    const client = new pg.Client({ connectionString: own.url });
    await client.connect();
    const name = client.database!;
    for (const limit of ['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout'])
      await client.query(`alter database "${name}" set ${limit} = '300ms'`);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('set idle_in_transaction_session_timeout = 0');
    const running = runMigrations(own.url);
    setTimeout(() => void client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]), 1_000);
    await running;
    await client.end();
  });
});

describe('sslmode in DATABASE_URL', () => {
  let certificate: { cert: Buffer; key: Buffer; file: string; otherFile: string };
  beforeAll(() => {
    const made = (name: string): string => {
      const file = path.join(dir, `${name}.pem`);
      const [key, subject] = [path.join(dir, `${name}.key`), `/CN=${name}`];
      const names = `subjectAltName=DNS:${name}`;
      execFileSync(
        'openssl',
        ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', file].concat([
          '-subj',
          subject,
          '-addext',
          names,
        ]),
        { stdio: 'ignore' },
      );
      return file;
    };
    const [file, otherFile] = [made('localhost'), made('elsewhere')];
    const key = path.join(dir, 'localhost.key');
    certificate = { cert: readFileSync(file), key: readFileSync(key), file, otherFile };
  });

  /** A PostgreSQL behind TLS: it takes the request for it (protocol 3.0, 54.2.11) and passes on what is inside. */
  async function encrypted({ isDemanded = false } = {}): Promise<number> {
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (first) => {
        const wantsTls = first.length === 8 && first.readInt32BE(4) === 80_877_103;
        const far = net.connect(place);
        far.on('error', () => undefined);
        if (!wantsTls) {
          if (isDemanded) return void socket.end(refusedWithout());
          far.write(first);
          socket.pipe(far).pipe(socket);
          return;
        }
        socket.write('S');
        const inside = new tls.TLSSocket(socket, { isServer: true, cert: certificate.cert, key: certificate.key });
        inside.on('error', () => far.destroy());
        inside.pipe(far).pipe(inside);
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    closing.push(() => void server.close());
    return (server.address() as net.AddressInfo).port;
  }

  /** The refusal of PostgreSQL where pg_hba.conf has `hostssl` alone. */
  function refusedWithout(): Buffer {
    const message = 'no pg_hba.conf entry for host "127.0.0.1", user "x", database "x", no encryption';
    const fields = Buffer.from(`SFATAL\0VFATAL\0C28000\0M${message}\0\0`);
    const head = Buffer.alloc(5);
    head.write('E');
    head.writeInt32BE(fields.length + 4, 1);
    return Buffer.concat([head, fields]);
  }

  const named = (port: number, query: string): string => at(port, query).replace('127.0.0.1', 'localhost');

  it.each([
    ['require', 'no certificate to check', ''],
    ['no-verify', 'no certificate to check', ''],
    ['prefer', 'no certificate to check', ''],
    ['allow', 'no certificate to check', ''],
    ['verify-ca', 'its authority', 'own'],
    ['verify-full', 'its authority', 'own'],
  ])('%s with %s opens a database that wants TLS', async (mode, _what, root) => {
    const port = await encrypted({ isDemanded: true });
    const authority = root === 'own' ? `&sslrootcert=${encodeURIComponent(certificate.file)}` : '';
    const url = await checkGivenDatabase(named(port, `?sslmode=${mode}${authority}`));
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    expect((client as unknown as { connection: { stream: unknown } }).connection.stream).toBeInstanceOf(tls.TLSSocket);
    await client.end();
  });

  it.each(['disable', 'allow', 'prefer'])('%s opens a database without TLS', async (mode) => {
    const wire = await relay();
    expect(await refusal(at(wire.port, `?sslmode=${mode}`))).toMatch(/^accepted/);
  });

  it.each([
    ['?sslmode=require', /^The database offers no TLS, [^\n]*sslmode=prefer/],
    ['?sslmode=verify-full', /^The database offers no TLS/],
  ])('%s is refused by a database without TLS, with one sentence', async (query, sentence) => {
    const wire = await relay();
    expect(await refusal(at(wire.port, query))).toMatch(sentence);
  });

  it('is asked for with one sentence by a database that wants it', async () => {
    const port = await encrypted({ isDemanded: true });
    expect(await refusal(named(port, ''))).toMatch(/^The database lets nobody in this way [^\n]*add sslmode=require/);
    expect(await refusal(named(port, '?sslmode=disable'))).toMatch(/add sslmode=require/);
  });

  it.each([
    ['verify-full', 'its own', ''],
    ['verify-full', 'another', 'other'],
    ['verify-ca', 'another', 'other'],
    ['require', 'another', 'other'],
  ])('%s does not trust a certificate of %s authority', async (mode, _what, root) => {
    const port = await encrypted();
    const authority = root === 'other' ? `&sslrootcert=${encodeURIComponent(certificate.otherFile)}` : '';
    expect(await refusal(named(port, `?sslmode=${mode}${authority}`))).toMatch(
      /^The certificate of the database is not trusted [^\n]*sslrootcert=FILE/,
    );
  });

  it('verify-full wants the name that was typed, and verify-ca does not', async () => {
    const port = await encrypted();
    const authority = `&sslrootcert=${encodeURIComponent(certificate.file)}`;
    expect(await refusal(at(port, `?sslmode=verify-full${authority}`))).toMatch(/is not trusted/);
    expect(await refusal(at(port, `?sslmode=verify-ca${authority}`))).toMatch(/^accepted/);
  });

  it.each([
    ['?sslmode=always', /^DATABASE_URL has a sslmode that does not exist: type one of disable, allow/],
    ['?sslmode=verify-ca', /^DATABASE_URL has sslmode=verify-ca and no authority: add sslrootcert=FILE/],
    ['?sslmode=require&sslrootcert=system', /sslmode=verify-full/],
    ['?sslmode=require&sslcrl=/list', /^DATABASE_URL asks for sslcrl/],
    ['?sslmode=verify-full&sslrootcert=/no/such', /^A file that DATABASE_URL names cannot be read/],
  ])('%s is refused before anything is asked', async (query, sentence) => {
    expect(await refusal(at(1, query))).toMatch(sentence);
  });
});

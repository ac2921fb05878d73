import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { mkdir, mkdtemp, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { SMTPServer } from 'smtp-server';
import { AddOrganizer } from '../../src/accounts/add-organizer.ts';
import { HeldKeys } from '../../src/accounts/held-keys.ts';
import { proofByKeys } from '../../src/accounts/keys-at-hand.ts';
import { addKey, freshKey } from '../../src/accounts/private/keys.ts';
import { askPublicUrl } from '../../src/ops/doctor/ask-public-url.ts';
import { examineServer } from '../../src/ops/examine-server.ts';
import type { PublicAnswer } from '../../src/ops/examined-server.policy.ts';
import { readConfig } from '../../src/platform/config/settings.ts';
import { MIGRATIONS } from '../../src/platform/database/data-source.ts';
import { dkimEntry } from '../../src/platform/mail/dkim.ts';
import { textLookUp } from '../../src/platform/mail/dns-text.ts';
import { backup } from '../../src/start/commands/backup.ts';
import { contextOf } from '../../src/start/commands/command.ts';
import { doctor } from '../../src/start/commands/doctor.ts';
import { freePort } from '../support/server.ts';
import { until, World, type Person } from '../support/world.ts';
import { DnsServer } from './dns-server.ts';

let world: World;
let dir: string;
const closing: (() => Promise<unknown> | void)[] = [];
beforeAll(async () => {
  const port = await freePort();
  world = await World.open({ PUBLIC_URL: `http://localhost:${port}` }, port);
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-doctor-'));
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});
afterAll(async () => {
  await world.close();
  await rm(dir, { recursive: true, force: true });
});

const near = (settings: Record<string, string> = {}): Record<string, string> => ({
  DATABASE_URL: world.databaseUrl,
  DATA_DIR: world.dataDir,
  PUBLIC_URL: world.base,
  ...settings,
});

interface CommandOutput {
  lines: string;
  /** The sentence with which the command failed; null when it did not. */
  failure: string | null;
}

/** The words of the command beside the running server. */
async function says(settings: Record<string, string> = near(), ...args: string[]): Promise<CommandOutput> {
  const lines: string[] = [];
  const program = new Command('aftertalk').exitOverride();
  const context = { ...contextOf(settings), say: (line: string) => lines.push(line) };
  for (const register of [doctor, backup]) register(program, context);
  const [verb = 'doctor', ...rest] = args[0] === 'backup' ? args : ['doctor', ...args];
  const failure = await program.parseAsync([verb, ...rest], { from: 'user' }).then(
    () => null,
    ({ message }: Error) => message,
  );
  return { lines: lines.join('\n'), failure };
}

/** Opens a server for one test; its port. */
async function listening(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => {
    if (server instanceof http.Server) server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A proxy before the server, which says whom it speaks for. */
const proxyAddress = async (): Promise<string> => {
  const server = http.createServer((asked, answer) => {
    const headers = { ...asked.headers, 'x-forwarded-for': '203.0.113.9' };
    http.get(`${world.base}${asked.url}`, { headers }, (got) => {
      answer.writeHead(got.statusCode!, got.headers);
      got.pipe(answer);
    });
  });
  return `http://localhost:${await listening(server)}`;
};

const answering = async (status: number, headers: http.OutgoingHttpHeaders = {}): Promise<string> =>
  `http://localhost:${await listening(http.createServer((_asked, answer) => answer.writeHead(status, headers).end()))}`;

const asking = (publicUrl: string, timeoutMs = 10_000): Promise<PublicAnswer> =>
  askPublicUrl({ publicUrl, proof: 'none', timeoutMs, now: () => Date.now() });

describe('the doctor', () => {
  it('says on a first look what is missing before people can use the server, and fails', async () => {
    const { lines, failure } = await says();
    expect(lines).toMatch(/^✗ Address: PUBLIC_URL is http:\/\/[\w.]+:\d+, which only this machine can open\./m);
    expect(lines).toMatch(/^✗ E-mail: SMTP_URL is not set/m);
    expect(lines).toMatch(/^✗ Keys: they exist only in DATA_DIR\/keys/m);
    expect(lines).toMatch(/^! Backup: none was taken/m);
    expect(lines).toMatch(/^✓ Database: PostgreSQL \d+\.\d+ answers\.$/m);
    expect(lines).toMatch(/^✓ Schema: the database is of this version\.$/m);
    expect(lines).toMatch(/^✓ Clock: /m);
    // The disk is the one of the machine that tests.
    const wrong = [...lines.matchAll(/^✗ ([\w-]+):/gm)].map(([, subject]) => subject!);
    expect(wrong.filter((subject) => subject !== 'Disk')).toEqual(['Address', 'E-mail', 'Keys']);
    expect(failure).toBe(`${wrong.length} things are wrong.`);
  });

  it('tells how much of the disk under DATA_DIR is free', async () => {
    const { bavail, bsize, blocks } = await statfs(world.dataDir);
    const [, free, share] = /^[✓!✗] Disk: (?:only )?([\d.]+)\sGB are free \((\d+)\s%\)/m.exec((await says()).lines)!;
    expect(Math.abs(Number(free) - (bavail * bsize) / 1e9)).toBeLessThan(1);
    expect(Math.abs(Number(share) - (bavail / blocks) * 100)).toBeLessThan(3);
    expect((await says(near({ DATA_DIR: path.join(dir, 'none') }))).lines).toMatch(
      /^✗ Disk: DATA_DIR cannot be read\./m,
    );
  });

  it('makes nothing where the server is not, and says what to set', async () => {
    const before = await readdir(dir);
    const DATA_DIR = path.join(dir, 'elsewhere');
    const { lines, failure } = await says({ DATA_DIR });
    expect(lines).toContain(`✗ Keys: there are none in ${DATA_DIR}/keys.`);
    expect(lines).toContain(`✗ Database: There is no database in ${DATA_DIR}: set DATA_DIR or DATABASE_URL`);
    expect(failure).toMatch(/things are wrong/);
    expect((await says({ DATA_DIR }, '--keys-copied')).failure).toBe(
      `There are no keys in ${DATA_DIR}/keys: set DATA_DIR to the folder of the server.`,
    );
    expect((await says(near({ DATA_DIR }))).lines).toContain('✓ Database: PostgreSQL');
    expect(await readdir(dir)).toEqual(before);
    await mkdir(path.join(DATA_DIR, 'postgres'), { recursive: true });
    await writeFile(path.join(DATA_DIR, 'postgres', 'PG_VERSION'), '18\n');
    expect((await says({ DATA_DIR })).lines).toContain('✗ Database: DATA_DIR/keys/postgres-password is missing');
    expect(await readdir(DATA_DIR, { recursive: true })).toEqual(['postgres', 'postgres/PG_VERSION']);
  });

  it('speaks French to those who ask for it', async () => {
    const { lines, failure } = await says(near(), '--locale', 'fr');
    expect(lines).toMatch(/^✗ Adresse\u00A0: PUBLIC_URL vaut http:\/\//m);
    expect(failure).toBe(`${lines.match(/^✗ /gm)!.length} choses ne vont pas.`);
  });

  it('takes keys that the operator has copied for copied, until there are others', async () => {
    expect((await says(near(), '--keys-copied')).lines).toMatch(/^✓ Keys: you noted/m);
    expect((await says()).lines).toMatch(/^✓ Keys: you noted/m);
    await addKey(world.dataDir, freshKey(new Date(0)));
    expect((await says()).lines).toMatch(/^✗ Keys: they exist only in DATA_DIR\/keys/m);
    const key = `k9:${Buffer.alloc(64, 9).toString('base64')}`;
    expect((await says(near({ SECRET_KEYS: key }), '--keys-copied')).lines).toMatch(
      /^✓ Keys: they come from SECRET_KEYS/m,
    );
  });

  it('knows of the last backup, and that one beside the data is none', async () => {
    await says(near(), 'backup', path.join(world.dataDir, 'tonight.gz'));
    expect((await says()).lines).toMatch(/^! Backup: the one from .* lies in DATA_DIR/m);
    await writeFile(path.join(world.dataDir, 'last-backup.json'), '{"takenAt":');
    expect((await says()).lines).toMatch(/^! Backup: none was taken/m);
    await says(near(), 'backup', path.join(dir, 'tonight.gz'));
    expect((await says()).lines).toMatch(/^✓ Backup: the last one was taken on /m);
  });

  it('signs in at the mail server, and sends nothing', async () => {
    const seen: string[] = [];
    const smtp = new SMTPServer({
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _session, done) => {
        seen.push(`login ${username}`);
        done(password === 'right' ? null : new Error('no'), { user: username });
      },
      onMailFrom: (_address, _session, done) => {
        seen.push('mail');
        done();
      },
    });
    const port = await listening(smtp.server as net.Server);
    const at = (password: string): Record<string, string> =>
      near({ SMTP_URL: `smtp://forum:${password}@127.0.0.1:${port}`, MAIL_FROM: 'forum@localhost' });
    expect((await says(at('right'))).lines).toMatch(/^✓ E-mail: 127\.0\.0\.1 takes e-mails/m);
    expect((await says(at('wrong'))).lines).toMatch(
      /^✗ E-mail: 127\.0\.0\.1 refuses the user or the password.*\(535\)/m,
    );
    expect(seen).toEqual(['login forum', 'login forum']);
    const nowhere = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}`, MAIL_FROM: 'forum@localhost' };
    expect((await says(near(nowhere))).lines).toMatch(
      /^✗ E-mail: 127\.0\.0\.1 does not take the connection \(.*REFUSED/m,
    );
  });

  it('finds a proxy that TRUSTED_PROXIES does not name, and says what to put there', async () => {
    const PUBLIC_URL = await proxyAddress();
    expect((await says(near({ PUBLIC_URL }))).lines).toMatch(/^✗ Proxies: requests come from (127\.0\.0\.1|::1),/m);
  });

  it.each([
    [404, {}, { kind: 'other', status: 404 }],
    [200, {}, { kind: 'other', status: 200 }],
    [502, {}, { kind: 'down', status: 502 }],
    [
      301,
      { location: 'https://forum.example/health/arrival' },
      { kind: 'elsewhere', location: 'https://forum.example' },
    ],
  ])('tells what else answers at PUBLIC_URL: %s', async (status, headers, found) => {
    expect(await asking(await answering(status, headers))).toEqual(found);
  });

  it('tells why nothing answers at PUBLIC_URL, soon', async () => {
    const silent = `http://127.0.0.1:${await listening(net.createServer(() => undefined))}`;
    expect(await asking(silent, 200)).toEqual({ kind: 'silent', why: 'no answer within 0.2 s' });
    const closed = `http://127.0.0.1:${await freePort()}`;
    expect(await asking(closed)).toEqual({ kind: 'silent', why: expect.stringContaining('ECONNREFUSED') });
  });

  it('goes on when the database cannot be used', async () => {
    const { lines, failure } = await says(near({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }));
    expect(lines).toMatch(/^✗ Database: The database cannot be reached \(.*REFUSED.*\): check DATABASE_URL/m);
    expect(lines).toMatch(/^✗ E-mail: SMTP_URL is not set/m);
    expect(failure).toMatch(/things are wrong/);
  });

  it('says that the database is of another version, and leaves it as it is', async () => {
    const newest = MIGRATIONS.at(-1)!.name;
    const names = async (): Promise<string[]> =>
      (await world.query<{ name: string }>('select name from migrations')).map(({ name }) => name);
    const row = await world.query('delete from migrations where name = $1 returning *', [newest]);
    expect((await says()).lines).toMatch(/^✗ Schema: the database is of an older version/m);
    expect(await names()).not.toContain(newest);
    await world.query('insert into migrations (id, timestamp, name) values ($1, $2, $3)', Object.values(row[0]!));
    const later = await world.query(`insert into migrations (timestamp, name) values (1, 'Later1') returning id`);
    expect((await says()).lines).toMatch(/^! Schema: the database is of a newer version/m);
    await world.query('delete from migrations where id = $1', [later[0]!['id']]);
  });

  it('says that nothing answers at REDIS_URL, nor takes e-mails at INBOUND', async () => {
    const [redis, inbound] = [await freePort(), await freePort()];
    const settings = { REDIS_URL: `redis://127.0.0.1:${redis}`, INBOUND: `lmtp://127.0.0.1:${inbound}` };
    const { lines } = await says(near(settings));
    expect(lines).toMatch(/^✗ Redis: it does not answer \(/m);
    expect(lines).toMatch(new RegExp(`^✗ Replies: nothing takes e-mails at 127\\.0\\.0\\.1:${inbound} \\(`, 'm'));
  });

  it('compares the key in the DNS with the one that signs', async () => {
    const dns = await DnsServer.open();
    closing.push(() => dns.close());
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const smtp = await listening(net.createServer((socket) => socket.end('421 later\r\n')));
    const config = readConfig(
      near({
        SMTP_URL: `smtp://127.0.0.1:${smtp}`,
        MAIL_FROM: 'Forum <forum@mail.example>',
        DKIM_KEY: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
        DKIM_SELECTOR: 'autumn',
      }),
    );
    const found = async (servers: string[]): Promise<string[]> =>
      (
        await examineServer({
          config,
          database: { why: 'not asked' },
          now: () => Date.now(),
          forumNow: new Date(),
          lookUpText: textLookUp(500, servers),
        })
      )
        .filter(({ subject }) => ['dkim', 'dns'].includes(subject))
        .map(({ subject, state }) => `${subject}.${state}`);
    expect(await found([dns.place])).toEqual(['dkim.absent', 'dns.spf', 'dns.dmarc']);
    const { name, value } = dkimEntry({ domainName: 'mail.example', keySelector: 'autumn', privateKey });
    dns.entries.set(name, value.replace(/p=.{20}/, 'p=AAAAAAAAAAAAAAAAAAAA'));
    dns.entries.set('mail.example', 'v=spf1 mx ~all');
    dns.entries.set('_dmarc.mail.example', 'v=DMARC1; p=none');
    expect(await found([dns.place])).toEqual(['dkim.different']);
    dns.entries.set(name, value.replace(/(p=.{40})/, '$1 '));
    expect(await found([dns.place])).toEqual(['dkim.well']);
    expect(await found([`127.0.0.1:${await freePort()}`])).toEqual(['dns.unknown']);
  });

  it('ends with one sentence about a setting that cannot be used', async () => {
    const { lines, failure } = await says(near({ DKIM_KEY: path.join(dir, 'nowhere.pem'), DKIM_SELECTOR: 'autumn' }));
    expect(lines).toBe('');
    expect(failure).toMatch(/^DKIM_KEY is not usable: set it to a file with an RSA private key/);
  });

  it('is answered how its request arrived by proof of the keys alone', async () => {
    const ask = async (proof?: string): Promise<number> =>
      (await fetch(`${world.base}/health/arrival`, { headers: proof ? { 'x-aftertalk-proof': proof } : {} })).status;
    expect(await ask()).toBe(404);
    expect(await ask('guessed')).toBe(404);
    expect(await ask(`${'n'.repeat(22)}.${'s'.repeat(43)}`)).toBe(404);
    const proof = (await proofByKeys(readConfig(near())))!;
    expect(await ask(proof)).toBe(200);
    // The server holds its keys, also when their file is gone for a while, and makes none in its place.
    const keys = path.join(world.dataDir, 'keys');
    await rename(path.join(keys, 'secret-keys'), path.join(keys, 'elsewhere'));
    await world.app.get(HeldKeys, { strict: false }).look();
    expect(await ask(proof)).toBe(200);
    expect(await readdir(keys)).not.toContain('secret-keys');
    await rename(path.join(keys, 'elsewhere'), path.join(keys, 'secret-keys'));
  });
});

describe('the overview', () => {
  it('shows operators what is wrong with the server, waits for no other server, and shows others nothing', async () => {
    // The server takes connections and never greets.
    const silent = await listening(net.createServer(() => undefined));
    const busy = await World.open({ INBOUND: `lmtp://127.0.0.1:${silent}` });
    closing.push(() => busy.close());
    const olga = await busy.person('olga').signsIn();
    const { slug } = await busy.conference(olga);
    await busy.query(
      `insert into email_returns (envelope_tag, account_id, verdict, status, at)
       select $1, id, 'operator', '5.7.26', $2 from accounts limit 1`,
      [Buffer.alloc(32, 1), busy.clock.now()],
    );
    const overview = async (person: Person): Promise<string> =>
      (await person.get(`${busy.base}/organize/${slug}`, { 'accept-language': 'en' })).text;
    expect(await overview(olga)).toContain('The server is being looked at.');
    const page = await until('the server to have been looked at', async () => {
      const text = await overview(olga);
      return text.includes('which only this machine can open') ? text : null;
    });
    expect(page).toContain(`nothing takes e-mails at 127.0.0.1:${silent} (no answer within 3 s)`);
    expect(page).toMatch(/a mail server refused 1 e-mail because of its sender \(5\.7\.26, on /);
    expect(page).not.toContain('PostgreSQL');

    const { body: conference } = await olga.get(`/conferences/${slug}`);
    await busy.app.get(AddOrganizer, { strict: false }).add('mara@mail.example', conference as never);
    const mara = await busy.person('mara').signsIn();
    const shown = await overview(mara);
    expect(shown).toContain('</html>');
    expect(shown).not.toContain('id="server"');
  });
});

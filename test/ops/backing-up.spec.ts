import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BadBackup } from '../../src/ops/backup/backup-format.ts';
import { restoreBackup } from '../../src/ops/restore-backup.ts';
import { takeBackup } from '../../src/ops/take-backup.ts';
import { readConfig } from '../../src/platform/config/settings.ts';
import { migrationSource, MIGRATIONS } from '../../src/platform/database/data-source.ts';
import { freshDatabase } from '../support/database.ts';
import { inLongForm } from '../support/form.ts';
import { askIn, schemaOf, tablesOf } from '../support/rows.ts';
import { RunningServer, typed } from '../support/server.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

const LIFT = 1_000_000;

// Each command is a process of its own, which a busy machine is slow to start.
jest.setTimeout(300_000);

let dir: string;
let world: World;
let olga: Person;
let ada: Person;
let slug: string;
let threadId: string;
let backup: string;
const drops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-backup-'));
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  const said = await ada.says(
    threadId,
    'Words with a tab\t, a back\\slash, a line\n\n\\.\n\nand « accents » d’interopérabilité.',
  );
  await olga.put(`/comments/${said['id'] as string}/vote`);
  await ada.post(`/threads/${threadId}/questions`, { body: 'Is there a question?' }, { 'idempotency-key': 'kept' });
  await until(
    'the words to be found',
    async () =>
      ((await world.person('reader').get(`/conferences/${slug}/search?q=accents`)).body['items'] as Json[]).length ===
      1,
  );
  backup = path.join(dir, 'backup.gz');
  expect(await typed(['backup', backup], near(world.databaseUrl))).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^Backed up \d+ rows of \d+ tables as of .*secret keys are not in it.*\n$/),
  });
});
afterAll(async () => {
  await world.close();
  for (const drop of drops) await drop();
  await rm(dir, { recursive: true, force: true });
});

/** The settings of a server that has the same keys. */
const near = (url: string): Record<string, string> => ({ DATABASE_URL: url, DATA_DIR: world.dataDir });

async function emptyDatabase(template?: string): Promise<string> {
  const { url, drop } = await freshDatabase(template);
  drops.push(drop);
  return url;
}

/** Null when it was done, else the sentence of the refusal: what the command says, without a process for each. */
const restore = (file: string, url: string, settings = near(url)): Promise<string | null> =>
  restoreBackup(file, url, readConfig(settings)).then(
    () => null,
    (error: Error) => (error instanceof BadBackup ? error.message : `${error.stack}`),
  );

/** The contents of a backup, lines changed at will, under a valid last line or not. */
async function forged(name: string, change: (text: string) => string): Promise<string> {
  const file = path.join(dir, name);
  await writeFile(file, gzipSync(change(gunzipSync(await readFile(backup)).toString('utf8'))));
  return file;
}

const lineOne =
  (change: (preface: Json) => Json) =>
  (text: string): string => {
    const end = text.indexOf('\n');
    return JSON.stringify(change(JSON.parse(text.slice(0, end)) as Json)) + text.slice(end);
  };

describe('backing up', () => {
  it('writes one file for its owner alone, and leaves nothing else behind', async () => {
    expect((await stat(backup)).mode & 0o777).toBe(0o600);
    expect(await readdir(dir)).toEqual(['backup.gz']);
  });

  it('holds every table but sessions and codes, each counted and sealed, and says which changes of the schema it has seen', async () => {
    const lines = gunzipSync(await readFile(backup))
      .toString('utf8')
      .split('\n');
    expect(JSON.parse(lines[0]!)).toMatchObject({
      aftertalk: 'backup',
      format: 1,
      migrations: MIGRATIONS.map(({ name }) => name),
    });
    const tables = await askIn<{ name: string }>(
      world.databaseUrl,
      `select table_name name from information_schema.tables
       where table_type = 'BASE TABLE'
         and table_schema not in ('pg_catalog', 'information_schema')
       order by 1`,
    );
    const named = lines
      .filter((line) => line.startsWith('{"table":'))
      .map((line) => (JSON.parse(line) as { table: string }).table);
    expect(tables.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([
      'invitation_emails',
      'invitations_mailed',
      'key_holders',
      'login_codes',
      'migrations',
      'passkey_challenges',
      'pending_comments',
      'sessions',
      'speaker_addresses',
      'spent_proofs',
      'waiting_files',
      'wrong_codes',
    ]);
    // Sequences outside of rows are counted again from one; new codes pass over those that threads have.
    expect(
      await askIn(world.databaseUrl, `select sequencename from pg_sequences where sequencename <> 'migrations_id_seq'`),
    ).toEqual([{ sequencename: 'thread_codes' }]);
  });

  it('says so when there is nothing to back up, and keeps the file that was there', async () => {
    const file = path.join(dir, 'kept.gz');
    await writeFile(file, 'yesterday');
    expect(await typed(['backup', file], near(await emptyDatabase('template1')))).toEqual({
      code: 1,
      said: 'There is nothing to back up: the database holds no tables of Aftertalk.\n',
    });
    expect(await readFile(file, 'utf8')).toBe('yesterday');
    expect((await readdir(dir)).filter((name) => name.endsWith('.half'))).toEqual([]);
  });

  it('under load is the database of one moment: what was acknowledged before is in it, and nothing by half', async () => {
    const { threadId: busy } = await world.conference(olga, {});
    const slugOf = (await olga.get(`/threads/${busy}`)).body['conferenceId'] as string;
    const voices = await Promise.all(
      Array.from({ length: 6 }, async (_, i) =>
        (await world.person(`voice${i}`).signsIn()).calledIn(slugOf, `Voice ${i}`),
      ),
    );
    const answered = new Set<string>();
    let going = true;
    const talking = voices.map(async (voice, i) => {
      for (let n = 0; going; n += 1)
        answered.add((await voice.says(busy, `Voice ${i} says its sentence ${n}.`))['id'] as string);
    });
    await until('a conversation', () => answered.size > 30);
    const before = [...answered];
    const file = path.join(dir, 'busy.gz');
    await takeBackup(file, world.databaseUrl);
    await until('more to be said', () => answered.size > before.length + 10);
    going = false;
    await Promise.all(talking);

    const url = await emptyDatabase();
    expect(await restore(file, url)).toBeNull();
    const [head] = await askIn<{ seq: number; n: number; comments: number; floor: number }>(
      url,
      'select seq, n, comments, floor from thread_heads where thread_id = $1',
      [busy],
    );
    const seq = head!.seq - LIFT;
    const hash = `select count(*)::int count,
        md5(
          string_agg(concat_ws(' ', id, seq, changed_seq, source, html, persona_id, author_name), '|' order by seq)
        ) hash
      from comments
      where thread_id = $1 and seq <= $2`;
    expect(await askIn(url, hash, [busy, head!.seq])).toEqual(await world.query(hash, [busy, seq]));
    expect(await askIn(url, 'select seq::int, kind from thread_log where thread_id = $1 order by n', [busy])).toEqual([
      ...(await world.query('select seq::int, kind from thread_log where thread_id = $1 and seq <= $2 order by n', [
        busy,
        seq,
      ])),
      { seq: head!.seq, kind: 'thread.restored' },
    ]);
    const restored = await askIn<{ id: string }>(url, 'select id from comments where thread_id = $1', [busy]);
    expect(head).toMatchObject({ comments: restored.length, floor: head!.seq });
    expect(before.filter((id) => !restored.some((row) => row.id === id))).toEqual([]);
    expect(restored.length).toBeLessThan(answered.size);
  });
});

describe('restoring', () => {
  it('gives back every row of every table, under the same schema, with only its numbers lifted', async () => {
    const url = await emptyDatabase();
    expect(await typed(['restore', backup], near(url))).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Restored \d+ rows of \d+ tables as of .*Everybody signs in again\.\n$/),
    });
    expect(await schemaOf(url)).toEqual(await schemaOf(world.databaseUrl));
    const before = await askIn(
      world.databaseUrl,
      'select thread_id, seq + $1 seq, n + $1 n, seq + $1 floor from thread_heads where thread_id = $2',
      [LIFT, threadId],
    );
    expect(
      await askIn(url, 'select thread_id, seq, n, floor from thread_heads where thread_id = $1', [threadId]),
    ).toEqual(before);
    await askIn(url, `delete from thread_log where kind = 'thread.restored'`);
    await askIn(url, 'update thread_heads set seq = seq - $1, n = n - $1, floor = 0', [LIFT]);
    for (const table of ['conferences', 'talks'])
      await askIn(url, `update ${table} set edition = edition - $1`, [LIFT]);
    const again = path.join(dir, 'again.gz');
    await takeBackup(again, url);
    const rowsIn = async (file: string): Promise<string[]> =>
      gunzipSync(await readFile(file))
        .toString('utf8')
        .split('\n')
        .slice(1, -2)
        .filter((line) => !line.startsWith('{"rows"'))
        .toSorted();
    expect(await rowsIn(again)).toEqual(await rowsIn(backup));
  });

  it('goes into a database that has no tables yet', async () => {
    const url = await emptyDatabase('template1');
    expect(await restore(backup, url)).toBeNull();
    expect(await schemaOf(url)).toEqual(await schemaOf(world.databaseUrl));
  });

  it('takes a backup of an older version, as if that database had been brought up to date where it was', async () => {
    const old = await emptyDatabase('template1');
    const older = await migrationSource(old).initialize();
    Object.assign(older, { migrations: older.migrations.slice(0, 2) });
    await older.runMigrations();
    await older.destroy();
    const ids = [
      '01900000-0000-7000-8000-000000000001',
      '01900000-0000-7000-8000-000000000002',
      '01900000-0000-7000-8000-000000000003',
    ];
    await askIn(
      old,
      `insert into conferences
       values ($1, 'old', 'Old', null, 'fr', 'Europe/Paris', '2026-05-02', '2026-05-02', 'before', '{}')`,
      [ids[0]],
    );
    await askIn(
      old,
      `insert into threads
       values ($1, $2, null, 'hallway', 'Hallway', 'open', null, null, null, null, now(), now(), now(), now())`,
      [ids[1], ids[0]],
    );
    await askIn(old, 'insert into thread_heads (thread_id, seq, n) values ($1, 7, 9)', [ids[1]]);
    await askIn(
      old,
      `insert into comments (id, thread_id, seq, changed_seq, kind, source, html, posted_at)
       values ($1, $2, 7, 7, 'comment', 'Old words', '<p>Old words</p>', now())`,
      [ids[2], ids[1]],
    );
    const file = path.join(dir, 'old.gz');
    await takeBackup(file, old);

    const url = await emptyDatabase();
    expect(await restore(file, url)).toBeNull();
    const inPlace = await migrationSource(old).initialize();
    await inPlace.runMigrations();
    await inPlace.destroy();
    expect(await schemaOf(url)).toEqual(await schemaOf(old));
    // The backup is older than short addresses, whose codes are drawn by lot in each database.
    for (const each of [url, old]) await askIn(each, `update threads set code = 'drawn'`);
    const [now, then] = [await tablesOf(url), await tablesOf(old)];
    const lifted = ['conferences', 'thread_heads', 'thread_log'];
    expect(Object.keys(now).filter((table) => now[table] !== then[table])).toEqual(lifted);
    expect(await askIn(url, 'select seq, n, floor from thread_heads')).toEqual([
      { seq: LIFT + 7, n: LIFT + 9, floor: LIFT + 7 },
    ]);
  });

  it('is refused, with one sentence and nothing done, where somebody has said something', async () => {
    const before = await tablesOf(world.databaseUrl);
    expect(await typed(['restore', backup], near(world.databaseUrl))).toEqual({
      code: 1,
      said: expect.stringMatching(/^The database is in use: [^\n]+\n$/),
    });
    const other = await emptyDatabase('template1');
    await askIn(other, 'create table accounts_of_a_shop (id int)');
    expect(await restore(backup, other)).toBe(
      'The database holds tables that are not of Aftertalk: give it a database of its own.',
    );
    expect(await tablesOf(world.databaseUrl)).toEqual(before);
  });

  it('is refused, with one sentence and nothing done, for a file that is newer, damaged, cut short or something else', async () => {
    const url = await emptyDatabase();
    const whole = await readFile(backup);
    const cut = async (name: string, bytes: Buffer): Promise<string> => {
      await writeFile(path.join(dir, name), bytes);
      return path.join(dir, name);
    };
    const flipped = Buffer.from(whole);
    flipped[Math.floor(whole.length / 2)]! ^= 0x10;
    const before = await tablesOf(url);
    const files: [string, RegExp][] = [
      [await cut('empty.gz', Buffer.alloc(0)), /damaged or cut short/],
      [await cut('short.gz', whole.subarray(0, whole.length - 40)), /damaged or cut short/],
      [await cut('half.gz', whole.subarray(0, whole.length / 2)), /damaged or cut short/],
      [await cut('flipped.gz', flipped), /damaged or cut short/],
      [await cut('text', Buffer.from('no backup')), /damaged or cut short/],
      [path.join(dir, 'absent.gz'), /cannot be read/],
      [
        await forged(
          'other.gz',
          lineOne(() => ({ some: 'thing' })),
        ),
        /no backup of Aftertalk/,
      ],
      [
        await forged(
          'format.gz',
          lineOne((preface) => ({ ...preface, format: 2 })),
        ),
        /newer Aftertalk \(format 2\)/,
      ],
      [
        await forged(
          'newer.gz',
          lineOne((preface) => ({
            ...preface,
            migrations: [...(preface['migrations'] as string[]), 'FlyToTheMoon1999999999999'],
          })),
        ),
        /newer Aftertalk \(with FlyToTheMoon1999999999999\)/,
      ],
      // Valid gzip, as somebody would make who edited it: the seals tell.
      [await forged('word.gz', (text) => text.replace('accents', 'accounts')), /damaged or cut short/],
      [
        await forged('lost-row.gz', (text) => text.replace(/\n[^\n]*« accents »[^\n]*\n/, '\n')),
        /damaged or cut short/,
      ],
      [
        await forged('lost-end.gz', (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)),
        /damaged or cut short/,
      ],
      [await forged('more.gz', (text) => `${text}{}\n`), /damaged or cut short/],
    ];
    for (const [file, sentence] of files)
      expect({ file, refused: await restore(file, url) }).toEqual({
        file,
        refused: expect.stringMatching(new RegExp(`^[^\\n]*${sentence.source}[^\\n]*$`)),
      });
    expect(await tablesOf(url)).toEqual(before);
    expect(await restore(backup, url)).toBeNull();
  });

  it('is refused where the keys are others than those that sealed the addresses', async () => {
    const url = await emptyDatabase();
    const elsewhere = await mkdtemp(path.join(dir, 'elsewhere-'));
    expect(await restore(backup, url, { DATABASE_URL: url, DATA_DIR: elsewhere })).toMatch(
      /^The addresses in the backup are sealed with keys that are not here: [^\n]+$/,
    );
    expect(await askIn(url, 'select from accounts')).toEqual([]);
  });

  inLongForm(
    'works beside a server just started on an empty database: its demo gives way, and it shows what was restored',
    async () => {
      const url = await emptyDatabase();
      const server = await RunningServer.start({ ...near(url), RATE_LIMITS: 'off' });
      const reads = async (route: string): Promise<Json> =>
        (await (await fetch(`${server.base}/api/v1${route}`)).json()) as Json;
      expect(((await reads('/conferences'))['items'] as Json[]).map((each) => each['slug'])).toEqual(['assises-2012']);
      expect(await typed(['restore', backup], near(url))).toEqual({
        code: 0,
        said: expect.stringMatching(/^Restored /),
      });
      const shown = await until(
        'what was restored',
        async () =>
          ((await reads('/conferences'))['items'] as Json[] | undefined)?.some((each) => each['slug'] === slug) &&
          reads(`/threads/${threadId}/comments`),
      );
      expect((shown['items'] as Json[])[0]!['html']).toContain('« accents »');
      // The words for the search come along, and are asked for as before.
      for (const words of ['accents', 'interoperabilite', 'd’interopérabilité', 'back\\slash'])
        await until(
          `"${words}" to be found`,
          async () =>
            ((await reads(`/conferences/${slug}/search?q=${encodeURIComponent(words)}`))['items'] as Json[] | undefined)
              ?.length === 1,
        );
      expect(server.exit).toBeNull();
      expect(await server.ends()).toEqual({ code: 0, signal: null });
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { catalogueOf } from '../../locales/catalogues.ts';
import { RotateKeys } from '../../src/accounts/rotate-keys.ts';
import { KEPT } from '../../src/pages/retention.ts';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(async () => {
  await world.close();
});

/** Every row of every table, as text. */
async function dump(): Promise<string[]> {
  const tables = await world.query<{ name: string }>(
    `select table_name name from information_schema.tables where table_schema = 'public'`,
  );
  const rows = await Promise.all(
    tables.map(async ({ name }) =>
      (await world.query<{ row: string }>(`select to_jsonb(t)::text as row from "${name}" t`)).map(
        ({ row }) => `${name} ${row}`,
      ),
    ),
  );
  return rows.flat();
}

describe('an anonymous question', () => {
  it('leads to its asker until thirty days after the conference; then no row of a dump does', async () => {
    const { slug, threadId } = await world.conference(olga);
    const ada = await (await world.person('asker').signsIn()).calledIn(slug, 'Ada');
    const question = (
      await ada.post(
        `/threads/${threadId}/questions`,
        { body: 'Who may ask this?', anonymous: true },
        { 'idempotency-key': 'only-mine' },
      )
    ).body;
    await olga.calledIn(slug, 'Olga');
    expect(await olga.post(`/questions/${question['id']}/answers`, { body: 'Everybody may.' })).toMatchObject({
      status: 201,
    });
    const [{ account, persona }] = (await world.query(
      `select account_id account, id persona from personas where name = 'Ada'`,
    )) as [{ account: string; persona: string }];
    const [{ tag }] = (await world.query(`select encode(tag, 'hex') tag from posting_keys where comment_id = $1`, [
      question['id'],
    ])) as [{ tag: string }];
    const paths = async (): Promise<string[]> =>
      (await dump()).filter(
        (row) => row.includes(question['id'] as string) && [account, persona, tag].some((trace) => row.includes(trace)),
      );
    // A reader of the log notes what is to be e-mailed.
    await world.runNow('threads/read-logs');
    expect((await paths()).map((row) => row.split(' ')[0]).toSorted((a, b) => a!.localeCompare(b!))).toEqual([
      'account_notices',
      'comments',
      'email_notices',
      'posting_keys',
    ]);
    world.advance({ days: 29 });
    await world.runNow('comments/forget-askers');
    expect(await paths()).toHaveLength(4);
    world.advance({ days: 3 });
    await world.runNow('comments/forget-askers');
    expect(await paths()).toEqual([]);
    expect((await dump()).filter((row) => row.includes(tag))).toEqual([]);
    expect((await olga.get(`/comments/${question['id']}`)).body).toMatchObject({ author: null, state: 'visible' });
  });
});

describe('the privacy page', () => {
  it.each(['en', 'fr'] as const)(
    'has no number of its own: each is the one by which the code forgets (%s)',
    async (locale) => {
      const texts = catalogueOf(locale, 'pages.privacy.');
      expect(Object.entries(texts).filter(([, text]) => /\d/.test(text))).toEqual([]);
      const used = Object.values(texts).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!));
      expect([...new Set(used)].toSorted((a, b) => a.localeCompare(b))).toEqual(
        Object.keys(KEPT).toSorted((a, b) => a.localeCompare(b)),
      );
      const page = await (await fetch(`${world.base}/privacy`, { headers: { 'accept-language': locale } })).text();
      for (const text of Object.entries(texts)
        .filter(([key]) => key.endsWith('.long'))
        .map(([, each]) => each)) {
        expect(page).toContain(text.replace(/\{(\w+)\}/g, (_, name: keyof typeof KEPT) => String(KEPT[name])));
      }
    },
  );
});

describe('changing the keys', () => {
  const newest = async (): Promise<Json> =>
    (
      await world.query(
        `select a.address_key_id "keyId", encode(a.address_index, 'hex') index
         from accounts a
         join sessions s on s.account_id = a.id
         where s.begun_at = (select max(begun_at) from sessions)`,
      )
    )[0]!;

  it('seals every address again while people sign in, and they stay who they are', async () => {
    const ada = await world.person('keyed').signsIn();
    const before = await newest();
    let stop = false;
    const traffic = (async () => {
      for (let i = 0; !stop; i += 1) await world.person(`traffic${i % 3}`).signsIn();
    })();
    const done = await world.app.get(RotateKeys).rotate();
    stop = true;
    await traffic;
    expect(done!.resealed).toBeGreaterThan(0);
    const rows = await world.query<{ keyId: string }>('select distinct address_key_id "keyId" from accounts');
    expect(rows).toEqual([{ keyId: done!.keyId }]);
    expect((await ada.get('/me')).body).toMatchObject({ emailMasked: 'k•••@mail.example' });
    const again = await world.person('keyed').signsIn();
    const after = await newest();
    expect(after['keyId']).toBe(done!.keyId);
    expect(after['index']).not.toBe(before['index']);
    expect((await again.get('/auth/sessions')).body['items']).toHaveLength(2);
    expect(await world.query(`select count(*)::int n from accounts`)).toEqual(
      await world.query('select count(distinct address_index)::int n from accounts'),
    );
    // The account that ORGANIZERS names is still found, also under the new key.
    await olga.signsIn();
    expect((await olga.get('/me')).body['grants']).toMatchObject([{ role: 'organizer' }]);
    const file = path.join(world.dataDir, 'keys', 'secret-keys');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(
      (await readFile(file, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual([done!.keyId, 'first']);
  });

  it('that was interrupted goes on with the same key', async () => {
    // As a killed run leaves it: the key is in the file, and some addresses are not sealed with it yet.
    const file = path.join(world.dataDir, 'keys', 'secret-keys');
    await writeFile(file, `interrupted:${randomBytes(64).toString('base64')}\n${await readFile(file, 'utf8')}`);
    expect(await world.app.get(RotateKeys).rotate()).toMatchObject({ keyId: 'interrupted' });
    expect(await world.query('select distinct address_key_id "keyId" from accounts')).toEqual([
      { keyId: 'interrupted' },
    ]);
  });

  it('waits until every node holds the new key, and says so when one never does', async () => {
    await world.query(
      `insert into key_holders (node, key_ids, seen_at)
       values (gen_random_uuid(), '{first}', clock_timestamp() + interval '1 hour')`,
    );
    const before = await world.query('select id, address_key_id from accounts order by id');
    await expect(world.app.get(RotateKeys).rotate({ patienceMs: 1_000 })).rejects.toThrow(/does not hold the key/);
    expect(await world.query('select id, address_key_id from accounts order by id')).toEqual(before);
    // Meanwhile nobody seals with a key that some node cannot read.
    await world.person('meanwhile').signsIn();
    expect((await newest())['keyId']).toBe('first');
    await world.query(`delete from key_holders where seen_at > clock_timestamp()`);
    const done = await world.app.get(RotateKeys).rotate();
    expect(await world.query('select distinct address_key_id "keyId" from accounts')).toEqual([{ keyId: done!.keyId }]);
  });
});

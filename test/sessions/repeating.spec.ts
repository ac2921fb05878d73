import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { takeBackup } from '../../src/ops/take-backup.ts';
import { withoutRecording } from '../support/api/recorder.ts';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
let slug: string;
let threadId: string;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-repeating-'));
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
});
afterAll(async () => {
  await world.close();
  await rm(dir, { recursive: true, force: true });
});

const keyed = (person: Person, method: string, url: string, body: Json, key: string) =>
  person.ask(method, url, body, { 'idempotency-key': key });

/** Everything the database holds, and everything a backup of it holds. */
async function stored(): Promise<{ rows: string; backup: string }> {
  const tables = await world.query<{ name: string }>(
    `select quote_ident(table_name) name from information_schema.tables where table_schema = 'public'`,
  );
  const rows: string[] = [];
  for (const { name } of tables)
    rows.push(...(await world.query<{ text: string }>(`select t::text "text" from ${name} t`)).map(({ text }) => text));
  const file = path.join(dir, 'backup.gz');
  await takeBackup(file, world.databaseUrl);
  return { rows: rows.join('\n'), backup: gunzipSync(await readFile(file)).toString('utf8') };
}

describe('a write that is repeated with its key', () => {
  it('answers with the status of the first and the thing as it is now', async () => {
    const first = await keyed(ada, 'PATCH', '/me', { locale: 'en' }, 'locale');
    expect(first).toMatchObject({ status: 200, body: { emailMasked: 'a•••@mail.example', locale: 'en' } });
    await ada.patch('/me', { locale: 'fr' });
    const repeat = await keyed(ada, 'PATCH', '/me', { locale: 'en' }, 'locale');
    expect(repeat).toMatchObject({ status: 200, body: { emailMasked: 'a•••@mail.example', locale: 'fr' } });
    expect(repeat.headers.get('idempotency-replayed')).toBe('true');
    const named = await keyed(ada, 'POST', `/conferences/${slug}/personas`, { name: 'Once' }, 'once');
    expect(await keyed(ada, 'POST', `/conferences/${slug}/personas`, { name: 'Once' }, 'once')).toMatchObject({
      status: 201,
      body: named.body,
    });
    const nothing = await keyed(ada, 'DELETE', `/personas/${named.body['id'] as string}`, {}, 'gone');
    expect(await keyed(ada, 'DELETE', `/personas/${named.body['id'] as string}`, {}, 'gone')).toMatchObject({
      status: nothing.status,
      text: '',
    });
  });

  it('leaves nothing of an address, of a token or of an answer in the database or in a backup', async () => {
    const said = await olga.calledIn(slug, 'Olga').then(() => olga.says(threadId, 'To be reported'));
    await keyed(ada, 'PATCH', '/me', { locale: 'en' }, 'stored 1');
    const reported = await keyed(
      ada,
      'POST',
      `/comments/${said['id'] as string}/reports`,
      { rule: 'spam', reason: 'A reason' },
      'stored 2',
    );
    const invited = await keyed(
      olga,
      'POST',
      `/admin/conferences/${slug}/invitations`,
      { role: 'moderator' },
      'stored 3',
    );
    const token = (invited.body['url'] as string).split('#')[1]!;
    expect((await keyed(ada, 'POST', '/claims', { token }, 'stored 4')).status).toBe(200);
    await keyed(
      olga,
      'POST',
      `/admin/conferences/${slug}/threads`,
      { slug: 'wallaby', title: 'A wallaby' },
      'stored 5',
    );
    const receipt = reported.body['receipt'] as string;
    const { rows, backup } = await stored();
    expect(backup).toContain('To be reported');
    for (const text of [rows, backup]) {
      for (const secret of ['•••', 'mail.example', token, ada.token!, olga.token!]) expect(text).not.toContain(secret);
    }
    // A receipt and a title are stored where they belong, and not a second time.
    const keys = (await world.query<{ text: string }>('select t::text "text" from write_keys t')).map(
      ({ text }) => text,
    );
    expect(keys.length).toBeGreaterThanOrEqual(4);
    for (const text of keys) expect(text).not.toMatch(new RegExp(`wallaby|role|locale|${receipt}`));
  });

  it('is answered each time where it is the form of a page', async () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost:3000',
      'idempotency-key': 'page',
    };
    for (let times = 0; times < 2; times += 1)
      expect((await ada.ask('POST', `${world.base}/me`, 'locale=en', headers)).status).toBe(303);
  });

  it('is recognised from the answers of the version before, whose words were taken away', async () => {
    await keyed(ada, 'POST', `/conferences/${slug}/personas`, { name: 'Earlier' }, 'earlier');
    await world.query('update write_keys set sealed_answer = null');
    // For a day after an upgrade alone: the document tells of answers that have their words.
    const repeat = await withoutRecording(() =>
      keyed(ada, 'POST', `/conferences/${slug}/personas`, { name: 'Earlier' }, 'earlier'),
    );
    expect(repeat).toMatchObject({ status: 201, text: '' });
    expect(((await ada.get('/me')).body['personas'] as Json[]).filter(({ name }) => name === 'Earlier')).toHaveLength(
      1,
    );
  });
});

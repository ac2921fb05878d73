import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { WaitingFiles, WAITING_AT_ONCE, WAITING_OF_ACCOUNT } from '../../src/imports/waiting-files.ts';
import { becomes } from '../questions/stage.ts';
import { World, type Answer, type Person } from '../support/world.ts';
import { conferenceOf, talksOf } from './programmes.ts';
import { keptIn, sendsSheet, type SheetFields } from './sent-sheets.ts';

let world: World;
let olga: Person;
let oskar: Person;
let slug: string;
let page: string;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  slug = await conferenceOf(olga);
  page = `/organize/${slug}/imports`;
  oskar = await becomes(await world.person('oskar').signsIn(), olga, { slug, role: 'organizer' }, 'Oskar');
});
afterAll(() => world.close());

const sheet = (...titles: string[]): string =>
  ['Title,Date,Start,Room', ...titles.map((title) => `${title},6/7/2026,10:00,Aula`)].join('\n');
/** A sheet whose dates may be two, which waits for the answer; what opens it again. */
const waits = async (organizer: Person): Promise<string | undefined> =>
  keptIn((await sendsSheet(organizer, page, sheet('A talk'), { do: 'try' })).text);
const opens = (organizer: Person, kept: string): Promise<Answer> =>
  sendsSheet(organizer, page, null, { do: 'try', kept });
/** The name of the field with the answer that a page asks for. */
const answerIn = ({ text }: Answer, day: string): string =>
  new RegExp(`name="(answer-[^"]+)" value="${day}"`).exec(text)![1]!;

describe('a file that waits for an answer', () => {
  it('waits an hour more with each answer', async () => {
    const kept = (await waits(olga))!;
    for (let i = 0; i < 3; i += 1) {
      world.advance({ minutes: 50 });
      expect((await opens(olga, kept)).status).toBe(200);
    }
    world.advance({ minutes: 61 });
    expect((await opens(olga, kept)).status).toBe(422);
  });

  it('goes for no file of another account, and for the sixth of its own', async () => {
    const first = (await waits(olga))!;
    const others: string[] = [];
    for (let i = 0; i < WAITING_OF_ACCOUNT + 1; i += 1) {
      world.advance({ seconds: 1 });
      others.push((await waits(oskar))!);
    }
    const states: number[] = [];
    for (const kept of others) states.push((await opens(oskar, kept)).status);
    expect(states).toEqual([422, 200, 200, 200, 200, 200]);
    expect((await opens(olga, first)).status).toBe(200);
  });

  it('is opened by the account alone that sent it', async () => {
    const kept = (await waits(olga))!;
    expect([(await opens(oskar, kept)).status, (await opens(olga, kept)).status]).toEqual([422, 200]);
  });

  it('is neither opened, nor imported, nor forgotten for another conference or by another account', async () => {
    const kept = (await waits(olga))!;
    const other = `/organize/${await conferenceOf(olga)}/imports`;
    for (const place of [other, '/organize/programmes'])
      for (const act of ['try', 'import'])
        expect((await sendsSheet(olga, place, null, { do: act, kept, locale: 'en', timeZone: 'UTC' })).status).toBe(
          422,
        );
    const files = world.app.get(WaitingFiles);
    const idOf = async (sql: string, value: string): Promise<string> =>
      (await world.query<{ id: string }>(sql, [value]))[0]!.id;
    const [accountId, conferenceId, elsewhere] = await Promise.all([
      idOf('select account_id id from waiting_files where id = $1', kept.split('.')[0]!),
      idOf('select id from conferences where slug = $1', slug),
      idOf('select id from conferences where slug = $1', other.split('/')[2]!),
    ]);
    for (const place of [
      { accountId, conferenceId: elsewhere },
      { accountId, conferenceId: null },
      { accountId: randomUUID(), conferenceId },
    ])
      await files.forget(place, kept);
    expect((await opens(olga, kept)).status).toBe(200);
    await files.forget({ accountId, conferenceId }, kept);
    expect((await opens(olga, kept)).status).toBe(422);
  });

  it('is of no use to an organizer whose right ended, and goes with its conference', async () => {
    const here = await conferenceOf(olga);
    const at = `/organize/${here}/imports`;
    const ines = await becomes(await world.person('ines').signsIn(), olga, { slug: here, role: 'organizer' }, 'Ines');
    const kept = keptIn((await sendsSheet(ines, at, sheet('A talk'), { do: 'try' })).text)!;
    const { items } = (await olga.get(`/admin/conferences/${here}/grants`)).body;
    await olga.delete(`/admin/grants/${items[0].id}`);
    expect((await sendsSheet(ines, at, null, { do: 'import', kept })).status).toBe(403);
    expect(await talksOf(olga, here)).toEqual([]);
    expect((await olga.delete(`/admin/conferences/${here}`)).status).toBe(204);
    expect(await world.query('select from waiting_files where id = $1', [kept.split('.')[0]])).toEqual([]);
  });

  it('does not wait while those of many others fill the forum, and is chosen again', async () => {
    const kept = (await waits(olga))!;
    for (let i = 0; i < WAITING_AT_ONCE; i += 1)
      await world.query('insert into waiting_files (id, cipher, kept_until) values ($1, $2, $3)', [
        randomUUID(),
        Buffer.from('another file'),
        world.clock.in({ minutes: 60 }),
      ]);
    await world.query(
      'delete from waiting_files where account_id <> (select account_id from waiting_files where id = $1)',
      [kept.split('.')[0]],
    );
    const answer = await sendsSheet(oskar, page, sheet('A talk'), { do: 'try' });
    expect([answer.status, keptIn(answer.text)]).toEqual([200, undefined]);
    expect((await opens(olga, kept)).status).toBe(200);
    await world.query('delete from waiting_files');
  });
});

describe('answers about a file', () => {
  const fields = { locale: 'en', timeZone: 'Europe/Paris' };
  const makes = (file: string | null, more: SheetFields): Promise<Answer> =>
    sendsSheet(olga, '/organize/programmes', file, { ...fields, ...more });

  it('last when the new conference turns out to be there, and hold under another name', async () => {
    await conferenceOf(olga, {
      slug: 'summer-days',
      title: 'Summer days',
      startsOn: '2026-06-07',
      endsOn: '2026-06-07',
    });
    const title = 'Summer days';
    const asked = await makes(sheet('A talk'), { title });
    const answer = answerIn(asked, '2026-06-07');
    const kept = keptIn(asked.text)!;
    const known = await makes(null, { title, kept, [answer]: '2026-06-07' });
    expect([known.status, keptIn(known.text)]).toEqual([409, kept]);
    expect(known.text).toContain(`<input type="hidden" name="${answer}" value="2026-06-07"/>`);
    const made = await makes(null, { title: 'Other days', kept, [answer]: '2026-06-07' });
    expect(made.text).toContain('action="/organize/other-days/imports"');
  });

  it('last when the file seems to be of another conference, from the trial to the import', async () => {
    const here = `/organize/${await conferenceOf(olga)}/imports`;
    const first = sheet('One', 'Two', 'Three').replaceAll('6/7/2026', '2026-05-02');
    expect((await sendsSheet(olga, here, first, { do: 'import' })).text).toContain('3 talks added');
    const asked = await sendsSheet(olga, here, sheet('Four', 'Five', 'Six').replaceAll('2026', '2031'), { do: 'try' });
    const kept = keptIn(asked.text)!;
    const answer = answerIn(asked, '2031-06-07');
    const foreign = await sendsSheet(olga, here, null, { do: 'try', kept, [answer]: '2031-06-07' });
    expect(foreign.status).toBe(409);
    expect(foreign.text).toContain(`<input type="hidden" name="${answer}" value="2031-06-07"/>`);
    const decided = { kept, [answer]: '2031-06-07', conference: 'this' };
    const tried = await sendsSheet(olga, here, null, { do: 'try', ...decided });
    expect(tried.text).toContain('<input type="hidden" name="conference" value="this"/>');
    const done = await sendsSheet(olga, here, null, { do: 'import', ...decided });
    expect(done.text).toContain('3 talks added');
    expect((await talksOf(olga, here.split('/')[2]!)).map(({ title }) => title)).toContain('Six');
  });
});

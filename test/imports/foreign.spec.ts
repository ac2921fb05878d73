import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Answer, type Person } from '../support/world.ts';
import { conferenceOf, event, importsInto, schedule, talksOf } from './programmes.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

/** A programme of three talks, whose titles have a word of their own. */
const programme = (word: string, conference = {}): string =>
  schedule(
    ['first', 'second', 'third'].map((title, i) =>
      event({ guid: `${word}-${i}`, title: `${word}${i} ${title}${word}`, persons: [{ public_name: `${word} ${i}` }] }),
    ),
    conference,
  );

/** Sends the file as a form, with what an organizer decides. */
async function decides(path: string, file: string, fields: Record<string, string>): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([file], { type: 'application/json' }), 'schedule.json');
  const headers = { authorization: `Bearer ${olga.token!}`, origin: 'http://localhost:3000', 'accept-language': 'en' };
  const answer = await fetch(`${world.base}${path}`, { method: 'POST', body: form, headers });
  const text = await answer.text();
  const body = answer.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as Answer['body']) : {};
  return { status: answer.status, headers: answer.headers, body, text };
}

describe('importing the programme of another conference', () => {
  it('is refused until an organizer decides that it belongs into this one', async () => {
    const slug = await conferenceOf(olga);
    expect((await importsInto(olga, slug, programme('oak'))).body).toMatchObject({ added: 3 });
    const other = programme('elm', { acronym: 'other', title: 'Another conference' });
    for (const query of ['?dryRun=true', ''])
      expect(await importsInto(olga, slug, other, query)).toMatchObject({
        status: 409,
        body: { type: '/problems/import-foreign', talks: 3, common: 0 },
      });
    expect(await talksOf(olga, slug)).toHaveLength(3);
    const path = `/api/v1/admin/conferences/${slug}/imports`;
    expect((await decides(path, other, { decisions: '{"conference":"there"}' })).status).toBe(422);
    expect((await decides(path, other, {})).status).toBe(409);
    expect((await decides(path, other, { decisions: '{"conference":"this"}' })).body).toMatchObject({ added: 3 });
  });

  it('is asked about on the page of the programme', async () => {
    const slug = await conferenceOf(olga);
    await importsInto(olga, slug, programme('oak'));
    const other = programme('elm', { acronym: 'other', title: 'Another conference' });
    const asked = await decides(`/organize/${slug}/imports`, other, { do: 'import' });
    expect([asked.status, asked.text.includes('New conference, or into this one?')]).toEqual([409, true]);
    const done = await decides(`/organize/${slug}/imports`, other, { do: 'import', conference: 'this' });
    expect([done.status, done.text.includes('3 talks added')]).toEqual([200, true]);
  });
});

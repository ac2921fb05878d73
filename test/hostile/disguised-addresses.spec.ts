import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asks, becomes, settles, talkOf } from '../questions/stage.ts';
import { World, type Json, type Person } from '../support/world.ts';

/** A local part that stands nowhere else: no row of any table may hold it. */
const LOCAL = 'zorilla';
/** Texts that become an address once they are rendered. */
const RENDERED = [
  `${LOCAL}@ex&#97;mple.com`,
  `${LOCAL}@example.**com**`,
  `*${LOCAL}*@example.com`,
  `[${LOCAL}](https://a.example)@example.com`,
  `${LOCAL}&#64;example&period;com`,
  `${LOCAL}@\nexample.com`,
  `${LOCAL}@exam&shy;ple\\.com`,
  `https://a.example/?m=${LOCAL}%40ex%61mple.com`,
  `[x](https://a.example "${LOCAL}@ex&#97;mple.com")`,
];
/** The same where nothing is rendered. */
const PLAIN = `${LOCAL}@ex&#97;mple.com`;

let world: World;
let olga: Person;
let ada: Person;
let grace: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
});
afterAll(() => world.close());

/** The tables in which the local part is stored. */
async function tables(): Promise<string[]> {
  const names = await world.query<{ name: string }>(
    `select quote_ident(table_name) name from information_schema.tables where table_schema = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of names) {
    for (const { text } of await world.query<{ text: string }>(
      `select t::text "text" from ${name} t where t::text ilike '%${LOCAL}%'`,
    ))
      found.push(`${name}: ${text.slice(0, 300)}`);
  }
  return found;
}

async function done(person: Person, method: string, url: string, body: Json, status: number): Promise<Json> {
  const answer = await person.ask(method, url, body);
  expect([method, url, answer.status, answer.text.includes(LOCAL)]).toEqual([method, url, status, false]);
  return answer.body;
}

describe('an address in disguise', () => {
  it('is masked before anything is stored, wherever words are rendered', async () => {
    const { slug, threadId, talkId } = place;
    for (const [i, words] of RENDERED.entries()) {
      const body = `Write ${i} to ${words} today`;
      const said = await done(ada, 'POST', `/threads/${threadId}/comments`, { body }, 201);
      // The title of a link is stored, and shown nowhere.
      if (!words.includes('"')) expect(said['html']).toContain('•••@•••');
      await done(ada, 'PATCH', `/comments/${said['id'] as string}`, { body: `Again: ${body}` }, 200);
      await done(ada, 'GET', `/comments/${said['id'] as string}/source`, undefined as never, 200);
      const question = await done(ada, 'POST', `/threads/${threadId}/questions`, { body }, 201);
      await done(grace, 'POST', `/questions/${question['id'] as string}/answers`, { body }, 201);
      await done(grace, 'POST', `/threads/${threadId}/announcement`, { body }, 201);
      await done(
        world.person('nobody'),
        'POST',
        `/threads/${threadId}/comments`,
        { body, name: 'Guest', email: `guest${i}@mail.example` },
        202,
      );
      await done(
        grace,
        'PUT',
        `/threads/${threadId}/recap`,
        { markdown: `Before ${words}\n\n[1]\n\nAfter`, items: [said['id']], published: true },
        200,
      );
      await done(olga, 'PUT', `/conferences/${slug}/recap`, { markdown: words, items: [], published: true }, 200);
      await done(
        olga,
        'PATCH',
        `/admin/talks/${talkId}`,
        { abstract: words, speakers: [{ name: 'Grace', bio: words }] },
        200,
      );
    }
    expect(await tables()).toEqual([]);
  });

  it('leaves a quotation in its place in a recap', async () => {
    const said = await ada.says(place.threadId, 'To be quoted');
    const { body } = await grace.put(`/threads/${place.threadId}/recap`, {
      markdown: `Before *${LOCAL}*@example.com\n\n[1]\n\nAfter`,
      items: [said['id']],
      published: true,
    });
    expect(body['markdown']).toMatch(/^Before \S*•••@•••\S*\n\n\[1\]\n\nAfter$/);
  });

  it('is masked before anything is stored, wherever words stand plain', async () => {
    const { slug, threadId, talkId } = place;
    const words = `A ${PLAIN} b`;
    await done(
      ada,
      'PATCH',
      `/personas/${((await ada.get('/me')).body['personas'] as Json[])[0]!['id'] as string}`,
      { name: words, tagline: words },
      200,
    );
    await done(
      olga,
      'PATCH',
      `/admin/talks/${talkId}`,
      { title: words, subtitle: words, room: words, track: words, speakers: [{ name: words, bio: words }] },
      200,
    );
    await done(olga, 'PATCH', `/admin/threads/${threadId}`, { slowMode: { interval: 30, reason: words } }, 200);
    await done(olga, 'PATCH', `/admin/threads/${threadId}`, { slowMode: null }, 200);
    await done(olga, 'PATCH', `/admin/conferences/${slug}`, { title: words }, 200);
    const [answered, declined] = [await asks(grace, threadId, 'First?'), await asks(grace, threadId, 'Second?')];
    expect((await settles(grace, answered, 'answered', { note: words })).status).toBe(200);
    expect((await settles(grace, declined, 'declined', { reason: words })).status).toBe(200);
    await done(
      olga,
      'POST',
      `/admin/comments/${answered['id'] as string}/note/withhold`,
      { rule: 'spam', reason: words },
      200,
    );
    await done(ada, 'POST', `/comments/${answered['id'] as string}/reports`, { rule: 'spam', reason: words }, 202);
    await done(
      olga,
      'POST',
      `/admin/comments/${answered['id'] as string}/withhold`,
      { rule: 'spam', reason: words },
      200,
    );
    await done(olga, 'POST', `/admin/conferences/${slug}/invitations`, { role: 'moderator', name: words }, 201);
    expect(await tables()).toEqual([]);
  });
});

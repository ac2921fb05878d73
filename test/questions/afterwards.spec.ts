import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until, World, type Answer, type Json, type Person } from '../support/world.ts';
import { asks, becomes, settles, talkOf } from './stage.ts';

let world: World;
let olga: Person;
let grace: Person;
let ada: Person;
let bob: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
let threadId: string;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  ({ threadId } = place);
  [grace, ada, bob] = (await Promise.all(['grace', 'ada', 'bob'].map((name) => world.person(name).signsIn()))) as [
    Person,
    Person,
    Person,
  ];
  await becomes(grace, olga, place, 'Grace');
  await ada.calledIn(place.slug, 'Ada');
  await bob.calledIn(place.slug, 'Bob');
});
afterAll(() => world.close());

const page = (person: Person, path: string): Promise<Answer> =>
  person.ask('GET', `/api/../c/${place.slug}/t/on-leaving${path}`, undefined, { 'accept-language': 'en' });
const visitor = (): Person => world.person('nobody');
const idOf = (comment: Json): string => comment['id'] as string;

describe('what was answered', () => {
  it('stands first on the page of the talk, and each pair has its own address, which machines read where it is true', async () => {
    const question = await asks(ada, threadId, 'What stays when the network is gone?');
    const aloud = await asks(bob, threadId, 'Was this said on the stage?');
    const open = await asks(bob, threadId, 'Does anybody know this one?');
    await bob.put(`/comments/${idOf(question)}/vote`);
    const answer = await grace.post(`/questions/${idOf(question)}/answers`, { body: 'The **birthdays** & the books.' });
    await settles(grace, aloud, 'answered', { note: '12′ · Yes, it was.' });
    const { text } = await page(visitor(), '');
    expect(text.indexOf('What stays when')).toBeLessThan(text.indexOf('class="comments"'));
    expect(text.indexOf('birthdays')).toBeLessThan(text.indexOf('class="comments"'));
    expect(text.indexOf('What stays when')).toBeLessThan(text.indexOf('Was this said on the stage?'));

    const pair = await page(visitor(), `/q/${idOf(question)}`);
    expect(pair.status).toBe(200);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(pair.text)![1]!) as Json;
    expect(data).toMatchObject({
      '@type': 'QAPage',
      mainEntity: {
        '@type': 'Question',
        text: 'What stays when the network is gone?',
        answerCount: 1,
        upvoteCount: 1,
        author: { name: 'Ada' },
        acceptedAnswer: { text: 'The birthdays & the books.', author: { name: 'Grace' } },
      },
    });
    expect(pair.text).toContain(
      `<link rel="canonical" href="http://localhost:3000/c/${place.slug}/t/on-leaving/q/${idOf(question)}"`,
    );
    // An answer given aloud has no words of its own, an open question has none at all: neither is a page of question
    // and answer.
    for (const other of [aloud, open]) {
      const { status, text: without } = await page(visitor(), `/q/${idOf(other)}`);
      expect({ status, isClaimed: without.includes('QAPage') }).toEqual({ status: 200, isClaimed: false });
    }
    expect((await page(visitor(), `/q/${idOf(aloud)}`)).text).toContain('12′ · Yes, it was.');
    expect((await page(visitor(), '')).text).not.toContain('QAPage');
    expect((await page(visitor(), '/answers')).text).toContain('Was this said on the stage?');

    await olga.post(`/admin/comments/${idOf(answer.body)}/withhold`, { rule: 'spam', reason: 'A test of hiding.' });
    for (const path of ['', '/answers', `/q/${idOf(question)}`])
      expect((await page(visitor(), path)).text).not.toMatch(/birthdays|QAPage/);
    await olga.post(`/admin/comments/${idOf(question)}/withhold`, { rule: 'spam', reason: 'A test of hiding.' });
    expect((await page(visitor(), `/q/${idOf(question)}`)).status).toBe(404);
    for (const odd of ['nonsense', idOf(answer.body)]) expect((await page(visitor(), `/q/${odd}`)).status).toBe(404);
  });
});

describe('a speaker, weeks later', () => {
  it('finds what is still open in their talks, and answers it; who asked finds what became of it', async () => {
    const late = await asks(ada, threadId, 'Would you answer this weeks later?');
    world.advance({ days: 20 });
    await Promise.all([grace, ada, bob, olga].map((person) => person.signsIn()));
    const [talk, ...others] = (await grace.get('/me/talks')).body['items'] as Json[];
    expect(others).toEqual([]);
    expect(talk).toMatchObject({ threadId, talkId: place.talkId, path: `/c/${place.slug}/t/on-leaving` });
    expect((talk!['questions'] as Json[]).map(idOf)).toContain(idOf(late));
    expect((await ada.get('/me/talks')).body['items']).toEqual([]);
    expect((await grace.ask('GET', '/api/../me/questions')).text).toContain('Would you answer this weeks later?');
    expect((await grace.post(`/questions/${idOf(late)}/answers`, { body: 'Gladly, even now.' })).status).toBe(201);
    const asked = (await ada.get('/me/questions')).body['items'] as Json[];
    expect(asked.find((question) => idOf(question) === idOf(late))).toMatchObject({ question: { status: 'answered' } });
    const first = (await ada.get('/me/questions?limit=1')).body;
    expect(
      idOf(((await ada.get(`/me/questions?limit=1&cursor=${first['next'] as string}`)).body['items'] as Json[])[0]!),
    ).not.toBe(idOf((first['items'] as Json[])[0]!));
    expect((await visitor().get('/me/questions')).status).toBe(401);
  });
});

describe('a line to everyone', () => {
  it('is said by who leads, stands above the thread and on the stage, and goes with its words', async () => {
    expect((await ada.post(`/threads/${threadId}/announcement`, { body: 'Buy here' })).status).toBe(403);
    const said = await grace.post(
      `/threads/${threadId}/announcement`,
      { body: 'Five more minutes, then the next talk.' },
      { 'idempotency-key': 'line' },
    );
    expect(said).toMatchObject({ status: 201, body: { kind: 'comment', author: { roles: ['speaker'] } } });
    expect(
      idOf(
        (
          await grace.post(
            `/threads/${threadId}/announcement`,
            { body: 'Five more minutes, then the next talk.' },
            { 'idempotency-key': 'line' },
          )
        ).body,
      ),
    ).toBe(idOf(said.body));
    expect((await ada.get(`/threads/${threadId}`)).body['announcementId']).toBe(said.body['id']);
    for (const path of ['', '/stage'])
      expect((await page(visitor(), path)).text).toMatch(/class="announcement".*Five more minutes/s);
    await olga.post(`/admin/comments/${idOf(said.body)}/withhold`, { rule: 'topic', reason: 'A test of hiding.' });
    for (const path of ['', '/stage']) expect((await page(visitor(), path)).text).not.toContain('Five more minutes');
    await grace.post(`/threads/${threadId}/announcement`, { body: 'The slides are online.' });
    expect((await ada.delete(`/threads/${threadId}/announcement`)).status).toBe(403);
    expect(await grace.delete(`/threads/${threadId}/announcement`)).toMatchObject({
      status: 200,
      body: { announcementId: null },
    });
    expect((await page(visitor(), '/stage')).text).not.toContain('The slides are online');
  });
});

describe('slow mode', () => {
  it('ends by itself when it was said to', async () => {
    const slow = async (): Promise<unknown> => (await ada.get(`/threads/${threadId}`)).body['slowMode'];
    const ends = new Date(world.clock.now().getTime() + 600_000).toISOString();
    await olga.patch(`/admin/threads/${threadId}`, { slowMode: { interval: 60, reason: 'A rush', until: ends } });
    expect(await slow()).toEqual({ interval: 60, reason: 'A rush', until: ends });
    world.advance({ minutes: 11 });
    await until('slow mode to end', async () => (await slow()) === null);
  });
});

describe('the most wanted questions', () => {
  it('are paged by a place that stays: votes first, then age, none twice and none missing', async () => {
    const all = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => asks(bob, threadId, `One of five questions, number ${n}`)),
    );
    await ada.put(`/comments/${idOf(all[3]!)}/vote`);
    const seen: Json[] = [];
    for (let url: string | null = `/threads/${threadId}/comments?kind=question&sort=top&limit=2`; url !== null;) {
      const { items, next }: Json = (await ada.get(url)).body;
      seen.push(...(items as Json[]));
      url =
        next === null ? null : `/threads/${threadId}/comments?kind=question&sort=top&limit=2&cursor=${next as string}`;
    }
    const order = seen.map(({ votes, seq }) => [votes as number, seq as number]);
    expect(order).toEqual(order.toSorted((a, b) => b[0]! - a[0]! || a[1]! - b[1]!));
    expect(new Set(seen.map(idOf)).size).toBe(seen.length);
    expect(seen.map(idOf)).toEqual(expect.arrayContaining(all.map(idOf)));
  });
});

describe('two anonymous questions of one account', () => {
  it('cannot be linked by any route: not by desk, queue or page, held or shown, settled or merged', async () => {
    const eve = await (await world.person('eve').signsIn()).calledIn(place.slug, 'Evelyn');
    const shown = [
      await asks(eve, threadId, 'Who pays for the wine?', { anonymous: true }),
      await asks(eve, threadId, 'And who for the bread?', { anonymous: true }),
    ];
    await olga.patch(`/admin/threads/${threadId}`, { screening: 'all' });
    const held = [
      await eve.post(`/threads/${threadId}/questions`, { body: 'Held the first time?', anonymous: true }),
      await eve.post(`/threads/${threadId}/questions`, { body: 'Held the second time?', anonymous: true }),
    ];
    expect(held.map(({ body }) => body['state'])).toEqual(['held', 'held']);
    const [persona] = (await eve.get('/me')).body['personas'] as Json[];
    await bob.put(`/comments/${idOf(shown[0]!)}/vote`);
    await settles(grace, shown[0]!, 'merged', { mergedInto: shown[1]!['id'] });
    await becomes(eve, olga, { slug: place.slug, role: 'moderator' }, 'Evelyn again');
    await until(
      'the grant to be carried on',
      async () => (await world.query('select from persona_changes')).length === 0,
    );
    const routes = [
      `/threads/${threadId}/desk`,
      `/threads/${threadId}/changes?after=0`,
      `/threads/${threadId}/comments?kind=question&sort=newest&limit=100`,
      `/admin/conferences/${place.slug}/queue?kind=held`,
      ...shown.map((question) => `/comments/${idOf(question)}`),
      `/api/../c/${place.slug}/t/on-leaving/desk`,
      `/api/../c/${place.slug}/t/on-leaving/stage`,
      `/api/../c/${place.slug}/t/on-leaving`,
      ...['', '/discussions', '/team'].map((part) => `/api/../organize/${place.slug}${part}`),
      ...shown.map((question) => `/api/../c/${place.slug}/t/on-leaving/q/${idOf(question)}`),
    ];
    const account = (
      await world.query<{ id: string }>('select account_id id from personas where id = $1', [persona!['id']])
    )[0]!.id;
    for (const route of routes) {
      const { text } = await olga.ask('GET', route);
      // The grants page names the moderator by one face; that is a right, not a question.
      const about = route.includes('/organize/') ? text.split('id="grants"')[0]! : text;
      expect({
        route,
        tells: about.match(new RegExp(`Evelyn|${persona!['id'] as string}|${account}`))?.[0] ?? null,
      }).toEqual({ route, tells: null });
    }
    const rows = ((await olga.get(`/threads/${threadId}/desk`)).body['held'] as Json[]).filter((comment) =>
      held.some(({ body }) => body['id'] === comment['id']),
    );
    expect(rows.map(({ author }) => author as unknown)).toEqual([null, null]);
    // Apart from what anybody can read off the questions themselves, the two rows are alike.
    const [one, two] = rows as [Json, Json];
    for (const same of ['author', 'revision', 'votes', 'replyCount', 'editedAt', 'parentId', 'rootId', 'state'])
      expect(one[same]).toEqual(two[same]);
    expect(Object.keys(one)).toEqual(Object.keys(two));
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { becomes, talkOf } from '../questions/stage.ts';
import { until, World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
});
afterAll(() => world.close());

const visitor = (): Person => world.person('nobody');
const route = (): string => `/conferences/${place.slug}/recaps`;
/** As a reader copies it from the page, whatever port the test has. */
const linkIn = (conference: string): string => `http://localhost:3000/c/${conference}/t/on-leaving`;
const talkLink = (): string => linkIn(place.slug);
const listed = async (): Promise<Json[]> => (await visitor().get(route())).body['items'] as Json[];
const participant = async (name: string): Promise<Person> =>
  (await world.person(name).signsIn()).calledIn(place.slug, name);

/** Publishes a recap, and tells its address in the API. */
async function publishes(who: Person, recap: Json = {}): Promise<{ body: Json; path: string; threadId: string }> {
  const answer = await who.post(route(), { title: 'My morning', markdown: 'It was short.', published: true, ...recap });
  expect(answer.status).toBe(201);
  const { body } = answer;
  return { body, path: `/recaps/${body['id'] as string}`, threadId: body['threadId'] as string };
}

const refusalOf = ({ body }: Answer): string | undefined => (body['type'] as string | undefined)?.split('/').at(-1);
const pointersOf = ({ body }: Answer): string[] =>
  (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);

describe('a recap of a participant', () => {
  it('is a draft at first, which only its author sees', async () => {
    const { status, body, headers } = await ada.post(route(), { title: 'My morning', markdown: 'Half of it.' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: 'My morning',
      slug: 'my-morning',
      state: 'draft',
      published: false,
      threadId: null,
      isOfficial: false,
      author: { name: 'Ada', roles: [] },
      talkIds: [],
      version: 1,
    });
    expect(headers.get('etag')).toMatch(/^W\/"1"/);
    const path = `/recaps/${body['id'] as string}`;
    expect((await ada.get(path)).body['markdown']).toBe('Half of it.');
    for (const who of [visitor(), olga]) {
      expect((await who.get(path)).status).toBe(404);
      expect(await listed()).toEqual([]);
    }
    expect((await olga.patch(path, { title: 'Mine' })).status).toBe(404);
    expect((await ada.delete(path)).status).toBe(204);
    expect((await ada.get(path)).status).toBe(404);
  });

  it('has a card of each talk it speaks of, headings of two levels, and a thread of its own once published', async () => {
    const { body, path, threadId } = await publishes(ada, {
      markdown: `# Morning\n\n### ${talkLink()}\n\nIt was **short**.\n\n## Later\n\nsee ${talkLink()} there`,
    });
    expect(body).toMatchObject({ state: 'published', published: true, talkIds: [place.talkId] });
    expect(body['html']).toContain('<h2>Morning</h2>');
    expect(body['html']).toContain(`<h3><a href="${talkLink()}">On leaving</a></h3>`);
    expect(body['html']).toContain('<h3>Later</h3>');
    expect((await visitor().get(path)).body['markdown']).toContain('It was **short**.');
    expect(await listed()).toMatchObject([{ id: body['id'], title: 'My morning' }]);
    const thread = await visitor().get(`/threads/${threadId}`);
    expect(thread.body).toMatchObject({ title: 'My morning', talkId: null, seq: 1, state: 'open' });
    const bert = await participant('bert');
    expect(await bert.says(threadId, 'Thank you for this.')).toMatchObject({ state: 'visible', seq: 2 });
    const threads = (await visitor().get(`/conferences/${place.slug}/threads`)).body['items'] as Json[];
    expect(threads.map(({ id }) => id)).not.toContain(threadId);
    await ada.delete(path);
  });

  it('is edited from the version that was read: of two tabs the second learns that it is outdated', async () => {
    const { body, path, threadId } = await publishes(ada);
    const read = await ada.get(path);
    const ifMatch = { 'if-match': read.headers.get('etag')! };
    const first = await ada.ask('PATCH', path, { title: 'My whole morning' }, ifMatch);
    expect(first.body).toMatchObject({ version: 2, title: 'My whole morning', slug: body['slug'], published: true });
    const second = await ada.ask('PATCH', path, { markdown: 'Other words.' }, ifMatch);
    expect([second.status, second.body['type']]).toEqual([412, expect.stringContaining('version-outdated')]);
    expect((await visitor().get(`/threads/${threadId}`)).body).toMatchObject({ title: 'My whole morning', seq: 2 });
    const draft = await ada.patch(path, { markdown: 'A draft beside it.', published: false });
    expect(draft.body).toMatchObject({ version: 3, published: false, state: 'published' });
    expect((await visitor().get(path)).body).toMatchObject({ version: 2, markdown: 'It was short.' });
    const versions = (await ada.get(`${path}/versions`)).body['items'] as Json[];
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect((await olga.get(`${path}/versions`)).status).toBe(403);
    await ada.delete(path);
  });
});

describe('the thread of a recap', () => {
  it('takes comments and no questions, and marks the author among those who answer', async () => {
    const { path, threadId } = await publishes(ada);
    const bert = await participant('carl');
    const comment = await bert.says(threadId, 'What about the afternoon?');
    const answer = await ada.says(threadId, 'I was not there.', { parentId: comment['id'] });
    expect((answer['author'] as Json)['roles']).toEqual(['author']);
    expect((comment['author'] as Json)['roles']).toEqual([]);
    const asked = await bert.post(`/threads/${threadId}/questions`, { body: 'Is this a question?' });
    expect(refusalOf(asked)).toBe('questions-not-here');
    const turned = await bert.put(`/comments/${comment['id'] as string}/kind`, { kind: 'question' });
    expect(refusalOf(turned)).toBe('questions-not-here');
    expect((await bert.get(`/threads/${threadId}/mine`)).body['may']).toMatchObject({ comment: true, ask: false });
    expect((await olga.post(`/threads/${threadId}/live`)).status).toBe(404);
    expect(pointersOf(await olga.patch(`/admin/threads/${threadId}`, { title: 'A hallway' }))).toEqual(['#/title']);
    expect((await olga.patch(`/admin/threads/${threadId}`, { screening: 'none' })).body['title']).toBe('My morning');
    const organized = await olga.get(`${world.base}/organize/${place.slug}/discussions`, { accept: 'text/html' });
    expect(organized.text).toContain('On leaving');
    expect(organized.text).not.toContain('My morning');
    await ada.delete(path);
  });

  it('is read below the recap: its own page leads there, with what was asked for', async () => {
    const { body, path } = await publishes(ada, { title: 'Under the lime trees' });
    const response = await fetch(`${world.base}/c/${place.slug}/t/under-the-lime-trees?comment=1&lang=fr`, {
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([
      301,
      `/c/${place.slug}/recaps/${body['slug'] as string}?comment=1&lang=fr`,
    ]);
    await ada.delete(path);
  });

  it('goes with the recap, from every place, as soon as its author withdraws it', async () => {
    const { path, threadId } = await publishes(ada, { title: 'Gone tomorrow', markdown: 'Words to withdraw.' });
    const bert = await participant('dora');
    const comment = await bert.says(threadId, 'An answer below the withdrawn words.');
    const read = await ada.get(path);
    const socket = await visitor().listens();
    expect(await socket.emitWithAck('thread:join', { threadId })).toMatchObject({ ok: true });
    expect((await ada.ask('DELETE', path, undefined, { 'if-match': 'W/"7"' })).status).toBe(412);
    expect((await ada.ask('DELETE', path, undefined, { 'if-match': read.headers.get('etag')! })).status).toBe(204);
    expect((await ada.delete(path)).status).toBe(204);
    expect((await visitor().get(path)).body).toMatchObject({
      state: 'withdrawn',
      title: '',
      markdown: '',
      html: '',
      talkIds: [],
      slug: read.body['id'],
    });
    expect((await ada.get(path)).body).toMatchObject({ state: 'withdrawn', markdown: 'Words to withdraw.' });
    expect(await listed()).toEqual([]);
    for (const gone of [
      `/threads/${threadId}`,
      `/threads/${threadId}/comments`,
      `/threads/${threadId}/changes?after=0`,
      `/comments/${comment['id'] as string}`,
      `/comments/${comment['id'] as string}/replies`,
    ])
      expect({ gone, status: (await visitor().get(gone)).status }).toEqual({ gone, status: 404 });
    expect((await visitor().get(`/conferences/${place.slug}/search?q=withdrawn`)).body['items']).toEqual([]);
    expect(
      (await fetch(`${world.base}/c/${place.slug}/feed.atom`).then((feed) => feed.text())).toString(),
    ).not.toContain('below the withdrawn');
    expect(await socket.emitWithAck('thread:join', { threadId })).toMatchObject({ ok: false });
    expect((await bert.post(`/threads/${threadId}/comments`, { body: 'Still there?' })).status).toBe(404);
    expect((await bert.put(`/comments/${comment['id'] as string}/vote`)).status).toBe(404);
    expect(refusalOf(await ada.patch(path, { title: 'Back again' }))).toBe('recap-gone');
  });

  it('shows the roles that its author has now, when one was given or taken back', async () => {
    const rosa = await participant('rosa');
    const { path } = await publishes(rosa, { markdown: `## ${talkLink()}\n\nIt was short.` });
    const showsRoles = (roles: string[]): Promise<unknown> =>
      until(`a recap by somebody who is ${roles.join(', ') || 'nothing'}`, async () => {
        await world.runNow('comments/stamp-personas');
        const { author } = (await visitor().get(path)).body as { author: { roles: string[] } };
        return author.roles.join() === roles.join();
      });
    await showsRoles([]);
    await becomes(rosa, olga, place, 'rosa');
    await showsRoles(['speaker']);
    const { items } = (await olga.get(`/admin/conferences/${place.slug}/grants`)).body as { items: Json[] };
    const grant = items.find(({ role, name }) => role === 'speaker' && name === 'rosa')!;
    expect((await olga.delete(`/admin/grants/${grant['id'] as string}`)).status).toBe(204);
    await showsRoles([]);
    await rosa.delete(path);
  });

  it('says the new name of the author once the persona is renamed', async () => {
    const { path } = await publishes(ada);
    const [persona] = (await ada.get('/me')).body['personas'] as Json[];
    await ada.patch(`/personas/${persona!['id'] as string}`, { name: 'Ada L.' });
    await world.runNow('comments/stamp-personas');
    expect((await visitor().get(path)).body['author']).toMatchObject({ name: 'Ada L.' });
    expect(await listed()).toMatchObject([{ author: { name: 'Ada L.' } }]);
    await ada.patch(`/personas/${persona!['id'] as string}`, { name: 'Ada' });
    await ada.delete(path);
  });
});

describe('the preview of a recap', () => {
  it('says of a text that is too long that it is not drawn, and keeps the text', async () => {
    const previews = async (address: string, markdown: string): Promise<string> => {
      const { status, text } = await olga.ask(
        'POST',
        `${world.base}${address}`,
        new URLSearchParams({ act: 'preview', title: 'Long', markdown }).toString(),
        {
          'content-type': 'application/x-www-form-urlencoded',
          origin: 'http://localhost:3000',
          accept: 'text/html',
          'accept-language': 'en',
        },
      );
      expect(status).toBe(200);
      return text;
    };
    const tooLong = 'This text is too long to preview.';
    for (const address of [`/c/${place.slug}/recaps/new`, `/c/${place.slug}/recap/edit`]) {
      const text = await previews(address, 'word '.repeat(12_001));
      expect([address, text.includes(tooLong), text.includes('word word word')]).toEqual([address, true, true]);
      for (const short of ['A few words.', '', ' '])
        expect([address, short, (await previews(address, short)).includes(tooLong)]).toEqual([address, short, false]);
    }
  });
});

describe('writing a recap is refused', () => {
  it('for what is no text of a recap: too long, without a title, with a tower of marks, of another conference', async () => {
    const write = (recap: Json): Promise<Answer> => ada.post(route(), { title: 'T', markdown: 'x', ...recap });
    expect(pointersOf(await write({ markdown: 'Word '.repeat(12_000) }))).toEqual(['#/markdown']);
    expect(pointersOf(await write({ title: `a${'\u0301'.repeat(300)}` }))).toEqual(['#/title']);
    expect(pointersOf(await write({ title: '\u200B' }))).toEqual(['#/title']);
    expect(pointersOf(await write({ title: 'a'.repeat(201) }))).toEqual(['#/title']);
    expect(pointersOf(await write({ markdown: ' ', published: true }))).toEqual(['#/markdown']);
    const other = await talkOf(world, olga);
    const foreign = await write({ markdown: `Fine.\n\n## ${linkIn(other.slug)}` });
    expect(foreign.body['errors']).toEqual([
      { pointer: '#/markdown', detail: expect.stringContaining('Line 3 links to a talk of another conference') },
    ]);
    const within = await write({ markdown: `see ${linkIn(other.slug)} there` });
    expect(within.status).toBe(201);
    await ada.delete(`/recaps/${within.body['id'] as string}`);
  });

  it('with a quotation that not everybody can read', async () => {
    const said = await ada.says(place.threadId, 'To be quoted.');
    await olga.post(`/admin/comments/${said['id'] as string}/withhold`, { rule: 'topic', reason: 'Not about this.' });
    const quoting = await ada.post(route(), { title: 'T', markdown: '[1]', items: [said['id']] });
    expect(pointersOf(quoting)).toEqual(['#/items/0']);
    await olga.post(`/admin/comments/${said['id'] as string}/restore`, { reason: 'It is.' });
    const { path } = await publishes(ada, { markdown: '[1]', items: [said['id']] });
    expect((await visitor().get(path)).body['html']).toContain('To be quoted.');
    await olga.post(`/admin/comments/${said['id'] as string}/withhold`, { rule: 'topic', reason: 'Not about this.' });
    expect(JSON.stringify((await visitor().get(path)).body)).not.toContain('To be quoted.');
    expect((await ada.patch(path, { title: 'Goes on', items: [said['id']] })).status).toBe(200);
    await ada.delete(path);
  });

  it('shows no picture and runs no script, and masks addresses, also disguised ones', async () => {
    const { body, path } = await publishes(ada, {
      markdown: '<script>alert(1)</script> ![x](https://a.example/p.png) ada@mail.example a@ex&#97;mple.com',
    });
    expect(body['html']).not.toMatch(/<script|<img/);
    expect(JSON.stringify(body)).not.toMatch(/mail\.example|ex&#97;mple/);
    await ada.delete(path);
  });

  it('to guests, to people without a persona, and to those who are suspended', async () => {
    const guest = await world.person('guest').beginsAsGuest();
    expect(refusalOf(await guest.post(route(), { title: 'T', markdown: 'x' }))).toBe('address-required');
    const stranger = await world.person('stranger').signsIn();
    expect(refusalOf(await stranger.post(route(), { title: 'T', markdown: 'x' }))).toBe('persona-required');
    expect((await visitor().post(route(), { title: 'T', markdown: 'x' })).status).toBe(401);
    const eve = await participant('eve');
    const draft = await eve.post(route(), { title: 'Mine', markdown: 'A draft.' });
    const personaId = (draft.body['author'] as Json)['id'] as string;
    await olga.post(`/admin/personas/${personaId}/sanctions`, {
      kind: 'suspend',
      rule: 'spam',
      reason: 'Advertising.',
    });
    const path = `/recaps/${draft.body['id'] as string}`;
    expect(refusalOf(await eve.patch(path, { published: true }))).toBe('account-suspended');
    expect(refusalOf(await eve.post(route(), { title: 'T', markdown: 'x' }))).toBe('account-suspended');
    expect((await eve.delete(path)).status).toBe(204);
  });

  it('beyond ten of an account, also when two are begun at once', async () => {
    const fay = await participant('fay');
    const write = (): Promise<Answer> => fay.post(route(), { title: 'One of ten', markdown: 'x' });
    for (let i = 0; i < 9; i += 1) expect((await write()).status).toBe(201);
    const both = await Promise.all([write(), write()]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(refusalOf(both.find(({ status }) => status === 409)!)).toBe('recaps-too-many');
    const rows = await world.query(`select slug from recaps where slug like 'one-of-ten%' order by slug`);
    expect(rows).toHaveLength(10);
  });
});

describe('publishing a recap', () => {
  it('happens once when it is asked for twice at once, and opens one thread', async () => {
    const { body } = await ada.post(route(), { title: 'Twice', markdown: 'Pressed twice.' });
    const path = `/recaps/${body['id'] as string}`;
    const both = await Promise.all([1, 2].map(() => ada.patch(path, { published: true })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(both.map((answer) => answer.body['threadId'])).size).toBe(1);
    expect(await world.query('select id from threads where recap_id = $1', [body['id']])).toHaveLength(1);
    await ada.delete(path);
  });

  it('answers a repeat with the same key by the recap as it is now', async () => {
    const key = { 'idempotency-key': 'a recap' };
    const recap = { title: 'Once', markdown: 'Sent twice.', published: true };
    const first = await ada.post(route(), recap, key);
    await ada.patch(`/recaps/${first.body['id'] as string}`, { title: 'Once and for all' });
    const again = await ada.post(route(), recap, key);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(again.body).toMatchObject({ id: first.body['id'], title: 'Once and for all' });
    expect(refusalOf(await ada.post(route(), { ...recap, title: 'Other' }, key))).toBe('idempotency-key-conflict');
    await ada.delete(`/recaps/${first.body['id'] as string}`);
  });

  it('waits for a moderator where first words do: nobody reads it or its thread until then', async () => {
    const strict = await talkOf(world, olga, { screening: 'first' });
    const gus = await (await world.person('gus').signsIn()).calledIn(strict.slug, 'Gus');
    const { status, body } = await gus.post(`/conferences/${strict.slug}/recaps`, {
      title: 'First words',
      markdown: 'Hello.',
      published: true,
    });
    expect([status, body['state']]).toEqual([201, 'held']);
    expect((await visitor().get(`/recaps/${body['id'] as string}`)).status).toBe(404);
    expect((await visitor().get(`/threads/${body['threadId'] as string}`)).status).toBe(404);
    expect((await visitor().get(`/conferences/${strict.slug}/recaps`)).body['items']).toEqual([]);
    const log = await world.query('select n, seq, kind from thread_log where thread_id = $1', [body['threadId']]);
    expect(log).toEqual([{ n: 1, seq: null, kind: 'recap.held' }]);
    expect((await gus.patch(`/recaps/${body['id'] as string}`, { markdown: 'Hello again.' })).body['state']).toBe(
      'held',
    );
  });

  it('ends when the conference is archived; what was published stays, and may be withdrawn', async () => {
    const closing = await talkOf(world, olga, { screening: 'none', readonlyAfterDays: 0, archiveAfterDays: 1 });
    const hal = await (await world.person('hal').signsIn()).calledIn(closing.slug, 'Hal');
    const { body } = await hal.post(`/conferences/${closing.slug}/recaps`, {
      title: 'T',
      markdown: 'x',
      published: true,
    });
    const path = `/recaps/${body['id'] as string}`;
    world.advance({ days: 3 });
    const late = { title: 'Late', markdown: 'x' };
    expect(refusalOf(await hal.post(`/conferences/${closing.slug}/recaps`, late))).toBe('conference-archived');
    expect(refusalOf(await hal.patch(path, { title: 'Late' }))).toBe('conference-archived');
    expect((await visitor().get(path)).body['title']).toBe('T');
    expect((await hal.delete(path)).status).toBe(204);
  });
});

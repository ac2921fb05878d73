import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everythingDeparts } from '../support/departing.ts';
import { codeIn, type Answer, type Json, type Person } from '../support/world.ts';
import { ages, forum, ledger, emailsTo, queue, type ModeratedForum } from './forum.ts';

let f: ModeratedForum;
beforeAll(async () => {
  f = await forum();
});
afterAll(() => f.world.close());

interface RecapScene {
  slug: string;
  author: Person;
  recap: Json;
}

/** A conference in which an author has published a recap. */
async function scene(settings: Json = { screening: 'none' }): Promise<RecapScene> {
  const { slug } = await f.world.conference(f.olga, { settings });
  const author = await (await f.world.person(`author${slug}`).signsIn()).calledIn(slug, 'Wilma');
  const { status, body } = await author.post(`/conferences/${slug}/recaps`, {
    title: 'Three wombats',
    markdown: 'I saw a **wombat**.',
    published: true,
  });
  expect(status).toBe(201);
  return { slug, author, recap: body };
}

const reportsRecap = (person: Person, recap: Json, extra: Json = {}): Promise<Answer> =>
  person.post(`/recaps/${recap['id'] as string}/reports`, {
    rule: 'respect',
    reason: 'It insults somebody.',
    ...extra,
  });
const decides = (person: Person, recap: Json, act: string, body: Json): Promise<Answer> =>
  person.post(`/admin/recaps/${recap['id'] as string}/${act}`, body);
const stateFor = async (person: Person, recap: Json): Promise<unknown> => {
  const { status, body } = await person.get(`/recaps/${recap['id'] as string}`);
  return status === 200 ? body['state'] : status;
};

describe('moderating a recap of a participant', () => {
  it('that is a stranger’s first words waits in the queue, unseen, until it is released in the version that was read', async () => {
    const { slug, author, recap } = await scene({ screening: 'first' });
    expect(recap['state']).toBe('held');
    expect(await stateFor(f.bob, recap)).toBe(404);
    const [item] = await queue(f.olga, slug);
    expect(item).toMatchObject({ heldBecause: 'first', recap: { title: 'Three wombats' }, mayDecide: true });
    expect(await decides(f.olga, recap, 'release', { version: 7 })).toMatchObject({
      status: 409,
      body: { type: '/problems/recap-edited-since' },
    });
    expect((await decides(f.olga, recap, 'release', { version: 1 })).body['state']).toBe('published');
    expect(await stateFor(f.bob, recap)).toBe('published');
    // Words that never were public are in no ledger.
    expect(await ledger(f.bob, slug)).toEqual([]);
    expect(await stateFor(author, recap)).toBe('published');
  });

  it('is held by three reports until a moderator dismisses them', async () => {
    const { slug, recap } = await scene();
    const dora = await f.world.person('dora').signsIn();
    await ages(f.world);
    for (const reporter of [f.bob, f.carl, dora]) expect((await reportsRecap(reporter, recap)).status).toBe(202);
    expect(await stateFor(f.ada, recap)).toBe('held');
    const [item] = await queue(f.olga, slug, 'reported');
    expect(item).toMatchObject({ recap: { state: 'held' }, heldBecause: 'reports' });
    expect((item!['reports'] as Json[]).length).toBe(3);
    expect((await decides(f.olga, recap, 'release', { version: 1 })).status).toBe(200);
    expect(await stateFor(f.ada, recap)).toBe('published');
    expect((await ledger(f.bob, slug)).map(({ kind }) => kind as string)).toEqual(['release', 'hold']);
  });

  it('is explained to its author, who appeals; another moderator reverses it', async () => {
    const { slug, author, recap } = await scene();
    expect((await reportsRecap(author, recap)).body).toMatchObject({ type: '/problems/report-own' });
    await author.patch('/me', { locale: 'fr' });
    const withheld = await decides(f.olga, recap, 'withhold', { rule: 'respect', reason: 'An insult' });
    expect(withheld.body).toMatchObject({ state: 'withheld', markdown: 'I saw a **wombat**.' });
    expect((await f.bob.get(`/recaps/${recap['id'] as string}`)).text).not.toMatch(/wombat/i);
    expect((await f.bob.get(`/threads/${recap['threadId'] as string}`)).status).toBe(404);
    const [statement] = (await author.get('/me/statements')).body['items'] as Json[];
    expect(statement).toMatchObject({ kind: 'withhold', commentId: null, recapId: recap['id'], reason: 'An insult' });
    // The author alone still reads it, without a way to publish it again.
    expect((await author.get(`/recaps/${recap['id'] as string}`)).body).toMatchObject({
      state: 'withheld',
      title: 'Three wombats',
      markdown: 'I saw a **wombat**.',
    });
    const page = `${f.world.base}/c/${slug}/recaps/${recap['slug'] as string}`;
    const own = await author.get(`${page}/edit`, { accept: 'text/html' });
    expect(own.status).toBe(200);
    expect(own.text).toContain('I saw a **wombat**.');
    expect(own.text).toContain('href="/me#statements"');
    expect(own.text).not.toContain('value="publish"');
    for (const path of [page, `${page}/edit`])
      expect((await f.bob.get(path, { accept: 'text/html' })).text).not.toContain('a **wombat**');
    f.world.advance({ minutes: 15 });
    const [mail] = (await emailsTo(f.world, author.email)).filter((each) => each.includes('Three wombats'));
    expect(mail).toContain('Votre récapitulatif «\u00A0Three wombats\u00A0» a été masqué');
    const { decisionId } = statement!;
    const appeal = await author.post(`/decisions/${decisionId as string}/appeals`, { reason: 'It was about a wombat' });
    expect(appeal.status).toBe(201);
    const [waiting] = await queue(f.olga, slug, 'appeals');
    expect(waiting).toMatchObject({ recap: { id: recap['id'] }, appeal: { mayDecide: false } });
    const outcome = { outcome: 'reversed', reason: 'It was no insult' };
    const path = `/admin/appeals/${appeal.body['id'] as string}/decision`;
    expect((await f.olga.post(path, outcome)).body).toMatchObject({ type: '/problems/appeal-own-decision' });
    const { url } = (await f.olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator' })).body;
    await f.carl.post('/claims', { token: (url as string).split('#')[1] });
    expect((await f.carl.post(path, outcome)).status).toBe(200);
    expect(await stateFor(f.bob, recap)).toBe('published');
    expect((await ledger(f.bob, slug)).map(({ kind, recapId }) => [kind, recapId === recap['id']])).toEqual([
      ['restore', true],
      ['withhold', true],
    ]);
  });

  it('is not decided by its author, also one with a right', async () => {
    const { slug } = await f.world.conference(f.olga);
    await f.olga.calledIn(slug, 'Olga');
    const { body } = await f.olga.post(`/conferences/${slug}/recaps`, {
      title: 'Of mine',
      markdown: 'Words of mine',
      published: true,
    });
    expect((await decides(f.olga, body, 'withhold', { rule: 'respect', reason: 'No reason' })).body).toMatchObject({
      type: '/problems/decision-own',
    });
  });

  it('may be reported without an account, by an address that a code confirms', async () => {
    const { slug, recap } = await scene();
    const guest = f.world.person(`guest${slug}`);
    const before = await f.world.mails();
    const asked = await reportsRecap(guest, recap, { email: guest.email, goodFaith: true });
    expect(asked.status).toBe(202);
    expect(await queue(f.olga, slug, 'reported')).toEqual([]);
    const code = codeIn(await f.world.nextMail(before, guest.email));
    expect((await guest.post('/auth/sessions', { email: guest.email, code })).status).toBe(201);
    expect(await queue(f.olga, slug, 'reported')).toMatchObject([{ recap: { id: recap['id'] } }]);
  });
});

describe('an author who leaves', () => {
  it.each(['keep', 'remove'] as const)('%ss the recap, and what others said under it stays theirs', async (posts) => {
    const { slug, author, recap } = await scene();
    const threadId = recap['threadId'] as string;
    const reader = await (await f.world.person(`reader${slug}`).signsIn()).calledIn(slug, 'Reader');
    const said = await reader.says(threadId, 'I saw it too.');
    expect(
      (await author.post(`/conferences/${slug}/recaps`, { title: 'A draft', markdown: 'Numbat in a draft' })).status,
    ).toBe(201);
    const { recaps } = (await author.get('/me/export')).body;
    expect((recaps as Json[]).map(({ state, versions }) => [state, (versions as Json[]).length])).toEqual([
      ['published', 1],
      ['draft', 1],
    ]);
    const data = await author.get(`${f.world.base}/me/export`, { accept: 'text/html' });
    for (const words of ['Three wombats', 'I saw a **wombat**.', 'Numbat in a draft'])
      expect(data.text).toContain(words);
    const left = await author.ask('DELETE', '/me', { posts });
    expect(left.status).toBe(200);
    const [kept, removed] = posts === 'keep' ? [1, 1] : [0, 2];
    expect(left.body['stores']).toEqual(
      expect.arrayContaining([
        { store: 'recapsKept', fate: 'soonParted', rows: kept },
        { store: 'recapsRemoved', fate: 'soon', rows: removed },
      ]),
    );
    await everythingDeparts(f.world);
    const { status, body, text } = await f.bob.get(`/recaps/${recap['id'] as string}`);
    if (posts === 'keep') expect(body).toMatchObject({ state: 'published', author: null, title: 'Three wombats' });
    else expect([status === 404 || body['state'] === 'withdrawn', /wombat/i.test(text)]).toEqual([true, false]);
    const own = (await reader.get('/me/export')).body['comments'] as Json[];
    expect(own.map(({ id, source }) => [id, source])).toEqual([[said['id'], 'I saw it too.']]);
    const words = await f.world.query(
      `select 1 from recap_versions where markdown like '%Numbat%' or ($1 = 'remove' and recap_id = $2)`,
      [posts, recap['id']],
    );
    expect(words).toEqual([]);
    expect(await f.world.query('select 1 from recaps where id = $1 and persona_id is not null', [recap['id']])).toEqual(
      [],
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForgetIdleGuests } from '../../src/exports/forget-idle-guests.ts';
import { codeIn, until, World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let people = 0;

beforeAll(async () => {
  world = await World.open({ ORGANIZERS: 'olga@mail.example' });
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const guest = (): Promise<Person> => world.person('guest').beginsAsGuest();
const participant = async (slug: string): Promise<Person> => {
  people += 1;
  return (await world.person(`person${people}`).signsIn()).calledIn(slug, `Person ${people}`);
};
const conference = (guests: string, screening = 'none'): Promise<{ slug: string; threadId: string }> =>
  world.conference(olga, { settings: { screening, guests } });
const sets = (slug: string, guests: string): Promise<Answer> =>
  olga.patch(`/admin/conferences/${slug}`, { settings: { guests } });
const votes = (person: Person, { id }: Json): Promise<Answer> => person.put(`/comments/${id as string}/vote`);
const asks = (person: Person, threadId: string, body: string, extra: Json = {}): Promise<Answer> =>
  person.post(`/threads/${threadId}/questions`, { body, ...extra });
const problem = ({ status, body }: Answer): string => `${status} ${String(body['type']).replace('/problems/', '')}`;
const votesOf = async (id: unknown): Promise<number> =>
  (await world.person('reader').get(`/comments/${id as string}`)).body['votes'] as number;

describe('taking part without an address', () => {
  it('begins a session that is like any other, and knows of no address', async () => {
    const ada = await guest();
    expect((await ada.get('/me')).body).toMatchObject({ emailMasked: null, personas: [], grants: [] });
    expect((await ada.get('/auth/sessions')).body['items']).toHaveLength(1);
    expect(problem(await ada.post('/auth/guests'))).toBe('409 signed-in-already');
  });

  it('is allowed in new conferences: to vote, and to ask in the live hour', async () => {
    const { slug } = await world.conference(olga);
    expect((await olga.get(`/conferences/${slug}`)).body['settings']).toMatchObject({ guests: 'ask-live' });
  });

  it('counts a guest’s vote once, gives it back, and refuses one without a session', async () => {
    const { slug, threadId } = await conference('vote');
    const said = await (await participant(slug)).says(threadId, 'Plums');
    const ada = await guest();
    expect((await votes(ada, said)).body).toEqual({ voted: true, votes: 1 });
    expect((await votes(ada, said)).body).toEqual({ voted: true, votes: 1 });
    expect((await votes(await guest(), said)).body).toEqual({ voted: true, votes: 2 });
    expect((await ada.get(`/threads/${threadId}/mine`)).body).toMatchObject({
      guest: true,
      votes: [said['id']],
      may: { vote: true, ask: false, comment: false },
    });
    expect((await ada.delete(`/comments/${said['id'] as string}/vote`)).body).toEqual({ voted: false, votes: 1 });
    expect(problem(await votes(world.person('nobody'), said))).toBe('401 session-required');
  });

  it('is refused where the conference asks for an address', async () => {
    const { slug, threadId } = await conference('nothing');
    const said = await (await participant(slug)).says(threadId, 'Plums');
    const ada = await guest();
    expect(problem(await votes(ada, said))).toBe('403 guest-not-allowed');
    expect(problem(await ada.post(`/conferences/${slug}/personas`, { name: 'Ada' }))).toBe('403 guest-not-allowed');
    expect((await ada.get(`/threads/${threadId}/mine`)).body['may']).toMatchObject({ vote: false, ask: false });
    expect(await votesOf(said['id'])).toBe(0);
  });

  it('lets a guest ask in the live hour alone, and answer nobody', async () => {
    const { slug, threadId } = await conference('ask-live');
    const ada = await (await guest()).calledIn(slug, 'Ada');
    expect(problem(await asks(ada, threadId, 'Why plums?'))).toBe('403 guest-not-allowed');
    await olga.post(`/threads/${threadId}/live`);
    expect((await ada.get(`/threads/${threadId}/mine`)).body['may']).toMatchObject({ ask: true, comment: false });
    const asked = await asks(ada, threadId, 'Why plums?');
    expect(asked).toMatchObject({ status: 201, body: { state: 'visible', author: { name: 'Ada' } } });
    expect((await asks(ada, threadId, 'Without a name?', { anonymous: true })).body).toMatchObject({ author: null });
    const reply = { body: 'Because.', parentId: asked.body['id'] };
    expect(problem(await ada.post(`/threads/${threadId}/comments`, reply))).toBe('403 guest-not-allowed');
    await olga.delete(`/threads/${threadId}/live`);
    expect(problem(await asks(ada, threadId, 'And pears?'))).toBe('403 guest-not-allowed');
  });

  it('holds what a guest asks like a stranger’s first words, also after one was released', async () => {
    const { slug, threadId } = await conference('ask-live', 'first');
    await olga.post(`/threads/${threadId}/live`);
    const ada = await (await guest()).calledIn(slug, 'Ada');
    const first = (await asks(ada, threadId, 'Why plums?')).body;
    expect(first).toMatchObject({ state: 'held', seq: null });
    await olga.post(`/admin/comments/${first['id'] as string}/release`, { revision: 1 });
    expect((await asks(ada, threadId, 'Why pears?')).body).toMatchObject({ state: 'held', seq: null });
  });

  it('holds everything of guests where the conference says so, and each edit again', async () => {
    const { slug, threadId } = await conference('everything-held');
    const ada = await (await guest()).calledIn(slug, 'Ada');
    const said = await ada.says(threadId, 'Plums');
    expect(said).toMatchObject({ state: 'held' });
    const { items } = (await olga.get(`/admin/conferences/${slug}/queue?kind=held`)).body as { items: Json[] };
    expect(items).toMatchObject([{ comment: { id: said['id'] }, heldBecause: 'guest' }]);
    await olga.post(`/admin/comments/${said['id'] as string}/release`, { revision: 1 });
    expect((await world.person('reader').get(`/comments/${said['id'] as string}`)).body).toMatchObject({ votes: 0 });
    const edited = await ada.patch(`/comments/${said['id'] as string}`, { body: 'Pears' });
    expect(edited.body).toMatchObject({ state: 'held' });
    expect((await ada.delete(`/comments/${said['id'] as string}`)).status).toBe(204);
  });

  it('is turned off by one press, at once on every node', async () => {
    const { slug, threadId } = await conference('ask-live');
    const said = await (await participant(slug)).says(threadId, 'Plums');
    await olga.post(`/threads/${threadId}/live`);
    const node = await world.beside();
    try {
      const ada = await (await guest()).calledIn(slug, 'Ada');
      const there = node.person('ada');
      there.token = ada.token;
      expect((await votes(there, said)).status).toBe(200);
      expect((await sets(slug, 'nothing')).status).toBe(200);
      expect(problem(await asks(there, threadId, 'Why?'))).toBe('403 guest-not-allowed');
      expect(problem(await votes(await node.person('bob').beginsAsGuest(), said))).toBe('403 guest-not-allowed');
      // A vote given before can still be taken back.
      expect((await there.delete(`/comments/${said['id'] as string}/vote`)).body).toMatchObject({ votes: 0 });
      await until(
        'the thread to say so',
        async () => (await node.person('r').get(`/threads/${threadId}`)).body['guests'] === 'nothing',
      );
    } finally {
      await node.close();
    }
  });

  it('shows the desk how many votes are by guests, and nobody else', async () => {
    const { slug, threadId } = await conference('vote');
    const bob = await participant(slug);
    const asked = (await asks(bob, threadId, 'Why plums?')).body;
    const other = (await asks(bob, threadId, 'Why, plums?')).body;
    for (const person of [await guest(), await guest(), await participant(slug)]) await votes(person, asked);
    await votes(await guest(), other);
    const desk = async (): Promise<Json[]> => (await olga.get(`/threads/${threadId}/desk`)).body['questions'] as Json[];
    expect(await desk()).toMatchObject([
      { id: asked['id'], votes: 3, guestVotes: 2 },
      { id: other['id'], votes: 1, guestVotes: 1 },
    ]);
    expect((await world.person('reader').get(`/comments/${asked['id'] as string}`)).text).not.toContain('guestVotes');
    await olga.put(`/questions/${other['id'] as string}/status`, { status: 'merged', mergedInto: asked['id'] });
    expect(await desk()).toMatchObject([{ id: asked['id'], votes: 4, guestVotes: 3 }]);
  });

  it('gives a guest neither a right nor an API token, and no e-mail', async () => {
    const { slug } = await conference('ask-live');
    const ada = await guest();
    const invited = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator' });
    const token = String(invited.body['url']).split('#')[1];
    expect(problem(await ada.post('/claims', { token }))).toBe('403 address-required');
    expect(problem(await ada.post('/me/tokens', { name: 'Mine', scopes: ['read'] }))).toBe('403 address-required');
    expect(problem(await ada.post('/auth/passkeys/options'))).toBe('403 address-required');
    expect(problem(await ada.put(`/conferences/${slug}/closing-letter`, { wanted: true }))).toBe(
      '403 address-required',
    );
  });

  it('asks a guest who reports something for an address, as anybody without one', async () => {
    const { slug, threadId } = await conference('vote');
    const said = await (await participant(slug)).says(threadId, 'Plums');
    const ada = await guest();
    const report = { rule: 'spam', reason: 'It is fruit.' };
    const at = `/comments/${said['id'] as string}/reports`;
    expect(problem(await ada.post(at, report))).toBe('401 session-required');
    expect((await ada.post(at, { ...report, email: 'reporter@mail.example', goodFaith: true })).status).toBe(202);
  });

  it('tells a guest by socket what became of a question', async () => {
    const { slug, threadId } = await conference('ask-live', 'all');
    await olga.post(`/threads/${threadId}/live`);
    const ada = await (await guest()).calledIn(slug, 'Ada');
    const socket = await ada.listens();
    await new Promise((resolve) => socket.emit('thread:join', { threadId }, resolve));
    const told: Json[] = [];
    socket.on('account:notice', (notice: Json) => told.push(notice));
    const asked = (await asks(ada, threadId, 'Why plums?')).body;
    await olga.post(`/admin/comments/${asked['id'] as string}/release`, { revision: 1 });
    await until('the notice', () => told.length > 0);
    expect(told).toMatchObject([{ kind: 'released', commentId: asked['id'] }]);
  });
});

/** Signs in in the guest's browser: the session of the guest ends. */
async function confirms(person: Person, email: string): Promise<void> {
  const named = world.person(email);
  const before = await world.mails();
  await person.post('/auth/codes', { email: named.email });
  const code = codeIn(await world.nextMail(before, named.email));
  const answer = await person.post('/auth/sessions', { email: named.email, code });
  expect(answer.status).toBe(201);
  person.token = answer.body['token'] as string;
}

describe('a guest that confirms an address', () => {
  it('becomes a full account with all it has', async () => {
    const { slug, threadId } = await conference('everything-held');
    const bob = await participant(slug);
    const said = await bob.says(threadId, 'Plums');
    const asked = (await asks(bob, threadId, 'Why plums?')).body;
    const ada = await (await guest()).calledIn(slug, 'Ada');
    const held = await ada.says(threadId, 'Pears');
    for (const each of [said, asked]) await votes(ada, each);
    await confirms(ada, 'ada-new');
    expect((await ada.get('/me')).body).toMatchObject({
      emailMasked: 'a•••@mail.example',
      personas: [{ name: 'Ada' }],
    });
    const mine = (await ada.get(`/threads/${threadId}/mine`)).body;
    expect(mine).toMatchObject({ guest: false, may: { comment: true }, held: [{ id: held['id'] }] });
    expect(new Set(mine['votes'])).toEqual(new Set([said['id'], asked['id']]));
    const { questions } = (await olga.get(`/threads/${threadId}/desk`)).body as { questions: Json[] };
    expect(questions).toMatchObject([{ votes: 1, guestVotes: 0 }]);
    expect((await ada.get('/auth/sessions')).body['items']).toHaveLength(1);
  });

  it('gives all it has to the account that the address has already, which votes once and not for itself', async () => {
    const { slug, threadId } = await conference('everything-held');
    const known = await participant(slug);
    const bob = await participant(slug);
    const [both, own, mine] = [
      await bob.says(threadId, 'Plums'),
      await known.says(threadId, 'Pears'),
      await bob.says(threadId, 'Figs'),
    ];
    const ada = await (await guest()).calledIn(slug, 'Ada as a guest');
    const held = await ada.says(threadId, 'Quinces');
    await votes(known, both);
    for (const each of [both, own, mine]) await votes(ada, each);
    await confirms(ada, known.email.split('@')[0]!);
    const { personas } = (await known.get('/me')).body as { personas: Json[] };
    expect(personas.map(({ name }) => name as string).toSorted()).toEqual(['Ada as a guest', expect.any(String)]);
    expect((await known.get(`/threads/${threadId}/mine`)).body['held']).toMatchObject([{ id: held['id'] }]);
    await until(
      'the votes beyond one',
      async () => (await votesOf(own['id'])) === 0 && (await votesOf(both['id'])) === 1,
    );
    expect(await votesOf(mine['id'])).toBe(1);
    expect(new Set((await known.get(`/threads/${threadId}/mine`)).body['votes'])).toEqual(
      new Set([both['id'], mine['id']]),
    );
  });

  it('keeps what either cast where questions were merged, and leaves what a merge counted for its own', async () => {
    const { slug, threadId } = await conference('everything-held');
    const [known, bob, ada] = [await participant(slug), await participant(slug), await guest()];
    const asked: string[] = [];
    for (const [person, body] of [
      [bob, 'Why plums?'],
      [bob, 'Why pears?'],
      [known, 'Why figs?'],
      [bob, 'Why quinces?'],
    ] as const)
      asked.push((await asks(person, threadId, body)).body['id'] as string);
    const [plums, pears, figs, quinces] = asked as [string, string, string, string];
    const merges = (id: string, mergedInto: string | null) =>
      olga.put(`/questions/${id}/status`, mergedInto ? { status: 'merged', mergedInto } : { status: 'open' });
    await votes(known, { id: plums });
    for (const id of [pears, figs]) await votes(ada, { id });
    await merges(plums, pears);
    await merges(figs, quinces);
    expect(await Promise.all([votesOf(pears), votesOf(quinces)])).toEqual([2, 1]);
    await confirms(ada, known.email.split('@')[0]!);
    await until(
      'the votes beyond one and for its own',
      async () => (await votesOf(pears)) === 1 && (await votesOf(figs)) === 0 && (await votesOf(quinces)) === 0,
    );
    await merges(plums, null);
    await merges(figs, null);
    expect(await Promise.all(asked.map(votesOf))).toEqual([1, 1, 0, 0]);
  });

  it('keeps a sanction, the longer one of two', async () => {
    const { slug, threadId } = await conference('everything-held');
    const ada = await (await guest()).calledIn(slug, 'Ada');
    const said = await ada.says(threadId, 'Pears');
    await olga.post(`/admin/comments/${said['id'] as string}/release`, { revision: 1 });
    const { author } = (await world.person('reader').get(`/comments/${said['id'] as string}`)).body;
    const ends = new Date(world.clock.now().getTime() + 3 * 86_400_000).toISOString();
    const muted = { kind: 'mute', until: ends, rule: 'spam', reason: 'Again and again.' };
    expect((await olga.post(`/admin/personas/${author.id as string}/sanctions`, muted)).status).toBe(201);
    const known = await participant(slug);
    await confirms(ada, known.email.split('@')[0]!);
    const personaId = ((await known.get('/me')).body as { personas: Json[] }).personas[0]!['id'];
    const more = await known.post(`/threads/${threadId}/comments`, { body: 'Figs', personaId });
    expect(problem(more)).toBe('403 account-muted');
    expect((await known.get('/me/statements')).body['items']).toMatchObject([{ kind: 'mute' }, { kind: 'release' }]);
  });

  it('still speaks by name, address and code where guests may not', async () => {
    const { slug, threadId } = await conference('vote');
    const said = await (await participant(slug)).says(threadId, 'Plums');
    const ada = await guest();
    await votes(ada, said);
    const email = 'by-code@mail.example';
    const before = await world.mails();
    const comment = { body: 'Pears', name: 'Ada by code', email };
    expect((await ada.post(`/threads/${threadId}/comments`, comment)).status).toBe(202);
    const code = codeIn(await world.nextMail(before, email));
    const entered = await ada.post('/auth/sessions', { email, code });
    ada.token = entered.body['token'] as string;
    expect((await ada.get(`/threads/${threadId}/mine`)).body).toMatchObject({ guest: false, votes: [said['id']] });
    expect((await ada.get('/me')).body['personas']).toMatchObject([{ name: 'Ada by code' }]);
    expect((await world.person('r').get(`/threads/${threadId}/comments`)).text).toContain('Pears');
    expect(slug).not.toBe('');
  });
});

describe('a guest that leaves', () => {
  it('comes back the next day in the same browser, and leaves with everything without a code', async () => {
    const { slug, threadId } = await conference('everything-held');
    const said = await (await participant(slug)).says(threadId, 'Plums');
    const ada = await (await guest()).calledIn(slug, 'Ada');
    await votes(ada, said);
    const held = await ada.says(threadId, 'Pears of Ada');
    world.advance({ days: 1 });
    await olga.signsIn();
    expect((await ada.get(`/threads/${threadId}/mine`)).body).toMatchObject({ held: [{ id: held['id'] }] });
    const { text } = await ada.get('/me/export');
    for (const known of ['Pears of Ada', '"emailMasked":null', '"name":"Ada"']) expect(text).toContain(known);
    expect((await ada.ask('DELETE', '/me', { posts: 'remove' })).status).toBe(200);
    expect((await ada.get('/me')).status).toBe(401);
    expect(await world.query('select from comments where id = $1', [held['id']])).toHaveLength(1);
  });

  it('is deleted after thirty days without a visit; words stay under their name, and votes are counted', async () => {
    const { slug, threadId } = await conference('everything-held');
    const bob = await participant(slug);
    const said = await bob.says(threadId, 'Plums');
    const asked = (await asks(bob, threadId, 'Why plums?')).body;
    const ada = await (await guest()).calledIn(slug, 'Ada the guest');
    const words = await ada.says(threadId, 'Pears');
    const anonymous = (await asks(ada, threadId, 'Why pears?', { anonymous: true })).body;
    for (const { id } of [words, anonymous])
      await olga.post(`/admin/comments/${id as string}/release`, { revision: 1 });
    for (const each of [said, asked]) await votes(ada, each);
    const [{ id: accountId }] = (await world.query<{ id: string }>(
      `select account_id id from personas where name = 'Ada the guest'`,
    )) as [{ id: string }];
    const before = (await world.person('r').get(`/comments/${words['id'] as string}`)).text;
    world.advance({ days: 29 });
    await world.app.get(ForgetIdleGuests).forget();
    expect(await world.query('select from accounts where id = $1', [accountId])).toHaveLength(1);
    world.advance({ days: 2 });
    expect(await world.app.get(ForgetIdleGuests).forget()).toBeGreaterThan(0);
    expect(await world.query('select from accounts where id = $1', [accountId])).toEqual([]);
    for (const table of ['sessions', 'votes', 'personas', 'standings', 'statements'])
      expect(await world.query(`select from ${table} where account_id = $1`, [accountId])).toEqual([]);
    expect((await world.person('r').get(`/comments/${words['id'] as string}`)).text).toBe(before);
    expect(await votesOf(said['id'])).toBe(1);
    await olga.signsIn();
    const { questions } = (await olga.get(`/threads/${threadId}/desk`)).body as { questions: Json[] };
    expect(questions.find(({ id }) => id === asked['id'])).toMatchObject({ votes: 1, guestVotes: 1 });
    expect(await world.query('select persona_id from comments where id = $1', [anonymous['id']])).toEqual([
      { persona_id: null },
    ]);
    expect((await ada.get('/me')).status).toBe(401);
  });
});

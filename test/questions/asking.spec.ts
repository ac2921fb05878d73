import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeIn, until, World, type Json, type Person } from '../support/world.ts';
import { asks, settles, talkOf } from './stage.ts';

let world: World;
let olga: Person;
let ada: Person;
let bob: Person;
let slug: string;
let threadId: string;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ada = await world.person('ada').signsIn();
  bob = await world.person('bob').signsIn();
  ({ slug, threadId } = await talkOf(world, olga));
  await ada.calledIn(slug, 'Ada');
  await bob.calledIn(slug, 'Bob');
});
afterAll(() => world.close());

describe('asking', () => {
  it('is a comment of kind question that is open, and is counted', async () => {
    const before = (await ada.get(`/threads/${threadId}`)).body['counts'] as Json;
    const question = await asks(ada, threadId, 'Who pays for the servers?');
    expect(question).toMatchObject({
      kind: 'question',
      state: 'visible',
      question: { status: 'open' },
      author: { name: 'Ada' },
      parentId: null,
    });
    const listed = await bob.get(`/threads/${threadId}/comments?kind=question`);
    expect((listed.body['items'] as Json[]).map(({ id }) => id)).toContain(question['id']);
    const after = (await ada.get(`/threads/${threadId}`)).body['counts'] as Json;
    expect(after).toMatchObject({
      questions: before['questions'] + 1,
      waiting: before['waiting'] + 1,
      comments: before['comments'],
    });
  });

  it('takes at most 500 characters and repeats nothing', async () => {
    expect(await ada.post(`/threads/${threadId}/questions`, { body: 'x'.repeat(501) })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/body' }] },
    });
    const body = { body: 'Is this said once?' };
    const first = await ada.post(`/threads/${threadId}/questions`, body, { 'idempotency-key': 'once' });
    const again = await ada.post(`/threads/${threadId}/questions`, body, { 'idempotency-key': 'once' });
    expect(again.status).toBe(201);
    expect(again.body['id']).toBe(first.body['id']);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(
      (await ada.post(`/threads/${threadId}/questions`, { ...body, anonymous: true }, { 'idempotency-key': 'once' }))
        .status,
    ).toBe(409);
  });

  it('finds open questions that say about the same, so that one votes instead', async () => {
    const known = await asks(ada, threadId, 'How do you keep e-mail addresses private?');
    const found = await bob.get(
      `/threads/${threadId}/questions/similar?q=${encodeURIComponent('how do you keep email addresses')}`,
    );
    expect(found.status).toBe(200);
    expect((found.body['items'] as Json[])[0]).toMatchObject({ id: known['id'] });
    expect(
      (await bob.get(`/threads/${threadId}/questions/similar?q=${encodeURIComponent('zebra xylophone')}`)).body[
        'items'
      ],
    ).toEqual([]);
  });

  it('finds answered ones too, so that one reads the answer, and none that was declined', async () => {
    world.advance({ minutes: 1 });
    const answered = await asks(ada, threadId, 'When does the cafeteria open on Sunday?');
    world.advance({ minutes: 1 });
    const declined = await asks(ada, threadId, 'When does the cafeteria close on Sunday?');
    expect((await settles(olga, answered, 'answered')).status).toBe(200);
    expect((await settles(olga, declined, 'declined', { reason: 'Not here' })).status).toBe(200);
    const q = encodeURIComponent('when does the cafeteria open on sunday');
    const { items } = (await bob.get(`/threads/${threadId}/questions/similar?q=${q}`)).body as { items: Json[] };
    expect(items).toMatchObject([{ id: answered['id'], question: { status: 'answered' } }]);
  });

  it('as a guest is published by the mailed code, also without a name', async () => {
    const guest = world.person('gil');
    const before = await world.mails();
    expect(
      await guest.post(`/threads/${threadId}/questions`, {
        body: 'May a guest ask quietly?',
        anonymous: true,
        name: 'Gil',
        email: guest.email,
      }),
    ).toMatchObject({ status: 202, body: { pending: true } });
    const code = /\b([2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4})\b/.exec(
      (await world.nextMail(before, guest.email)).split('\r\n\r\n').slice(1).join(''),
    )![1]!;
    expect((await guest.post('/auth/sessions', { email: guest.email, code })).status).toBe(201);
    const listed = (await bob.get(`/threads/${threadId}/comments?kind=question&sort=newest`)).body['items'] as Json[];
    expect(listed[0]).toMatchObject({ kind: 'question', author: null });
    expect(listed[0]!['html']).toContain('quietly');
  });

  it('may be changed into a comment and back, by its author, a moderator or a speaker, keeping id and replies', async () => {
    const comment = await ada.says(threadId, 'Is this a question?');
    await bob.says(threadId, 'It looks like one.', { parentId: comment['id'] });
    expect((await bob.put(`/comments/${comment['id']}/kind`, { kind: 'question' })).status).toBe(403);
    const question = await olga.put(`/comments/${comment['id']}/kind`, { kind: 'question' });
    expect(question).toMatchObject({
      status: 200,
      body: { id: comment['id'], kind: 'question', question: { status: 'open' }, replyCount: 1 },
    });
    expect((await ada.put(`/comments/${comment['id']}/kind`, { kind: 'comment' })).body['question']).toBeUndefined();
    const long = await ada.says(threadId, `${'long '.repeat(120)}end`);
    expect(await ada.put(`/comments/${long['id']}/kind`, { kind: 'question' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/kind' }] },
    });
    const reply = await ada.says(threadId, 'A reply.', { parentId: comment['id'] });
    expect((await ada.put(`/comments/${reply['id']}/kind`, { kind: 'question' })).body['type']).toBe(
      '/problems/comment-kind-fixed',
    );
  });

  it('keeps the words of a question that others stand behind', async () => {
    const question = await asks(ada, threadId, 'Could this be reworded?');
    expect((await ada.patch(`/comments/${question['id']}`, { body: 'Can this be reworded?' })).status).toBe(200);
    await bob.put(`/comments/${question['id']}/vote`);
    expect((await ada.patch(`/comments/${question['id']}`, { body: 'Something else entirely' })).body['type']).toBe(
      '/problems/question-has-votes',
    );
  });
});

describe('asking anonymously', () => {
  it('needs no name, which is chosen with the first words that show it, and signs nothing before', async () => {
    const nora = await world.person('nora').signsIn();
    const personas = async (): Promise<Json[]> => (await nora.get('/me')).body['personas'] as Json[];
    const secret = await asks(nora, threadId, 'Asked before any name?', { anonymous: true });
    expect(secret).toMatchObject({ author: null, state: 'visible' });
    await asks(nora, threadId, 'Asked once more, without one?', { anonymous: true }).catch(() => undefined);
    expect(await personas()).toEqual([expect.objectContaining({ name: '' })]);
    expect(await nora.post(`/threads/${threadId}/comments`, { body: 'Signed by nobody.' })).toMatchObject({
      status: 409,
      body: { type: expect.stringContaining('persona-required') },
    });
    const [{ id: unnamed }] = (await personas()) as [Json];
    expect(
      (await nora.post(`/threads/${threadId}/comments`, { body: 'Signed by nobody.', personaId: unnamed })).body[
        'type'
      ],
    ).toContain('persona-required');
    await nora.calledIn(slug, 'Nora');
    world.advance({ minutes: 1 });
    expect(await nora.says(threadId, 'Signed by Nora.')).toMatchObject({ author: { name: 'Nora' } });
    expect((await personas()).map(({ name }) => name as string)).toEqual(['Nora']);
    expect((await olga.get(`/comments/${secret['id'] as string}`)).body['author']).toBeNull();
  });

  it('needs none from a guest who confirms an address either', async () => {
    const gus = world.person('gus');
    const before = await world.mails();
    const body = { body: 'May one ask without any name?', anonymous: true, email: gus.email };
    expect((await gus.post(`/threads/${threadId}/questions`, body)).status).toBe(202);
    const code = codeIn(await world.nextMail(before, gus.email));
    const session = await gus.post('/auth/sessions', { email: gus.email, code });
    expect(session.status).toBe(201);
    gus.token = session.body['token'] as string;
    expect(((await gus.get('/me')).body['personas'] as Json[]).map(({ name }) => name as string)).toEqual(['']);
    expect((await gus.post(`/threads/${threadId}/questions`, { ...body, anonymous: false })).status).toBe(422);
  });

  it('shows no persona at any route, nor that two are of one account', async () => {
    const eve = await (await world.person('eve').signsIn()).calledIn(slug, 'Eve');
    const two = [
      await asks(eve, threadId, 'First secret question?', { anonymous: true }),
      await asks(eve, threadId, 'Another one, unrelated?', { anonymous: true }),
    ];
    const [persona] = (await eve.get('/me')).body['personas'] as Json[];
    const routes = [
      `/threads/${threadId}/comments?kind=question`,
      `/threads/${threadId}/changes`,
      `/threads/${threadId}/desk`,
      `/comments/${two[0]!['id']}`,
      `/comments/${two[1]!['id']}`,
    ];
    for (const route of routes)
      expect((await olga.get(route)).text).not.toMatch(new RegExp(`Eve|${persona!['id'] as string}`));
    // A new name stamps what shows it; these show none.
    const { changedSeq } = (await olga.get(`/comments/${two[0]!['id']}`)).body;
    const named = await eve.says(threadId, 'Said by name.');
    await eve.patch(`/personas/${persona!['id']}`, { name: 'Eva' });
    await until(
      'the new name',
      async () => ((await olga.get(`/comments/${named['id']}`)).body['author'] as Json)['name'] === 'Eva',
    );
    expect((await olga.get(`/comments/${two[0]!['id']}`)).body['changedSeq']).toBe(changedSeq);
    // The author may still take them back.
    expect(((await eve.get(`/threads/${threadId}/mine`)).body['may'] as Json)['withdraw']).toEqual(
      expect.arrayContaining(two.map(({ id }) => id as unknown)),
    );
  });
});

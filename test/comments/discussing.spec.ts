import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { World, codeIn, until, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
let bob: Person;
let slug: string;
let threadId: string;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  bob = await (await world.person('bob').signsIn()).calledIn(slug, 'Bob');
});
afterAll(() => world.close());

const page = async (): Promise<Json> => (await bob.get(`/threads/${threadId}/comments?limit=100`)).body;
const changes = async (after: number): Promise<Json> =>
  (await bob.get(`/threads/${threadId}/changes?after=${after}`)).body;

describe('saying something', () => {
  it('shows it to everybody, with the persona and never the address', async () => {
    const comment = await ada.says(threadId, 'Hello *everybody*, write to ada@mail.example');
    expect(comment).toMatchObject({
      state: 'visible',
      kind: 'comment',
      html: '<p>Hello <em>everybody</em>, write to •••@•••</p>',
      author: { name: 'Ada', roles: [] },
      votes: 0,
      replyCount: 0,
    });
    const read = await bob.get(`/comments/${comment['id']}`);
    expect(read.body).toEqual({ ...comment });
    expect((await page())['items'][0]).toMatchObject({ id: comment['id'], seq: comment['seq'], replies: [] });
    expect(read.text).not.toContain('mail.example');
  });

  it('is done once however often it is repeated with its key', async () => {
    const key = randomUUID();
    const first = await ada.post(
      `/threads/${threadId}/comments`,
      { body: 'Once and for all' },
      { 'idempotency-key': key },
    );
    const second = await ada.post(
      `/threads/${threadId}/comments`,
      { body: 'Once and for all' },
      { 'idempotency-key': key },
    );
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    const other = await ada.post(
      `/threads/${threadId}/comments`,
      { body: 'Something else' },
      { 'idempotency-key': key },
    );
    expect(other.body['type']).toBe('/problems/idempotency-key-conflict');
  });

  it('is refused when the same words were said a moment ago', async () => {
    await ada.says(threadId, 'Twice told');
    expect((await ada.post(`/threads/${threadId}/comments`, { body: 'Twice told' })).body).toMatchObject({
      type: '/problems/comment-duplicate',
      status: 409,
    });
  });

  it('keeps the order of its number also when many speak at once', async () => {
    const before = (await changes(0))['to'] as number;
    const said = await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 ? ada : bob).says(threadId, `At once ${i}`)),
    );
    const numbers = said.map((comment) => comment['seq'] as number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => before + 1 + i));
  });

  it('needs a persona, and one must be chosen among several', async () => {
    const carl = await world.person('carl').signsIn();
    expect((await carl.post(`/threads/${threadId}/comments`, { body: 'Hello' })).body['type']).toBe(
      '/problems/persona-required',
    );
    await carl.calledIn(slug, 'Carl');
    await carl.calledIn(slug, 'Citizen C');
    expect((await carl.post(`/threads/${threadId}/comments`, { body: 'Hello' })).body['type']).toBe(
      '/problems/persona-choice-required',
    );
    const [chosen] = ((await carl.get('/me')).body['personas'] as Json[]).filter(({ name }) => name === 'Citizen C');
    expect((await carl.says(threadId, 'Hello', { personaId: chosen!['id'] }))['author'].name).toBe('Citizen C');
    expect(
      (await bob.post(`/threads/${threadId}/comments`, { body: 'As Carl', personaId: chosen!['id'] })).status,
    ).toBe(404);
  });
});

describe('answering a comment', () => {
  it('stands under it, names it, and stamps it', async () => {
    const root = await ada.says(threadId, 'What do you think?');
    const reply = await bob.says(threadId, 'A lot.', { parentId: root['id'] });
    const deeper = await ada.says(threadId, 'Such as?', { parentId: reply['id'] });
    expect(deeper).toMatchObject({ parentId: reply['id'], rootId: root['id'] });
    const now = (await bob.get(`/comments/${root['id']}`)).body;
    expect(now).toMatchObject({ replyCount: 2, changedSeq: deeper['seq'] });
    expect((await bob.get(`/comments/${root['id']}/replies`)).body['items'].map((c: Json) => c['id'])).toEqual([
      reply['id'],
      deeper['id'],
    ]);
    expect((await changes(reply['seq'] as number))['comments'].map((c: Json) => c['changedSeq'])).toEqual([
      deeper['seq'],
      deeper['seq'],
    ]);
  });
});

describe('editing a comment', () => {
  it('is possible for a while, keeps the earlier wording, and takes a number', async () => {
    const comment = await ada.says(threadId, 'Teh slides are here.');
    world.advance({ seconds: 61 });
    const edited = await ada.patch(`/comments/${comment['id']}`, { body: 'The slides are here.' });
    expect(edited.body).toMatchObject({ html: '<p>The slides are here.</p>', revision: 2, seq: comment['seq'] });
    expect(edited.body['changedSeq']).toBeGreaterThan(comment['seq'] as number);
    expect((await bob.get(`/comments/${comment['id']}/revisions`)).body['items']).toMatchObject([
      { revision: 1, html: '<p>Teh slides are here.</p>' },
    ]);
    expect((await bob.patch(`/comments/${comment['id']}`, { body: 'Mine now' })).status).toBe(403);
    await bob.says(threadId, 'Thanks!', { parentId: comment['id'] });
    expect((await ada.patch(`/comments/${comment['id']}`, { body: 'Gone.' })).body['type']).toBe(
      '/problems/comment-edit-window-closed',
    );
  });

  it('shows no wording that was replaced within a minute, and counts every one', async () => {
    const comment = await ada.says(threadId, 'One');
    const rewords = (body: string): Promise<Answer> => ada.patch(`/comments/${comment['id']}`, { body });
    const shown = async (): Promise<string[]> =>
      ((await bob.get(`/comments/${comment['id']}/revisions`)).body['items'] as Json[]).map(
        ({ html }) => html as string,
      );
    world.advance({ seconds: 20 });
    await rewords('Two');
    world.advance({ seconds: 20 });
    expect((await rewords('Three')).body['revision']).toBe(3);
    expect(await shown()).toEqual([]);
    world.advance({ minutes: 2 });
    expect((await rewords('Four')).body['revision']).toBe(4);
    expect(await shown()).toEqual(['<p>Three</p>']);
    // A row of quick edits cannot hide what stood for minutes in all.
    for (const body of ['Five', 'Six', 'Seven']) {
      world.advance({ seconds: 50 });
      await rewords(body);
    }
    expect(await shown()).toEqual(['<p>Three</p>', '<p>Five</p>']);
  });

  it('is refused once the edit window has closed', async () => {
    const comment = await ada.says(threadId, 'A slip of the pen');
    world.advance({ minutes: 16 });
    expect((await ada.patch(`/comments/${comment['id']}`, { body: 'No slip' })).body['type']).toBe(
      '/problems/comment-edit-window-closed',
    );
  });
});

describe('withdrawing a comment', () => {
  it('leaves a tombstone without words, and its replies', async () => {
    const comment = await ada.says(threadId, 'I regret this');
    const reply = await bob.says(threadId, 'Do you?', { parentId: comment['id'] });
    expect((await bob.delete(`/comments/${comment['id']}`)).status).toBe(403);
    expect((await ada.delete(`/comments/${comment['id']}`)).status).toBe(204);
    const tombstone = (await bob.get(`/comments/${comment['id']}`)).body;
    expect(tombstone).toMatchObject({ state: 'withdrawn', html: '', seq: comment['seq'] });
    expect((await bob.get(`/comments/${reply['id']}`)).body['state']).toBe('visible');
    expect(JSON.stringify(await page()).includes('I regret this')).toBe(false);
  });
});

describe('voting', () => {
  it('counts once for each account, can be taken back, and is not for oneself', async () => {
    const comment = await ada.says(threadId, 'Vote for this');
    expect((await bob.put(`/comments/${comment['id']}/vote`)).body).toEqual({ voted: true, votes: 1 });
    expect((await bob.put(`/comments/${comment['id']}/vote`)).body).toEqual({ voted: true, votes: 1 });
    expect((await ada.put(`/comments/${comment['id']}/vote`)).body['type']).toBe('/problems/vote-own');
    expect((await bob.get(`/threads/${threadId}/mine`)).body['votes']).toContain(comment['id']);
    expect((await bob.delete(`/comments/${comment['id']}/vote`)).body).toEqual({ voted: false, votes: 0 });
  });
});

describe('moderating', () => {
  it('withholds with a rule and a reason, shows it in the ledger, and restores the place', async () => {
    const comment = await ada.says(threadId, 'Buy my book');
    expect(
      (await bob.post(`/admin/comments/${comment['id']}/withhold`, { rule: 'spam', reason: 'An advertisement' }))
        .status,
    ).toBe(403);
    expect(
      (await olga.post(`/admin/comments/${comment['id']}/withhold`, { rule: 'nonsense', reason: 'An advertisement' }))
        .body['type'],
    ).toBe('/problems/rule-unknown');
    expect(
      (await olga.post(`/admin/comments/${comment['id']}/withhold`, { rule: 'spam', reason: 'An advertisement' }))
        .status,
    ).toBe(200);
    expect((await bob.get(`/comments/${comment['id']}`)).body).toMatchObject({ state: 'withheld', html: '' });
    expect((await bob.get(`/conferences/${slug}/ledger`)).body['items'][0]).toMatchObject({
      kind: 'withhold',
      rule: 'spam',
      reason: 'An advertisement',
      role: 'organizer',
      threadId,
    });
    expect(
      (await olga.post(`/admin/comments/${comment['id']}/restore`, { reason: 'It was a joke' })).body,
    ).toMatchObject({ state: 'visible', seq: comment['seq'], html: '<p>Buy my book</p>' });
    expect((await bob.get(`/conferences/${slug}/ledger`)).body['items'][1]['reversedBy']).toBeDefined();
  });

  it('locks a thread with a reason; nothing is posted until it is open again', async () => {
    expect((await olga.patch(`/admin/threads/${threadId}`, { state: 'locked' })).status).toBe(422);
    expect((await olga.patch(`/admin/threads/${threadId}`, { state: 'locked', reason: 'A pause' })).body['state']).toBe(
      'locked',
    );
    expect((await ada.post(`/threads/${threadId}/comments`, { body: 'Still here' })).body['type']).toBe(
      '/problems/thread-closed',
    );
    expect(
      (await olga.patch(`/admin/threads/${threadId}`, { state: 'open', reason: 'The pause is over' })).body['state'],
    ).toBe('open');
  });
});

describe('a stranger’s first comment', () => {
  it('is held where the conference screens, seen by nobody else, and takes its place when released', async () => {
    const screened = await world.conference(olga, { settings: { screening: 'first' } });
    await ada.calledIn(screened.slug, 'Ada');
    const held = await ada.says(screened.threadId, 'My first words');
    expect(held).toMatchObject({ state: 'held', seq: null, html: '<p>My first words</p>' });
    expect((await bob.get(`/comments/${held['id']}`)).status).toBe(404);
    expect((await bob.get(`/threads/${screened.threadId}/comments`)).body).toMatchObject({ items: [], seq: 1 });
    expect((await ada.get(`/threads/${screened.threadId}/mine`)).body['held']).toMatchObject([{ id: held['id'] }]);
    expect((await olga.post(`/admin/comments/${held['id']}/release`, { revision: 1 })).body).toMatchObject({
      state: 'visible',
      seq: 2,
    });
    expect((await ada.says(screened.threadId, 'My second words'))['state']).toBe('visible');
  });
});

describe('a guest', () => {
  it('publishes with the code that was mailed, under the name that was given', async () => {
    const guest = world.person('guest');
    const before = await world.mails();
    const asked = await guest.post(`/threads/${threadId}/comments`, {
      body: 'Just passing by',
      name: 'Passer-by',
      email: guest.email,
    });
    expect([asked.status, asked.body]).toEqual([202, { pending: true }]);
    const code = codeIn(await world.nextMail(before, guest.email));
    expect(JSON.stringify(await page()).includes('Just passing by')).toBe(false);
    expect((await guest.post('/auth/sessions', { email: guest.email, code })).status).toBe(201);
    expect(JSON.stringify((await bob.get(`/threads/${threadId}/comments?sort=newest`)).body['items'][0])).toContain(
      'Passer-by',
    );
    expect((await guest.post('/auth/sessions', { email: guest.email, code })).body['type']).toBe(
      '/problems/code-refused',
    );
  });

  it('is not published by another code of the same address', async () => {
    const victim = world.person('victim');
    const before = await world.mails();
    await world
      .person('mallory')
      .post(`/threads/${threadId}/comments`, { body: 'Words put into a mouth', name: 'Victim', email: victim.email });
    await world.nextMail(before, victim.email);
    await victim.signsIn();
    expect((await bob.get(`/threads/${threadId}/comments?limit=100&sort=newest`)).text.includes('Words put into')).toBe(
      false,
    );
  });
});

describe('listening', () => {
  it('gets each change once, in frames that continue the number, and the same rows as a page', async () => {
    const socket = await bob.listens();
    const rows = new Map<string, Json>();
    let n = 0;
    const merge = (answer: Json): void => {
      for (const comment of answer['comments'] as Json[])
        if (comment['changedSeq'] >= (rows.get(comment['id'])?.['changedSeq'] ?? 0)) rows.set(comment['id'], comment);
      n = Math.max(n, answer['to'] as number);
    };
    const frames: Json[] = [];
    socket.on('thread:changes', (frame: Json) => frames.push(frame));
    const joined: Json = await socket.emitWithAck('thread:join', { threadId, after: 0 });
    expect(joined['ok']).toBe(true);
    merge(joined['changes']);
    const last = await ada.says(threadId, 'A live word');
    await until('the frame', () => frames.some((frame) => frame['to'] >= (last['seq'] as number)));
    for (const frame of frames) {
      expect(frame['from']).toBeLessThanOrEqual(n);
      merge(frame);
    }
    expect(n).toBe((await changes(0))['to']);
    expect(rows.get(last['id'] as string)).toEqual((await bob.get(`/comments/${last['id']}`)).body);
  });

  it('answers every mistake with its problem', async () => {
    const socket = await bob.listens();
    expect(await socket.emitWithAck('thread:join', { threadId: 'nonsense' })).toMatchObject({
      ok: false,
      problem: { status: 422 },
    });
    expect(await socket.emitWithAck('thread:join', { threadId: randomUUID() })).toMatchObject({
      ok: false,
      problem: { status: 404 },
    });
    expect(await socket.emitWithAck('constructor', {})).toMatchObject({
      ok: false,
      problem: { type: '/problems/event-unknown' },
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until, World, type Answer, type Json, type Person } from '../support/world.ts';
import { asks, becomes, settles, talkOf } from './stage.ts';

let world: World;
let olga: Person;
let grace: Person;
let linus: Person;
let mona: Person;
let ada: Person;
let bob: Person;
let place: { slug: string; talkId: string; threadId: string };
let threadId: string;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  ({ threadId } = place);
  [grace, linus, mona, ada, bob] = (await Promise.all(
    ['grace', 'linus', 'mona', 'ada', 'bob'].map((name) => world.person(name).signsIn()),
  )) as [Person, Person, Person, Person, Person];
  await becomes(grace, olga, place, 'Grace');
  await becomes(linus, olga, place, 'Linus');
  await becomes(mona, olga, { slug: place.slug, role: 'moderator' }, 'Mona');
  await ada.calledIn(place.slug, 'Ada');
  await bob.calledIn(place.slug, 'Bob');
});
afterAll(() => world.close());

/** Sends a form of the desk of a talk. */
const presses = (person: Person, { slug }: { slug: string }, fields: Record<string, string>): Promise<Answer> =>
  person.ask('POST', `/api/../c/${slug}/t/on-leaving/desk`, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    'accept-language': 'en',
  });
const showsDesk = async (person: Person, { slug }: { slug: string }, query = ''): Promise<string> =>
  (await person.ask('GET', `/api/../c/${slug}/t/on-leaving/desk${query}`, undefined, { 'accept-language': 'en' })).text;
const namesOf = async (person: Person): Promise<string[]> =>
  ((await person.get('/me')).body['personas'] as Json[]).map(({ name }) => name as string);

const counts = async (): Promise<Json> => (await ada.get(`/threads/${threadId}`)).body['counts'] as Json;
const statusOf = async (question: Json): Promise<Json> =>
  (await ada.get(`/comments/${question['id'] as string}`)).body['question'] as Json;

describe('a speaker', () => {
  it('takes a question, which no other speaker can take or answer then', async () => {
    const question = await asks(ada, threadId, 'Why did you leave?');
    expect(await settles(grace, question, 'taken')).toMatchObject({
      status: 200,
      body: { question: { status: 'taken' } },
    });
    expect(await settles(grace, question, 'taken')).toMatchObject({ status: 200 });
    expect(await settles(linus, question, 'taken')).toMatchObject({
      status: 409,
      body: { type: '/problems/question-taken' },
    });
    expect((await linus.post(`/questions/${question['id']}/answers`, { body: 'I know.' })).status).toBe(409);
    expect(await settles(mona, question, 'open')).toMatchObject({
      status: 200,
      body: { question: { status: 'open' } },
    });
    expect((await settles(linus, question, 'taken')).status).toBe(200);
  });

  it('wins or loses the race for a question, never both', async () => {
    const question = await asks(ada, threadId, 'Who is first?');
    const answers = await Promise.all([settles(grace, question, 'taken'), settles(linus, question, 'taken')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('answers in writing: a comment of kind answer under the question, with a badge, once', async () => {
    const question = await asks(ada, threadId, 'What did you miss most?');
    const listener = await ada.listens();
    const told: Json[] = [];
    listener.on('account:notice', (notice: Json) => told.push(notice));
    const headers = { 'idempotency-key': 'answer-1' };
    const answer = await grace.post(`/questions/${question['id']}/answers`, { body: 'The *birthdays*.' }, headers);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        kind: 'answer',
        parentId: question['id'],
        rootId: question['id'],
        state: 'visible',
        author: { name: 'Grace', roles: ['speaker'] },
      },
    });
    expect(
      (await grace.post(`/questions/${question['id']}/answers`, { body: 'The *birthdays*.' }, headers)).body['id'],
    ).toBe(answer.body['id']);
    expect(await statusOf(question)).toEqual({ status: 'answered', answerId: answer.body['id'] });
    expect(
      ((await bob.get(`/threads/${threadId}/comments?kind=answer`)).body['items'] as Json[]).map(({ id }) => id),
    ).toEqual([answer.body['id']]);
    expect((await linus.post(`/questions/${question['id']}/answers`, { body: 'Me too.' })).body['type']).toBe(
      '/problems/question-settled',
    );
    await until('the notice', () => told.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(told).toEqual([{ kind: 'answered', commentId: question['id'] }]);
  });

  it('answers aloud with a note, declines with a reason, and merges with the votes of each account once', async () => {
    const aloud = await asks(ada, threadId, 'Said aloud?');
    expect(await settles(grace, aloud, 'answered', { note: 'Yes, at length.' })).toMatchObject({
      status: 200,
      body: { question: { status: 'answered', reason: 'Yes, at length.' } },
    });
    const declined = await asks(ada, threadId, 'What is your salary?');
    expect(await settles(grace, declined, 'declined')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/reason' }] },
    });
    expect(await settles(grace, declined, 'declined', { reason: 'Private.' })).toMatchObject({
      body: { question: { status: 'declined', reason: 'Private.' } },
    });
    expect(await settles(grace, declined, 'answered')).toMatchObject({ status: 409 });
    expect(await settles(grace, declined, 'open')).toMatchObject({
      status: 200,
      body: { question: { status: 'open' } },
    });
    expect((await settles(grace, declined, 'declined', { reason: 'Still private.' })).status).toBe(200);

    const [one, other] = [
      await asks(ada, threadId, 'When will it be free?'),
      await asks(bob, threadId, 'When is it free for all?'),
    ];
    for (const person of [bob, linus, mona]) await person.put(`/comments/${one['id']}/vote`);
    for (const person of [ada, linus]) await person.put(`/comments/${other['id']}/vote`);
    expect((await settles(grace, one, 'merged')).status).toBe(422);
    expect((await settles(grace, one, 'merged', { mergedInto: one['id'] })).status).toBe(422);
    // Ada and Linus were there; Mona comes with the merge; Bob asked it.
    expect(await settles(grace, one, 'merged', { mergedInto: other['id'] })).toMatchObject({
      status: 200,
      body: { question: { status: 'merged', mergedInto: other['id'] } },
    });
    expect((await ada.get(`/comments/${other['id']}`)).body['votes']).toBe(3);
    await settles(grace, one, 'open');
    expect((await ada.get(`/comments/${other['id']}`)).body['votes']).toBe(2);
    await settles(grace, one, 'merged', { mergedInto: other['id'] });
  });

  it('needs a grant for this talk', async () => {
    const question = await asks(ada, threadId, 'May anybody answer?');
    expect((await settles(bob, question, 'taken')).status).toBe(403);
    expect((await bob.post(`/questions/${question['id']}/answers`, { body: 'Me!' })).status).toBe(403);
    expect((await bob.get(`/threads/${threadId}/desk`)).status).toBe(403);
    expect((await bob.post(`/threads/${threadId}/live`)).status).toBe(403);
    expect((await bob.get(`/threads/${threadId}/mine`)).body['may'] as Json).toMatchObject({
      ask: true,
      live: false,
      desk: false,
    });
    expect((await grace.get(`/threads/${threadId}/mine`)).body['may'] as Json).toMatchObject({
      ask: true,
      live: true,
      desk: true,
    });
  });
});

describe('the desk', () => {
  it('lists what waits by votes, held words to moderators alone, and rings for those who lead', async () => {
    await olga.patch(`/admin/threads/${threadId}`, { screening: 'all' });
    const held = await bob.post(`/threads/${threadId}/questions`, { body: 'Held until somebody looks?' });
    expect(held.body['state']).toBe('held');
    const [seen, unseen] = [
      (await mona.get(`/threads/${threadId}/desk`)).body,
      (await grace.get(`/threads/${threadId}/desk`)).body,
    ];
    expect((seen['held'] as Json[])[0]).toMatchObject({ id: held.body['id'], state: 'held' });
    expect((seen['held'] as Json[])[0]!['html']).toContain('Held until');
    expect(unseen['held']).toEqual([]);
    for (const count of ['open', 'taken', 'n']) expect(typeof seen[count]).toBe('number');
    const votes = (seen['questions'] as Json[]).map((question) => question['votes'] as number);
    expect(votes).toEqual(votes.toSorted((a, b) => b - a));
    await olga.patch(`/admin/threads/${threadId}`, { screening: 'none' });

    const [speaker, reader] = [await grace.listens(), await bob.listens()];
    expect(await reader.emitWithAck('desk:join', { threadId })).toMatchObject({ ok: false, problem: { status: 403 } });
    expect(await speaker.emitWithAck('desk:join', { threadId })).toEqual({ ok: true });
    const signals: Json[] = [];
    speaker.on('desk:bell', (signal: Json) => signals.push(signal));
    const question = await asks(ada, threadId, 'Does it ring?');
    await until('the signal', () =>
      signals.some((signal) => signal['threadId'] === threadId && signal['n'] > (seen['n'] as number)),
    );
    expect((await settles(linus, question, 'taken')).status).toBe(200);
    await until('another signal', () => signals.length > 1);
    expect((await linus.get(`/threads/${threadId}/desk`)).body['mine']).toContain(question['id']);
    expect(await speaker.emitWithAck('desk:leave', {})).toEqual({ ok: true });
  });
});

describe('a line to everyone', () => {
  it('is taken down by those who mean it, and never in the place of another', async () => {
    const announced = async (): Promise<unknown> => (await ada.get(`/threads/${threadId}`)).body['announcementId'];
    await presses(grace, place, { act: 'announce', body: 'Five more minutes.' });
    const hers = (await announced()) as string;
    await presses(linus, place, { act: 'announce', body: 'Ten more minutes.' });
    const his = (await announced()) as string;
    expect(await showsDesk(grace, place)).toContain(`name="id" value="${his}"`);
    expect((await presses(grace, place, { act: 'takedown', id: hers })).status).toBe(412);
    expect(await announced()).toBe(his);
    expect((await presses(grace, place, { act: 'takedown', id: his })).status).toBe(303);
    expect(await announced()).toBeNull();
    expect((await presses(grace, place, { act: 'takedown', id: his })).status).toBe(303);
  });
});

describe('Undo at the desk', () => {
  const UNDO = /name="act" value="(\w+)"(?:.*?name="id" value="([^"]*)")?/s;
  /** The way back that the page after a press offers: its act and what it is about. */
  const undoAfter = async (person: Person, pressed: Answer): Promise<Record<string, string> | null> => {
    const [, query] = (pressed.headers.get('location') ?? '').split('/desk');
    const [toast] = /<div class="toast".*?<\/div>/s.exec(await showsDesk(person, place, query)) ?? [];
    if (toast === undefined) throw new Error('the page says nothing of the press');
    const undo = UNDO.exec(toast);
    return undo && { act: undo[1]!, id: undo[2] ?? '' };
  };
  const isLive = async (): Promise<unknown> => (await ada.get(`/threads/${threadId}`)).body['live'];

  it('ends the live hour that this press began, and no hour of another', async () => {
    const begun = await undoAfter(grace, await presses(grace, place, { act: 'live' }));
    expect(begun).toMatchObject({ act: 'unlive' });
    // The hour was live already, so that he has nothing to take back.
    expect(await undoAfter(linus, await presses(linus, place, { act: 'live' }))).toBeNull();
    expect((await presses(grace, place, begun!)).status).toBe(303);
    expect(await isLive()).toBe(false);
    world.advance({ seconds: 1 });
    await presses(linus, place, { act: 'live' });
    expect((await presses(grace, place, begun!)).status).toBe(412);
    expect(await isLive()).toBe(true);
    const ended = await presses(linus, place, { act: 'unlive' });
    expect(await undoAfter(linus, ended)).toMatchObject({ act: 'live' });
    expect(await undoAfter(grace, await presses(grace, place, { act: 'unlive' }))).toBeNull();
  });

  it('takes down the line that this press published, and offers nothing once another stands there', async () => {
    const first = await presses(grace, place, { act: 'announce', body: 'Please move to the front.' });
    const undo = await undoAfter(grace, first);
    expect(undo).toMatchObject({ act: 'takedown' });
    await presses(linus, place, { act: 'announce', body: 'The slides are online.' });
    expect(await undoAfter(grace, first)).toBeNull();
    expect((await presses(grace, place, undo!)).status).toBe(412);
  });

  it('reopens no question that a colleague settled', async () => {
    const question = await asks(ada, threadId, 'Whose press was first?');
    const declines = { act: 'declined', id: question['id'] as string, reason: 'Off the topic.' };
    expect(await undoAfter(grace, await presses(grace, place, declines))).toMatchObject({ act: 'open' });
    expect((await presses(linus, place, declines)).status).toBe(409);
  });
});

describe('a name at the desk', () => {
  it('is asked for from those who only asked anonymously before, and given to that persona', async () => {
    const nell = await world.person('nell').signsIn();
    await asks(nell, threadId, 'May one ask without a name?', { anonymous: true });
    const [{ id }] = (await nell.get('/me')).body['personas'] as [Json];
    await nell.patch(`/personas/${id as string}`, { tagline: 'Asks much' });
    const { body } = await olga.post(`/admin/conferences/${place.slug}/invitations`, { role: 'moderator' });
    expect((await nell.post('/claims', { token: (body['url'] as string).split('#')[1] })).status).toBe(200);
    expect(await showsDesk(nell, place)).toMatch(/<input name="name" required/);
    const announced = { act: 'announce', body: 'The microphone is back.' };
    expect((await presses(nell, place, { ...announced, name: '' })).status).toBe(422);
    expect((await presses(nell, place, { ...announced, name: 'Nell' })).status).toBe(303);
    expect((await nell.get('/me')).body['personas']).toMatchObject([{ name: 'Nell', tagline: 'Asks much' }]);
    expect(await showsDesk(nell, place)).not.toMatch(/<input name="name" required/);
  });

  it('is not published by an answer that is refused', async () => {
    const fay = await world.person('fay').signsIn();
    const { body } = await olga.post(`/admin/conferences/${place.slug}/invitations`, { role: 'moderator' });
    expect((await fay.post('/claims', { token: (body['url'] as string).split('#')[1] })).status).toBe(200);
    const [answered, open] = [await asks(ada, threadId, 'Answered first?'), await asks(ada, threadId, 'Still open?')];
    expect((await settles(grace, answered, 'answered')).status).toBe(200);
    const answer = (question: Json) =>
      presses(fay, place, { act: 'answer', id: question['id'] as string, body: 'As I said.', name: 'Fresh Name' });
    expect((await answer(answered)).status).toBe(409);
    expect(await namesOf(fay)).toEqual([]);
    expect((await answer(open)).status).toBe(303);
    expect(await namesOf(fay)).toEqual(['Fresh Name']);
  });
});

describe('a desk before the minute of the talk', () => {
  it('answers in writing and announces, while everyone else only asks', async () => {
    const early = await talkOf(world, olga);
    const startsAt = new Date(world.clock.now().getTime() + 2 * 3_600_000).toISOString();
    await becomes(grace, olga, early, 'Grace');
    await ada.calledIn(early.slug, 'Ada');
    expect((await olga.patch(`/admin/talks/${early.talkId}`, { startsAt })).status).toBe(200);
    expect((await ada.get(`/threads/${early.threadId}`)).body['state']).toBe('questions');
    const question = await asks(ada, early.threadId, 'Will there be slides?');
    expect((await ada.post(`/threads/${early.threadId}/comments`, { body: 'Looking forward.' })).body['type']).toBe(
      '/problems/thread-closed',
    );
    expect(await grace.post(`/questions/${question['id']}/answers`, { body: 'Yes, right after.' })).toMatchObject({
      status: 201,
      body: { state: 'visible', author: { name: 'Grace', roles: ['speaker'] } },
    });
    expect((await grace.post(`/threads/${early.threadId}/announcement`, { body: 'We begin on time.' })).status).toBe(
      201,
    );
    const late = await asks(ada, early.threadId, 'And a recording?');

    // A talk that is moved by a week takes its questions along.
    const later = new Date(world.clock.now().getTime() + 7 * 86_400_000).toISOString();
    await olga.patch(`/admin/talks/${early.talkId}`, { startsAt: later });
    await until(
      'the thread to be not open yet',
      async () => (await ada.get(`/threads/${early.threadId}`)).body['state'] === 'upcoming',
    );
    expect((await settles(grace, late, 'taken')).status).toBe(200);
    expect((await grace.post(`/questions/${late['id']}/answers`, { body: 'A week later, too.' })).status).toBe(201);
    expect((await grace.post(`/threads/${early.threadId}/announcement`, { body: 'See you in a week.' })).status).toBe(
      201,
    );
  });

  it('is refused where a moderator has locked the discussion', async () => {
    const locked = await talkOf(world, olga);
    await becomes(grace, olga, locked, 'Grace');
    await ada.calledIn(locked.slug, 'Ada');
    const question = await asks(ada, locked.threadId, 'Asked before the lock?');
    await olga.patch(`/admin/threads/${locked.threadId}`, { state: 'locked', reason: 'A pause for all.' });
    for (const answer of [
      await grace.post(`/questions/${question['id']}/answers`, { body: 'Too late.' }),
      await grace.post(`/threads/${locked.threadId}/announcement`, { body: 'Too late.' }),
      await settles(grace, question, 'taken'),
    ])
      expect(answer).toMatchObject({ status: 409, body: { type: '/problems/thread-closed' } });
  });

  it('speaks with the persona that shows the right, also of an account with several', async () => {
    const two = await talkOf(world, olga);
    await becomes(grace, olga, two, 'Grace');
    await grace.calledIn(two.slug, 'Gardening');
    expect(await grace.post(`/threads/${two.threadId}/announcement`, { body: 'A line from the desk.' })).toMatchObject({
      status: 201,
      body: { author: { name: 'Grace', roles: ['speaker'] } },
    });
  });
});

describe('the live hour', () => {
  it('begins and ends by hand, and by itself an hour after the talk', async () => {
    const live = async (): Promise<boolean> => (await bob.get(`/threads/${threadId}`)).body['live'] as boolean;
    expect(await grace.post(`/threads/${threadId}/live`)).toMatchObject({ status: 200, body: { live: true } });
    expect(await live()).toBe(true);
    expect(await linus.delete(`/threads/${threadId}/live`)).toMatchObject({ status: 200, body: { live: false } });
    expect((await mona.post(`/threads/${threadId}/live`)).status).toBe(200);
    // The talk began ten minutes ago and takes thirty.
    world.advance({ hours: 1.4 });
    await until('the end of the hour', async () => !(await live()));
  });
});

describe('the end of a thread', () => {
  it('expires what is open or taken, tells each asker once, and the five counts sum up', async () => {
    const waiting = [await asks(ada, threadId, 'Nobody came?'), await asks(bob, threadId, 'Nor here?')];
    await settles(grace, waiting[0]!, 'taken');
    const before = await counts();
    expect(before['waiting']).toBeGreaterThanOrEqual(2);
    world.advance({ days: 95 });
    await Promise.all([ada.signsIn(), bob.signsIn()]);
    const listener = await ada.listens();
    const told: Json[] = [];
    listener.on('account:notice', (notice: Json) => told.push(notice));
    await until('everything to end', async () => (await counts())['waiting'] === 0);
    const after = await counts();
    expect(after['expired']).toBe(before['expired'] + before['waiting']);
    expect(after['questions']).toBe(
      after['answered'] + after['declined'] + after['merged'] + after['expired'] + after['waiting'],
    );
    expect(await statusOf(waiting[0]!)).toEqual({ status: 'expired' });
    const rows = await world.query(
      `select comment_id, count(*)::int c from account_notices where kind = 'expired' group by comment_id`,
    );
    expect(rows.every(({ c }) => c === 1)).toBe(true);
    expect(rows.map(({ comment_id }) => comment_id as string)).toEqual(
      expect.arrayContaining(waiting.map(({ id }) => id as string)),
    );
    await grace.signsIn();
    expect((await settles(grace, waiting[0]!, 'open')).body['type']).toBe('/problems/question-settled');
    expect((await grace.post(`/threads/${threadId}/announcement`, { body: 'Too late.' })).body['type']).toBe(
      '/problems/thread-closed',
    );
  });

  it('forgets who asked anonymously a month after the conference', async () => {
    const { ForgetAskers } = await import('../../src/comments/forget-askers.ts');
    await world.app.get(ForgetAskers).forget();
    expect(await world.query('select from comments where is_anonymous and persona_id is not null')).toEqual([]);
  });
});

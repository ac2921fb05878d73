import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ExportArchive } from '../../src/exports/export-archive.ts';
import { emptyFolder, textsIn } from '../exports/archive-world.ts';
import { asks, becomes, settles } from '../questions/stage.ts';
import type { Answer, Json, Person } from '../support/world.ts';
import { ages, forum, ledger, emailsTo, queue, reports, withholds, type ModeratedForum } from './forum.ts';

let f: ModeratedForum;
let slug: string;
let threadId: string;
let grace: Person;
let reporters: Person[];
let answered: Json;
let declined: Json;
const frames: string[] = [];
/** Words that stand in the note of one question and in the reason of the other. */
const NOTE = 'quokka';
const REASON = 'quagga';

beforeAll(async () => {
  f = await forum();
  const { world, olga, ada } = f;
  ({ slug } = await world.conference(olga, { locale: 'en' }));
  const startsAt = new Date(world.clock.now().getTime() - 600_000).toISOString();
  const { body: talk } = await olga.post(`/admin/conferences/${slug}/talks`, {
    slug: 'on-notes',
    title: 'On notes',
    startsAt,
  });
  threadId = talk['threadId'] as string;
  await Promise.all([ada.calledIn(slug, 'Ada'), becomes(f.mona, olga, { slug, role: 'moderator' }, 'Mona')]);
  grace = await becomes(await world.person('grace').signsIn(), olga, { slug, talkId: talk['id'] as string }, 'Grace');
  reporters = [f.bob, f.carl, await world.person('dora').signsIn()];
  await ages(world);
  [answered, declined] = [
    await asks(ada, threadId, 'What was said aloud?'),
    await asks(ada, threadId, 'Why was it declined?'),
  ];
  expect((await settles(grace, answered, 'answered', { note: `A ${NOTE} said aloud` })).status).toBe(200);
  expect((await settles(grace, declined, 'declined', { reason: `A ${REASON} of a reason` })).status).toBe(200);
  const recap = { markdown: 'What was said', items: [answered['id'], declined['id']], published: true };
  for (const route of [`/threads/${threadId}/recap`, `/conferences/${slug}/recap`])
    expect((await olga.put(route, recap)).status).toBe(200);
  const socket = await f.bob.listens();
  socket.onAny((...args: unknown[]) => frames.push(JSON.stringify(args)));
  await socket.emitWithAck('thread:join', { threadId });
});
afterAll(() => f.world.close());

/** Everything the public reads of these questions, and what their asker reads, as text. */
async function everywhere(): Promise<string[]> {
  const { world, ada, bob } = f;
  const thread = `/c/${slug}/t/on-notes`;
  const ids = [answered, declined].map(({ id }) => id as string);
  const places = [
    ...ids.flatMap((id) => [
      `/api/v1/comments/${id}`,
      `/api/v1/comments/${id}/revisions`,
      `${thread}/q/${id}`,
      `${thread}?comment=${id}`,
    ]),
    `/api/v1/threads/${threadId}/comments`,
    `/api/v1/threads/${threadId}/comments?kind=question&sort=top`,
    `/api/v1/threads/${threadId}/changes?after=0`,
    `/api/v1/threads/${threadId}/recap`,
    `/api/v1/threads/${threadId}/questions/similar?q=declined`,
    ...['aloud', NOTE, REASON].map((q) => `/api/v1/conferences/${slug}/search?q=${q}`),
    thread,
    ...['/answers', '/stage', '/recap', '/recap.md', '/recap.html', '/feed.atom', '/feed.json'].map(
      (end) => thread + end,
    ),
    ...['/recap', '/recap.md', '/feed.atom', '/feed.json', '/ledger'].map((end) => `/c/${slug}${end}`),
    `/embed/${threadId}?mode=questions`,
  ];
  const read = async (person: Person, place: string): Promise<string> => {
    const { text } = await person.ask('GET', world.base + place);
    return `${place.replace(/\?q=.*/, '')}\n${text.replaceAll(/q=\w+|value="\w+"/g, '')}`;
  };
  const texts = await Promise.all([
    ...places.map((place) => read(bob, place)),
    ...['/me/questions', '/api/v1/me/questions', '/api/v1/me/export', `/api/v1/threads/${threadId}/mine`].map((place) =>
      read(ada, place),
    ),
    read(grace, `${thread}/desk`),
    read(grace, `/api/v1/threads/${threadId}/desk`),
  ]);
  const dir = await emptyFolder();
  await world.app.get(ExportArchive).export(slug, dir);
  texts.push(...(await textsIn(dir)).values());
  await rm(dir, { recursive: true });
  for (const name of await world.mails()) texts.push(await readFile(path.join(world.dataDir, 'outbox', name), 'utf8'));
  return texts;
}

const words = (texts: readonly string[]): string[] =>
  [NOTE, REASON].filter((word) => texts.some((text) => text.includes(word)));
/** The texts that hold one of the words, by their first line. */
const places = (texts: readonly string[]): string[] =>
  texts.filter((text) => words([text]).length > 0).map((text) => text.split('\n')[0]!.slice(0, 100));
const hides = (person: Person, { id }: Json, body: Json = { rule: 'respect', reason: 'It insults' }): Promise<Answer> =>
  person.post(`/admin/comments/${id as string}/note/withhold`, body);
const shows = (person: Person, { id }: Json): Promise<Answer> =>
  person.post(`/admin/comments/${id as string}/note/restore`, { reason: 'A mistake' });

describe('the note of a question', () => {
  it('is read where the question is read', async () => {
    expect(words(await everywhere())).toEqual([NOTE, REASON]);
  });

  it('goes with its question, however that is hidden, and comes back with it', async () => {
    const { body: before } = await f.bob.get(`/threads/${threadId}`);
    for (const question of [answered, declined]) expect((await withholds(f.mona, question)).status).toBe(200);
    expect(places(await everywhere())).toEqual([]);
    const { body: changes } = await f.bob.get(`/threads/${threadId}/changes?after=${before['seq'] as number}`);
    expect((changes['comments'] as Json[]).map(({ state, question }) => [state, question])).toEqual([
      ['withheld', { status: 'answered' }],
      ['withheld', { status: 'declined' }],
    ]);
    for (const { id } of [answered, declined])
      expect((await f.mona.post(`/admin/comments/${id as string}/restore`, { reason: 'A mistake' })).status).toBe(200);
    expect(words(await everywhere())).toEqual([NOTE, REASON]);
    for (const question of [answered, declined]) for (const reporter of reporters) await reports(reporter, question);
    expect((await f.bob.get(`/comments/${answered['id'] as string}`)).body['state']).toBe('held');
    expect(places(await everywhere())).toEqual([]);
    for (const { id } of [answered, declined])
      expect((await f.mona.post(`/admin/comments/${id as string}/release`, { revision: 1 })).status).toBe(200);
    expect(words(await everywhere())).toEqual([NOTE, REASON]);
  });

  it('is hidden alone by a moderator, with a reason and the next number of its thread', async () => {
    const { body: before } = await f.bob.get(`/threads/${threadId}`);
    frames.length = 0;
    for (const question of [answered, declined]) {
      expect(await hides(f.mona, question)).toMatchObject({
        status: 200,
        body: { state: 'visible', html: expect.stringContaining('<p>'), question: { noteWithheld: true } },
      });
    }
    expect(places(await everywhere())).toEqual([]);
    expect(words(frames)).toEqual([]);
    const { body: changes } = await f.bob.get(`/threads/${threadId}/changes?after=${before['seq'] as number}`);
    expect((changes['comments'] as Json[]).map(({ question, html }) => [question, html !== ''])).toEqual([
      [{ status: 'answered', noteWithheld: true }, true],
      [{ status: 'declined', noteWithheld: true }, true],
    ]);
    expect((await f.bob.ask('GET', `${f.world.base}/c/${slug}/t/on-notes?lang=en`)).text).toContain(
      'A moderator has hidden this note.',
    );
    expect((await ledger(f.bob, slug)).slice(0, 2)).toMatchObject([
      { kind: 'withhold-note', rule: 'respect', reason: 'It insults', role: 'moderator' },
      { kind: 'withhold-note' },
    ]);
    expect((await f.olga.get(`/admin/conferences/${slug}/audit`)).body['items'][0]).toMatchObject({
      action: 'decision.withhold-note',
      subject: declined['id'],
    });
    expect((await hides(f.mona, answered)).body['type']).toBe('/problems/note-wrong-state');
    for (const question of [answered, declined]) expect((await shows(f.mona, question)).status).toBe(200);
    expect(words(await everywhere())).toEqual([NOTE, REASON]);
    const [restored, , hidden] = await ledger(f.bob, slug);
    expect([restored!['kind'], hidden!['kind'], hidden!['reversedBy']]).toEqual([
      'restore-note',
      'withhold-note',
      restored!['id'],
    ]);
    expect((await shows(f.mona, answered)).body['type']).toBe('/problems/note-wrong-state');
  });

  it('is hidden by nobody else, for no unknown rule, and only where there is one', async () => {
    for (const person of [grace, f.ada, f.bob])
      expect([(await hides(person, answered)).status, (await shows(person, answered)).status]).toEqual([403, 403]);
    expect((await hides(f.world.person('nobody'), answered)).status).toBe(401);
    expect((await hides(f.mona, answered, { rule: 'nonsense', reason: 'A reason' })).status).toBe(422);
    expect((await hides(f.mona, answered, { rule: 'respect' })).status).toBe(422);
    const open = await asks(f.ada, threadId, 'Is there a note?');
    expect((await hides(f.mona, open)).status).toBe(404);
    expect((await hides(f.mona, { id: '00000000-0000-7000-8000-000000000000' })).status).toBe(404);
    expect(words(await everywhere())).toEqual([NOTE, REASON]);
  });

  it('is read by moderators while it is hidden, at the desk and in the queue, and by nobody else', async () => {
    expect((await hides(f.mona, answered)).body['question']).toMatchObject({ reason: `A ${NOTE} said aloud` });
    const desk = async (person: Person): Promise<unknown> =>
      ((await person.get(`/threads/${threadId}/desk`)).body['settled'] as Json[]).find(
        ({ id }) => id === answered['id'],
      )!['question'];
    expect(await desk(f.mona)).toEqual({ status: 'answered', reason: `A ${NOTE} said aloud`, noteWithheld: true });
    expect(await desk(grace)).toEqual({ status: 'answered', noteWithheld: true });
    const deskPage = `${f.world.base}/c/${slug}/t/on-notes/desk?lang=en`;
    expect((await f.mona.ask('GET', deskPage)).text).toContain(NOTE);
    for (const reporter of reporters.slice(0, 1)) await reports(reporter, answered);
    const queuePage = `${f.world.base}/organize/${slug}/queue?kind=reported&lang=en`;
    expect((await f.mona.ask('GET', queuePage)).text).toContain(`Hidden note:</b> <span dir="auto">A ${NOTE}`);
    expect(words(await everywhere())).toEqual([REASON]);
    const [{ reports: open }] = (await queue(f.mona, slug, 'reported')) as [Json];
    const [{ id }] = open as [Json];
    expect(
      (await f.mona.post(`/admin/reports/${id as string}/dismiss`, { reason: 'The question is fine' })).status,
    ).toBe(204);
    expect((await shows(f.mona, answered)).status).toBe(200);
  });

  it('is explained to who wrote it, who may appeal; somebody else decides that', async () => {
    expect((await hides(f.mona, declined)).status).toBe(200);
    const [statement] = (await grace.get('/me/statements')).body['items'] as [Json];
    expect(statement).toMatchObject({
      kind: 'withhold-note',
      rule: 'respect',
      reason: 'It insults',
      commentId: declined['id'],
      appealUntil: expect.any(String),
    });
    expect(((await f.ada.get('/me/statements')).body['items'] as Json[]).map(({ kind }) => kind)).not.toContain(
      'withhold-note',
    );
    const page = `${f.world.base}/me/statements/${statement['decisionId'] as string}?lang=en`;
    const { text } = await grace.ask('GET', page);
    expect(text).toContain('Your note on a question in “On notes” was hidden');
    expect(text).toContain(REASON);
    const mails = (await emailsTo(f.world, grace.email)).filter((mail) => mail.includes('It insults'));
    expect(mails.length).toBeGreaterThan(0);
    expect(words(mails)).toEqual([]);
    const { body: appeal } = await grace.post(`/decisions/${statement['decisionId'] as string}/appeals`, {
      reason: 'It was no insult',
    });
    const decides = (person: Person) =>
      person.post(`/admin/appeals/${appeal['id'] as string}/decision`, { outcome: 'reversed', reason: 'Quite right' });
    expect((await decides(f.mona)).body['type']).toBe('/problems/appeal-own-decision');
    expect((await decides(f.olga)).status).toBe(200);
    expect(words(await everywhere())).toEqual([NOTE, REASON]);
    expect(((await grace.get('/me/statements')).body['items'] as Json[]).slice(0, 2)).toMatchObject([
      { kind: 'restore-note' },
      { kind: 'withhold-note', appeal: { outcome: 'reversed', reason: 'Quite right' } },
    ]);
    expect((await grace.get('/me/export')).body['notes']).toContainEqual({
      commentId: declined['id'],
      note: `A ${REASON} of a reason`,
      isWithheld: false,
    });
  });

  it('is hidden by no moderator who wrote it', async () => {
    const asked = await asks(f.ada, threadId, 'Does a moderator answer aloud?');
    expect((await settles(f.mona, asked, 'answered', { note: 'Said by a moderator' })).status).toBe(200);
    expect((await hides(f.mona, asked)).body['type']).toBe('/problems/decision-own');
    expect((await hides(f.olga, asked)).status).toBe(200);
  });

  it('is hidden and shown again on the page of the desk by forms, which only moderators have', async () => {
    const desk = `${f.world.base}/c/${slug}/t/on-notes/desk`;
    const sends = (person: Person, form: Record<string, string>) =>
      person.ask('POST', desk, new URLSearchParams(form).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'http://localhost:3000',
      });
    expect((await f.mona.ask('GET', `${desk}?lang=en`)).text).toContain('Hide the note');
    expect((await f.mona.ask('GET', `${desk}?lang=fr`)).text).toContain('Masquer la note');
    expect((await grace.ask('GET', `${desk}?lang=en`)).text).not.toContain('Hide the note');
    const form = { act: 'withhold-note', id: answered['id'] as string, rule: 'respect', reason: 'It insults' };
    expect((await sends(grace, form)).status).toBe(403);
    expect((await sends(f.mona, form)).status).toBe(303);
    expect((await f.mona.ask('GET', `${desk}?lang=en`)).text).toContain('Show the note again');
    expect(words(await everywhere())).toEqual([REASON]);
    expect((await sends(f.mona, { ...form, act: 'restore-note' })).status).toBe(303);
    expect(words(await everywhere())).toEqual([NOTE, REASON]);
  });
});

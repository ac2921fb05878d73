import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { until, World, type Json, type Person } from '../support/world.ts';
import { asks, becomes, settles, talkOf } from './stage.ts';

let world: World;
let olga: Person;
let grace: Person;
let linus: Person;
let ada: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  [grace, linus, ada] = (await Promise.all(['grace', 'linus', 'ada'].map((name) => world.person(name).signsIn()))) as [
    Person,
    Person,
    Person,
  ];
  await becomes(grace, olga, place, 'Grace', 'Grace H.');
  await becomes(linus, olga, place, 'Linus');
  await ada.calledIn(place.slug, 'Ada');
});
afterAll(() => world.close());

const grants = async (): Promise<Json[]> =>
  (await olga.get(`/admin/conferences/${place.slug}/grants`)).body['items'] as Json[];
const formOf = (fields: Record<string, string>): [string, Record<string, string>] => [
  new URLSearchParams(fields).toString(),
  { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' },
];

describe('an invitation that nobody has opened', () => {
  it('is listed without its link, for organizers alone, and gives nothing once it is cancelled', async () => {
    const route = `/admin/conferences/${place.slug}/invitations`;
    const {
      body: { url },
    } = await olga.post(route, { role: 'speaker', talkId: place.talkId, name: 'Whoever it went to' });
    const open = await olga.get(route);
    const [invitation] = open.body['items'] as Json[];
    expect(open.body['items']).toEqual([
      {
        id: expect.any(String),
        role: 'speaker',
        talkId: place.talkId,
        name: 'Whoever it went to',
        state: 'prepared',
        mailedAt: null,
        expiresAt: expect.any(String),
      },
    ]);
    expect(open.text).not.toContain(String(url).split('#')[1]);
    const cancelled = `${route}/${invitation!['id'] as string}`;
    for (const person of [grace, ada])
      expect([(await person.get(route)).status, (await person.delete(cancelled)).status]).toEqual([403, 403]);
    const elsewhere = await talkOf(world, olga);
    expect(
      (await olga.delete(`/admin/conferences/${elsewhere.slug}/invitations/${invitation!['id'] as string}`)).status,
    ).toBe(404);
    expect((await olga.delete(`${route}/nonsense`)).status).toBe(404);
    expect((await olga.delete(cancelled)).status).toBe(204);
    expect((await olga.delete(cancelled)).status).toBe(404);
    expect(await ada.post('/claims', { token: String(url).split('#')[1] })).toMatchObject({
      status: 409,
      body: { type: '/problems/invitation-spent' },
    });
    expect((await olga.get(`/admin/conferences/${place.slug}/audit`)).body['items']).toContainEqual(
      expect.objectContaining({ action: 'invitation.cancelled speaker', role: 'organizer', subject: place.talkId }),
    );
  });

  it('can be cancelled on the organizer’s page; one that was opened is a right, which is taken back', async () => {
    await olga.post(`/admin/conferences/${place.slug}/invitations`, { role: 'moderator', name: 'Somebody else' });
    expect((await olga.ask('GET', `/api/../organize/${place.slug}/team`)).text).toContain('Invitations en attente');
    const [invitation] = (await olga.get(`/admin/conferences/${place.slug}/invitations`)).body['items'] as Json[];
    const [body, headers] = formOf({ invitationId: invitation!['id'] as string });
    expect((await olga.ask('POST', `/api/../organize/${place.slug}/invitations/cancelled`, body, headers)).status).toBe(
      303,
    );
    expect((await olga.ask('GET', `/api/../organize/${place.slug}/team`)).text).not.toContain('Invitations en attente');
    const [opened] = await world.query<{ id: string }>(
      'select id from invitations where claimed_at is not null limit 1',
    );
    expect((await olga.delete(`/admin/conferences/${place.slug}/invitations/${opened!.id}`)).status).toBe(404);
  });

  it('is found however many there are, page by page', async () => {
    const { slug } = await world.conference(olga);
    const route = `/admin/conferences/${slug}/invitations`;
    for (let i = 0; i < 5; i += 1) await olga.post(route, { role: 'moderator', name: `Link ${i}` });
    const seen: string[] = [];
    for (let at = `${route}?limit=2`, next: string | null = ''; next !== null; at = `${route}?limit=2&cursor=${next}`) {
      const { body } = await olga.get(at);
      seen.push(...(body['items'] as Json[]).map(({ name }) => name as string));
      next = body['next'] as string | null;
    }
    expect(seen.toSorted((a, b) => a.localeCompare(b))).toEqual([0, 1, 2, 3, 4].map((i) => `Link ${i}`));
    expect((await olga.get(`${route}?cursor=nonsense`)).status).toBe(422);
  });

  it('is written to whoever gets it in the language of the conference', async () => {
    const { slug } = await world.conference(olga, { locale: 'en' });
    await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator', email: 'invited@mail.example' });
    const mail = await until('the letter', async () =>
      (
        await Promise.all(
          (await world.mails()).map((name) => readFile(path.join(world.dataDir, 'outbox', name), 'utf8')),
        )
      ).find((each) => each.includes('To: invited@mail.example')),
    );
    expect(mail).toMatch(/Subject: \[.*\] Your invitation/);
    expect(mail).toContain('You are invited to moderate the discussions of');
  });
});

describe('a right that is taken back', () => {
  it('is listed for organizers alone, by whom its link was made for or by one face, and never by more', async () => {
    await linus.calledIn(place.slug, 'Another face of Linus');
    expect((await grants()).map(({ role, talkId, name }) => ({ role, talkId, name }))).toEqual(
      expect.arrayContaining([
        { role: 'speaker', talkId: place.talkId, name: 'Grace H.' },
        { role: 'speaker', talkId: place.talkId, name: expect.stringMatching(/^(Linus|Another face of Linus)$/) },
      ]),
    );
    expect(await grants()).toHaveLength(2);
    for (const person of [grace, ada])
      expect((await person.get(`/admin/conferences/${place.slug}/grants`)).status).toBe(403);
    expect((await world.person('nobody').get(`/admin/conferences/${place.slug}/grants`)).status).toBe(401);
    const [{ id }] = (await grants()) as [Json];
    expect((await linus.delete(`/admin/grants/${id as string}`)).status).toBe(404);
  });

  it('ends the desk at once, frees what was taken, and takes the badge from what was said', async () => {
    const question = await asks(ada, place.threadId, 'Who answers when the speaker is gone?');
    const said = await grace.says(place.threadId, 'I am one of the speakers.');
    expect(said['author'].roles).toEqual(['speaker']);
    await settles(grace, question, 'taken');
    const socket = await grace.listens();
    const signals: Json[] = [];
    socket.on('desk:bell', (signal: Json) => signals.push(signal));
    expect(await socket.emitWithAck('desk:join', { threadId: place.threadId })).toEqual({ ok: true });

    const grant = (await grants()).find(({ name }) => name === 'Grace H.')!;
    expect((await olga.delete(`/admin/grants/${grant['id'] as string}`)).status).toBe(204);
    expect((await olga.delete(`/admin/grants/${grant['id'] as string}`)).status).toBe(404);
    expect((await grace.get(`/threads/${place.threadId}/desk`)).status).toBe(403);
    expect((await settles(grace, question, 'answered')).status).toBe(403);
    expect((await grace.post(`/questions/${question['id'] as string}/answers`, { body: 'Still me.' })).status).toBe(
      403,
    );
    expect((await grace.get(`/threads/${place.threadId}/mine`)).body['may'] as Json).toMatchObject({
      desk: false,
      live: false,
    });
    // The socket left the desk with a last signal; what happens now sends none.
    await until('the last signal', () => signals.length > 0);
    await until(
      'the question to be open again',
      async () =>
        ((await ada.get(`/comments/${question['id'] as string}`)).body['question'] as Json)['status'] === 'open',
    );
    await until(
      'the badge to go',
      async () => ((await ada.get(`/comments/${said['id'] as string}`)).body['author'] as Json)['roles'].length === 0,
    );
    const heard = signals.length;
    const other = await linus.listens();
    const others: Json[] = [];
    other.on('desk:bell', (signal: Json) => others.push(signal));
    await other.emitWithAck('desk:join', { threadId: place.threadId });
    expect((await settles(linus, question, 'taken')).status).toBe(200);
    await until('the signal of those who stay', () => others.length > 0);
    expect(signals.length).toBe(heard);
    expect(await socket.emitWithAck('desk:join', { threadId: place.threadId })).toMatchObject({
      ok: false,
      problem: { status: 403 },
    });
  });

  it('can be taken back on the organizer’s page, but never one’s own', async () => {
    const page = await olga.ask('GET', `/api/../organize/${place.slug}/team`);
    expect(page.text).toContain('Équipe (');
    const mona = await becomes(
      await world.person('mona').signsIn(),
      olga,
      { slug: place.slug, role: 'organizer' },
      'Mona',
    );
    const own = (await grants()).find(({ role }) => role === 'organizer')!;
    expect(await mona.delete(`/admin/grants/${own['id'] as string}`)).toMatchObject({
      status: 409,
      body: { type: '/problems/grant-own' },
    });
    const [body, headers] = formOf({ grantId: own['id'] as string });
    expect((await olga.ask('POST', `/api/../organize/${place.slug}/grants`, body, headers)).status).toBe(303);
    expect((await mona.get(`/admin/conferences/${place.slug}/grants`)).status).toBe(403);
    const elsewhere = await talkOf(world, olga);
    const [foreign, foreignHeaders] = formOf({ grantId: (await grants())[0]!['id'] as string });
    expect((await olga.ask('POST', `/api/../organize/${elsewhere.slug}/grants`, foreign, foreignHeaders)).status).toBe(
      404,
    );
  });
});

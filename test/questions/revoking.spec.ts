import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
  [grace, linus, ada] = await Promise.all(['grace', 'linus', 'ada'].map((name) => world.person(name).signsIn())) as [Person, Person, Person];
  await becomes(grace, olga, place, 'Grace', 'Grace H.');
  await becomes(linus, olga, place, 'Linus');
  await ada.calledIn(place.slug, 'Ada');
});
afterAll(() => world.close());

const grants = async (): Promise<Json[]> => (await olga.get(`/admin/conferences/${place.slug}/grants`)).body['items'] as Json[];
const formOf = (fields: Record<string, string>): [string, Record<string, string>] => [new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' }];

describe('a right that is taken back', () => {
  it('is listed for organizers alone, by whom its link was made for or by one face, and never by more', async () => {
    await linus.calledIn(place.slug, 'Another face of Linus');
    expect((await grants()).map(({ role, talkId, name }) => ({ role, talkId, name }))).toEqual(expect.arrayContaining([
      { role: 'speaker', talkId: place.talkId, name: 'Grace H.' }, { role: 'speaker', talkId: place.talkId, name: expect.stringMatching(/^(Linus|Another face of Linus)$/) },
    ]));
    expect(await grants()).toHaveLength(2);
    for (const person of [grace, ada]) expect((await person.get(`/admin/conferences/${place.slug}/grants`)).status).toBe(403);
    expect((await world.person('nobody').get(`/admin/conferences/${place.slug}/grants`)).status).toBe(401);
    const [{ id }] = await grants() as [Json];
    expect((await linus.delete(`/admin/grants/${id as string}`)).status).toBe(403);
  });

  it('ends the desk at once, frees what was taken, and takes the badge from what was said', async () => {
    const question = await asks(ada, place.threadId, 'Who answers when the speaker is gone?');
    const said = await grace.says(place.threadId, 'I am one of the speakers.');
    expect(said['author'].roles).toEqual(['speaker']);
    await settles(grace, question, 'taken');
    const socket = await grace.listens();
    const bells: Json[] = [];
    socket.on('desk:bell', (bell: Json) => bells.push(bell));
    expect(await socket.emitWithAck('desk:join', { threadId: place.threadId })).toEqual({ ok: true });

    const grant = (await grants()).find(({ name }) => name === 'Grace H.')!;
    expect((await olga.delete(`/admin/grants/${grant['id'] as string}`)).status).toBe(204);
    expect((await olga.delete(`/admin/grants/${grant['id'] as string}`)).status).toBe(404);
    expect((await grace.get(`/threads/${place.threadId}/desk`)).status).toBe(403);
    expect((await settles(grace, question, 'answered')).status).toBe(403);
    expect((await grace.post(`/questions/${question['id'] as string}/answers`, { body: 'Still me.' })).status).toBe(403);
    expect(((await grace.get(`/threads/${place.threadId}/mine`)).body['may'] as Json)).toMatchObject({ desk: false, live: false });
    // The room was left with a last bell; what happens now rings no more.
    await until('the last bell', () => bells.length > 0);
    await until('the question to be open again', async () => ((await ada.get(`/comments/${question['id'] as string}`)).body['question'] as Json)['status'] === 'open');
    await until('the badge to go', async () => ((await ada.get(`/comments/${said['id'] as string}`)).body['author'] as Json)['roles'].length === 0);
    const heard = bells.length;
    const other = await linus.listens();
    const rung: Json[] = [];
    other.on('desk:bell', (bell: Json) => rung.push(bell));
    await other.emitWithAck('desk:join', { threadId: place.threadId });
    expect((await settles(linus, question, 'taken')).status).toBe(200);
    await until('the bell of those who stay', () => rung.length > 0);
    expect(bells.length).toBe(heard);
    expect(await socket.emitWithAck('desk:join', { threadId: place.threadId })).toMatchObject({ ok: false, problem: { status: 403 } });
  });

  it('can be taken back on the organizer’s page, but never one’s own', async () => {
    const page = await olga.ask('GET', `/api/../organize/${place.slug}`);
    expect(page.text).toContain('Qui peut quoi');
    const mona = await becomes(await world.person('mona').signsIn(), olga, { slug: place.slug, role: 'organizer' }, 'Mona');
    const own = (await grants()).find(({ role }) => role === 'organizer')!;
    expect(await mona.delete(`/admin/grants/${own['id'] as string}`)).toMatchObject({ status: 409, body: { type: '/problems/grant-own' } });
    const [body, headers] = formOf({ grantId: own['id'] as string });
    expect((await olga.ask('POST', `/api/../organize/${place.slug}/grants`, body, headers)).status).toBe(303);
    expect((await mona.get(`/admin/conferences/${place.slug}/grants`)).status).toBe(403);
    const elsewhere = await talkOf(world, olga);
    const [foreign, foreignHeaders] = formOf({ grantId: (await grants())[0]!['id'] as string });
    expect((await olga.ask('POST', `/api/../organize/${elsewhere.slug}/grants`, foreign, foreignHeaders)).status).toBe(404);
  });
});

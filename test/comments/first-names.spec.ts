import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { talkOf } from '../questions/stage.ts';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
});
afterAll(() => world.close());

const namesOf = async (who: Person): Promise<unknown[]> =>
  ((await who.get('/me')).body['personas'] as Json[]).map(({ name }) => name);
const posts = (who: Person, body: Json, kind = 'comments') => who.post(`/threads/${place.threadId}/${kind}`, body);

describe('a first comment with a name', () => {
  it('makes the first persona of an account, and later names are left aside', async () => {
    const ada = await world.person('ada').signsIn();
    const first = await posts(ada, { body: 'My first words', name: 'Ada' });
    expect([first.status, first.body['author']]).toMatchObject([201, { name: 'Ada', roles: [] }]);
    const second = await posts(ada, { body: 'What is more', name: 'Ada Byron' }, 'questions');
    expect([second.status, second.body['author']]).toMatchObject([201, { name: 'Ada' }]);
    expect(await namesOf(ada)).toEqual(['Ada']);
  });

  it('makes none when it is refused, whatever for', async () => {
    const bob = await world.person('bob').signsIn();
    const nowhere = '01a22813-467e-7d4a-9182-19fbe1fdfef0';
    expect((await posts(bob, { body: 'A reply', name: 'Bob', parentId: nowhere })).status).toBe(404);
    expect((await posts(bob, { body: 'Signed by another', name: 'Organizer' })).status).toBe(409);
    await olga.patch(`/admin/threads/${place.threadId}`, { state: 'locked', reason: 'Lunch.' });
    expect((await posts(bob, { body: 'Too late', name: 'Bob' })).status).toBe(409);
    expect((await posts(bob, { body: 'Too late?', anonymous: true }, 'questions')).status).toBe(409);
    await olga.patch(`/admin/threads/${place.threadId}`, { state: 'open', reason: 'Back.' });
    expect(await namesOf(bob)).toEqual([]);
    expect((await posts(bob, { body: 'Without a name' })).body['type']).toMatch(/persona-required$/);
  });

  it('is one comment and one persona when it is sent twice with its key', async () => {
    const carl = await world.person('carl').signsIn();
    const sent = () =>
      carl.ask('POST', `/threads/${place.threadId}/comments`, JSON.stringify({ body: 'Once', name: 'Carl' }), {
        'content-type': 'application/json',
        'idempotency-key': 'carl-1',
      });
    const [one, other] = await Promise.all([sent(), sent()]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.body['id']).toBe(other.body['id']);
    expect(await namesOf(carl)).toEqual(['Carl']);
  });

  it('takes no address from who is signed in', async () => {
    const dora = await world.person('dora').signsIn();
    const refused = await posts(dora, { body: 'With an address', name: 'Dora', email: dora.email });
    expect([refused.status, (refused.body['errors'] as Json[])[0]!['pointer']]).toEqual([422, '#/email']);
  });
});

describe('a first answer at the desk', () => {
  it('names its speaker, and leaves no name behind when it is refused', async () => {
    const grace = await world.person('grace').signsIn();
    const invited = await olga.post(`/admin/conferences/${place.slug}/invitations`, {
      role: 'speaker',
      talkId: place.talkId,
    });
    // The claim makes a persona of the programme's name; this talk has no speaker in it.
    await grace.post('/claims', { token: (invited.body['url'] as string).split('#')[1] });
    const asker = await (await world.person('asker').signsIn()).calledIn(place.slug, 'Asker');
    const asked = (await posts(asker, { body: 'Who will answer?' }, 'questions')).body['id'] as string;
    const answers = () =>
      grace.ask(
        'POST',
        `${world.base}/c/${place.slug}/t/on-leaving/desk`,
        new URLSearchParams({ act: 'answer', id: asked, body: 'I will.', name: 'Grace' }).toString(),
        {
          'content-type': 'application/x-www-form-urlencoded',
          origin: 'http://localhost:3000',
          accept: 'text/html',
          'accept-language': 'en',
        },
      );
    await olga.patch(`/admin/threads/${place.threadId}`, { state: 'locked', reason: 'Lunch.' });
    const refused = await answers();
    expect([refused.status, await namesOf(grace)]).toEqual([409, []]);
    expect(refused.text).toContain('The discussion was locked before this reached it');
    expect(refused.text).not.toContain('the top of its page says why');
    expect(refused.text).toContain('I will.');
    await olga.patch(`/admin/threads/${place.threadId}`, { state: 'open', reason: 'Back.' });
    expect([(await answers()).status, await namesOf(grace)]).toEqual([303, ['Grace']]);
  });
});

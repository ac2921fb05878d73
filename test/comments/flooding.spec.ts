import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeIn, World, type Answer, type Person } from '../support/world.ts';

let world: World;
let beside: World;
let slug: string;
const threads: string[] = [];

beforeAll(async () => {
  world = await World.open({ RATE_LIMITS: 'on' });
  beside = await world.beside({ RATE_LIMITS: 'on' });
  const olga = await world.person('olga').signsIn();
  ({ slug } = await world.conference(olga));
  for (let i = 0; i < 6; i += 1) {
    const { body } = await olga.post(`/admin/conferences/${slug}/threads`, {
      slug: `thread-${i}`,
      title: `Thread ${i}`,
    });
    threads.push(body['id'] as string);
  }
});
afterAll(async () => {
  await beside.close();
  await world.close();
});

const flooded = { status: 429, body: { type: '/problems/comment-flood' } };

/** Says something in every thread at once, through the node each thread is given. */
const saysEverywhere = (who: Person, nodeOf: (i: number) => World): Promise<Answer[]> =>
  Promise.all(
    threads.map((id, i) =>
      who.post(`${nodeOf(i).base}/api/v1/threads/${id}/comments`, { body: `Said by ${who.email} in thread ${i}` }),
    ),
  );

/** Each attempt by an account of its own, so that none waits three seconds for the next. */
async function attempts(name: string, nodeOf: (i: number) => World): Promise<Answer[][]> {
  const answers: Answer[][] = [];
  for (let i = 0; i < 5; i += 1) {
    const who = await (await world.person(`${name}${i}`).signsIn()).calledIn(slug, `${name} ${i}`);
    answers.push(await saysEverywhere(who, nodeOf));
  }
  return answers;
}

describe('saying something in many threads at once', () => {
  it.each([
    ['on one node', () => world],
    ['on two nodes', (i: number) => (i % 2 === 0 ? world : beside)],
  ])('is one contribution, and the others are too fast, %s', async (where, nodeOf) => {
    for (const answers of await attempts(where.replaceAll(' ', '-'), nodeOf)) {
      const refused = answers.filter(({ status }) => status !== 201);
      expect({ said: answers.length - refused.length }).toEqual({ said: 1 });
      for (const answer of refused) {
        expect(answer).toMatchObject(flooded);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      }
    }
  });

  it('is done one after the other once three seconds have passed', async () => {
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    await ada.says(threads[0]!, 'The first');
    for (const node of [world, beside]) node.advance({ seconds: 4 });
    await ada.says(threads[1]!, 'The second');
  });
});

describe('a guest’s right code within three seconds of another', () => {
  it('signs in and gives the words back, which are published when they are sent later', async () => {
    const guest = world.person('guest');
    const codeFor = async (threadId: string, body: string): Promise<string> => {
      const before = await world.mails();
      const asked = await guest.post(`/threads/${threadId}/comments`, { body, name: 'A guest', email: guest.email });
      expect(asked.status).toBe(202);
      return codeIn(await world.nextMail(before, guest.email));
    };
    const confirms = (code: string): Promise<Answer> => guest.post('/auth/sessions', { email: guest.email, code });
    const [one, two] = [await codeFor(threads[2]!, 'One of two'), await codeFor(threads[3]!, 'Two of two')];
    expect((await confirms(one)).body['refused']).toBeUndefined();
    const { status, body } = await confirms(two);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        refused: { type: '/problems/comment-flood', status: 429 },
        kept: { threadId: threads[3], body: 'Two of two', name: 'A guest' },
      },
    });
    guest.token = body['token'] as string;
    world.advance({ seconds: 4 });
    expect((await guest.says(threads[3]!, 'Two of two'))['state']).toBe('visible');
  });
});

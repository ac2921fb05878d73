import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until, World, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
beforeAll(async () => {
  world = await World.open();
});
// The clock moves by months here, which ends every session.
beforeEach(async () => {
  olga = await world.person('olga').signsIn();
  ada = await world.person('ada').signsIn();
});
afterAll(async () => {
  await world.close();
});

describe('the thread of a talk', () => {
  it('goes from upcoming to questions, open, read-only and archived, each with a number', async () => {
    const day = (n: number): string =>
      new Date(world.clock.now().getTime() + n * 86_400_000).toISOString().slice(0, 10);
    const { slug } = await world.conference(olga, {
      startsOn: day(3),
      endsOn: day(3),
      settings: { screening: 'none' },
    });
    await ada.calledIn(slug, 'Ada');
    const talk = await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'in-three-days',
      title: 'In three days',
      startsAt: `${day(3)}T12:00:00.000Z`,
      durationMinutes: 30,
    });
    const threadId = talk.body['threadId'] as string;
    const shows = (state: string): Promise<unknown> =>
      until(`the state ${state}`, async () => (await ada.get(`/threads/${threadId}`)).body['state'] === state);
    const says = async (body: string): Promise<number> =>
      (await ada.post(`/threads/${threadId}/comments`, { body })).status;
    await shows('upcoming');
    const begun = (await ada.get(`/threads/${threadId}`)).body['seq'] as number;
    expect(await says('Too early.')).toBe(409);
    world.advance({ days: 2.5 });
    await shows('questions');
    expect(await says('Still too early for comments.')).toBe(409);
    world.advance({ days: 1 });
    await shows('open');
    const posted = await ada.says(threadId, 'Now.');
    world.advance({ days: 91 });
    await ada.signsIn(); // A session idle for so long has ended.
    await shows('readonly');
    expect(await says('Too late.')).toBe(409);
    expect((await ada.put(`/comments/${posted['id'] as string}/vote`)).status).toBe(409);
    world.advance({ days: 31 });
    await shows('archived');
    const changes = await ada.get(`/threads/${threadId}/changes?after=${begun}`);
    expect(changes.body).toMatchObject({ thread: { state: 'archived' }, more: false });
    // Four phases and one comment.
    expect((changes.body['to'] as number) - begun).toBe(5);
  });

  it('never permits what its phase forbids, also before the job has shown the phase', async () => {
    const { slug, threadId } = await world.conference(olga);
    await ada.calledIn(slug, 'Ada');
    world.advance({ days: 100 });
    ada.token = null;
    await ada.signsIn();
    expect(await ada.post(`/threads/${threadId}/comments`, { body: 'In the very moment of closing.' })).toMatchObject({
      status: 409,
      body: { type: '/problems/thread-closed' },
    });
  });
});

describe('health', () => {
  it('says that the process lives and that it can work', async () => {
    expect((await fetch(`${world.base}/health/live`)).status).toBe(200);
    const ready = await fetch(`${world.base}/health/ready`);
    expect({ status: ready.status, body: await ready.json() }).toMatchObject({
      status: 200,
      body: { status: 'ok', details: { database: { status: 'up' } } },
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { PhaseKeeper } from '../../src/threads/phase-keeper.ts';
import { Person, until, World, type Answer } from '../support/world.ts';

let world: World;
let olga: Person;
let slug: string;
let threadIds: string[];

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  const conference = await world.conference(olga);
  slug = conference.slug;
  const opened = await Promise.all(
    Array.from({ length: 39 }, (_, i) =>
      olga.post(`/admin/conferences/${slug}/threads`, { slug: `t-${i}`, title: `Thread ${i}` }),
    ),
  );
  threadIds = [conference.threadId, ...opened.map(({ body }) => body['id'] as string)];
});
afterAll(() => world.close());

const changes = (settings: object, by = olga): Promise<Answer> => by.patch(`/admin/conferences/${slug}`, { settings });
const progress = async (): Promise<unknown> => (await olga.get(`/admin/conferences/${slug}/progress`)).body;
const numbers = async (): Promise<number[]> =>
  (
    await world.query<{ seq: number }>('select seq from thread_heads where thread_id = any($1) order by thread_id', [
      threadIds,
    ])
  ).map(({ seq }) => seq);

/** Runs the recurring task without waiting for its turn. */
const allFollow = (): Promise<true> =>
  until('all threads to follow', async () => {
    await world.app.get(PhaseKeeper).keepPhases();
    return JSON.stringify(await progress()) === '{"threads":40,"remaining":0}';
  });

describe('a change of a conference', () => {
  it('reaches each of its threads by a number of its own, once', async () => {
    const before = await numbers();
    expect((await changes({ screening: 'all' })).status).toBe(200);
    await allFollow();
    expect(await numbers()).toEqual(before.map((seq) => seq + 1));
    expect((await olga.get(`/threads/${threadIds[7]}`)).body['screening']).toBe('all');
  });

  it('does not wait for a thread that is busy, says what is to come, and reaches it later', async () => {
    const elsewhere = new pg.Client({ connectionString: world.databaseUrl });
    await elsewhere.connect();
    await elsewhere.query('begin');
    await elsewhere.query('select from thread_heads where thread_id = $1 for update', [threadIds[3]]);
    // One that waits for a lock no longer than in operation.
    const hasty = await world.beside({}, { patience: 1 });
    expect((await changes({ screening: 'first' }, new Person(hasty, olga.email, olga.token))).status).toBe(200);
    expect(await progress()).toMatchObject({ threads: 40 });
    const page = await fetch(`${world.base}/organize/${slug}?lang=en`, {
      headers: { cookie: `session=${olga.token}` },
    });
    expect(await page.text()).toMatch(/Your change is being applied to the discussions: \d+ of 40 left/);
    const [{ seq }] = (
      await elsewhere.query<{ seq: number }>('select seq from thread_heads where thread_id = $1', [threadIds[3]])
    ).rows as [{ seq: number }];
    await elsewhere.query('rollback');
    await elsewhere.end();
    await allFollow();
    await hasty.close();
    expect((await olga.get(`/threads/${threadIds[3]}`)).body).toMatchObject({ screening: 'first', seq: seq + 1 });
  });

  it('is finished by another node when the one that began has ended', async () => {
    const before = await numbers();
    // As a node leaves it that was killed between the change and its threads, with some of them claimed.
    await world.query(
      `insert into due_thread_updates (thread_id, is_announced, claimed_until)
      select id, true, now() - interval '1 second' from unnest($1::uuid[]) as u(id)`,
      [threadIds],
    );
    await allFollow();
    expect(await numbers()).toEqual(before.map((seq) => seq + 1));
  });

  it('tells only who organizes it how far it is', async () => {
    expect((await world.person('stranger').get(`/admin/conferences/${slug}/progress`)).status).toBe(401);
    const eve = await world.person('eve').signsIn();
    expect((await eve.get(`/admin/conferences/${slug}/progress`)).status).toBe(403);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { until, World, type Answer, type Json, type Person } from '../support/world.ts';
import { rowsIn } from './recomputed.ts';

let world: World;
let slug: string;
let olga: Person;
let visitor: Person;
let people: Person[];
let questions: Json[];

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug } = await world.conference(olga, { locale: 'en' }));
  const startsAt = new Date(world.clock.now().getTime() - 600_000).toISOString();
  const talk = { slug: 'on-numbers', title: 'On numbers', startsAt, durationMinutes: 30, room: 'A' };
  const { body } = await olga.post(`/admin/conferences/${slug}/talks`, talk);
  people = await Promise.all(
    ['ann', 'bob', 'cid', 'dan', 'eve', 'fay', 'gus'].map(async (name) =>
      (await world.person(name).signsIn()).calledIn(slug, name),
    ),
  );
  questions = [];
  for (const person of people) {
    const asked = await person.post(`/threads/${body['threadId'] as string}/questions`, { body: 'Why is that so?' });
    expect(asked.status).toBe(201);
    questions.push(asked.body);
  }
  visitor = world.person('nobody');
  // Recurring tasks have begun, so that nothing happens in the thread but the test's own acts.
  await world.runNow('threads/follow-phases');
  await until('all questions to be counted', async () => (await asked()) === people.length || null);
});
afterAll(() => world.close());

const asked = async (): Promise<number | null> =>
  (await visitor.get(`/conferences/${slug}/figures/fate-of-questions`)).body['denominator'] as number | null;

const page = (who: Person, headers: Record<string, string> = {}, around = ''): Promise<Answer> =>
  who.get(`${world.base}/c/${slug}${around}/figures`, { accept: 'text/html', 'accept-language': 'en', ...headers });

const file = async (): Promise<string> =>
  (await visitor.get(`/conferences/${slug}/figures/fate-of-questions.csv`)).text;

const withoutIds = (csv: string): Record<string, string>[] => rowsIn(csv).map(({ id: _id, ...row }) => row);

/** Runs while nobody can read a comment, so that an answer that needs one would never come. */
async function whileCommentsAreLocked(run: () => Promise<void>): Promise<void> {
  const locking = new pg.Client({ connectionString: world.databaseUrl });
  await locking.connect();
  try {
    await locking.query('begin; lock table comments in access exclusive mode');
    await run();
  } finally {
    await locking.end();
  }
}

describe('figures that were asked before', () => {
  it('give their rows again without reading them, each with another id', async () => {
    const first = await file();
    await whileCommentsAreLocked(async () => {
      const again = await file();
      expect(withoutIds(again)).toEqual(withoutIds(first));
      expect(rowsIn(again)).toHaveLength(people.length);
      const ids = [first, again].flatMap((csv) => rowsIn(csv).map(({ id }) => id));
      expect(new Set(ids).size).toBe(2 * people.length);
    });
  });

  it('are unchanged to who has their page, and the same bytes to everybody without a session', async () => {
    const talk = '/t/on-numbers';
    const first = await page(visitor, {}, talk);
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=0/);
    const etag = first.headers.get('etag')!;
    await whileCommentsAreLocked(async () => {
      expect((await page(visitor, { 'if-none-match': etag }, talk)).status).toBe(304);
      expect((await page(world.person('another'), {}, talk)).text).toBe(first.text);
    });
  });

  it('are drawn for a reader with a session, and nothing of that reaches one without', async () => {
    const shared = await page(visitor);
    const own = await page(people[0]!, { 'if-none-match': shared.headers.get('etag')! });
    expect([own.status, own.headers.get('etag'), own.headers.get('cache-control')]).toEqual([200, null, 'no-store']);
    expect(own.text).not.toBe(shared.text);
    expect(own.text).toContain('href="/me"');
    const after = await page(visitor);
    expect(after.text).toBe(shared.text);
    expect(after.text).not.toContain('href="/me"');
  });

  it('are kept for each language by itself', async () => {
    const french = await page(visitor, { 'accept-language': 'fr' });
    expect(french.text).toContain('<html lang="fr"');
    expect((await page(visitor)).text).toContain('<html lang="en"');
    expect((await page(visitor, { 'accept-language': 'fr' })).text).toBe(french.text);
  });

  it('of a large conference are shown as they are kept while they are counted anew, so that nobody waits', async () => {
    const names = ['fate-of-questions', 'comments-by-phase', 'votes', 'time-to-an-answer'];
    const read = async (): Promise<Json[]> =>
      Promise.all(names.map(async (name) => (await visitor.get(`/conferences/${slug}/figures/${name}`)).body));
    const before = await read();
    expect(before.map(({ asOf }) => asOf)).toEqual(names.map(() => expect.any(String)));
    await world.query(`update figure_sums set took_ms = 60000, counted_at = 'epoch' where figure = any($1)`, [names]);
    // Nothing can be counted meanwhile: an answer that waits for it would never come.
    await whileCommentsAreLocked(async () => expect(await read()).toEqual(before));
    await until('all of them to be counted anew', async () => {
      const late = await world.query(`select from figure_sums where counted_at = 'epoch'`);
      return late.length === 0;
    });
    expect(await read()).toEqual(before.map((figure) => ({ ...figure, asOf: expect.any(String) })));
    // Counting took as long as the lock, and rests ten times as long.
    await world.query('delete from figure_sums');
  });

  it('change with what happens: neither the page nor the rows of an older count are given again', async () => {
    const before = await page(visitor);
    expect(before.text).toContain('0 of 7 questions were answered');
    expect((await people[0]!.delete(`/comments/${questions[0]!['id'] as string}`)).status).toBe(204);
    await until('one question less', async () => (await asked()) === people.length - 1 || null);
    const after = await page(visitor, { 'if-none-match': before.headers.get('etag')! });
    expect(after.status).toBe(200);
    expect(after.text).toContain('0 of 6 questions were answered');
    expect(rowsIn(await file())).toHaveLength(people.length - 1);
  });

  it('change with what stands around them', async () => {
    const before = await page(visitor);
    const renamed = await olga.patch(`/admin/conferences/${slug}`, { title: 'Assises of numbers' });
    expect(renamed.status).toBe(200);
    const after = await page(visitor, { 'if-none-match': before.headers.get('etag')! });
    expect(after.status).toBe(200);
    expect(after.text).toContain('Assises of numbers');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forum, queue, withholds, type ModeratedForum } from '../moderation/forum.ts';
import { until, type Json, type Person } from '../support/world.ts';
import { RECOMPUTED, rowsIn, type FigureFileRow } from './recomputed.ts';

let f: ModeratedForum;
let people: Person[];

const figureOnce = (name: string, is: (answer: Json) => boolean): Promise<Json> =>
  until(`${name} to be counted`, async () => {
    const { body } = await f.world.person('nobody').get(`/conferences/${f.slug}/figures/${name}`);
    return is(body) ? body : null;
  });

const rowsOf = async (name: string): Promise<FigureFileRow[]> =>
  rowsIn((await f.world.person('nobody').get(`/conferences/${f.slug}/figures/${name}.csv`)).text);

const partsOf = (answer: Json): Record<string, unknown> =>
  Object.fromEntries((answer['parts'] as Json[]).map(({ name, value }) => [name, value]));

beforeAll(async () => {
  f = await forum({ screening: 'none' });
  people = await Promise.all(
    Array.from({ length: 12 }, async (_, i) =>
      (await f.world.person(`person-${i}`).signsIn()).calledIn(f.slug, `Person ${i}`),
    ),
  );
});
afterAll(() => f.world.close());

describe('the value of a figure', () => {
  it('of decisions is how many were reversed, out of all holds, hides and appeals up to today', async () => {
    const { mona, olga, slug, threadId, world } = f;
    for (const [i, person] of people.entries())
      expect((await withholds(mona, await person.says(threadId, `Words number ${i}`), `Reason ${i}`)).status).toBe(200);
    for (const person of people.slice(0, 10)) {
      const [statement] = (await person.get('/me/statements')).body['items'] as [Json];
      const path = `/decisions/${statement['decisionId'] as string}/appeals`;
      expect((await person.post(path, { reason: 'I do not agree.' })).status).toBe(201);
    }
    for (const [i, { appeal }] of (await queue(olga, slug, 'appeals')).entries()) {
      const outcome = i < 5 ? 'reversed' : 'upheld';
      const path = `/admin/appeals/${(appeal as Json)['id'] as string}/decision`;
      expect((await olga.post(path, { outcome, reason: 'After a second look' })).status).toBe(200);
    }
    expect(await figureOnce('decisions-about-words', () => true)).toMatchObject({ denominator: null });
    world.advance({ hours: 30 });
    const answer = await figureOnce('decisions-about-words', ({ value }) => value !== null);
    expect(answer).toMatchObject({
      value: 5,
      denominator: 22,
      sentence: '12 comments were hidden, 5 decisions were reversed.',
    });
    expect(partsOf(answer)).toMatchObject({ withheld: 12, appealed: 5, reversed: 5 });
    expect(RECOMPUTED['decisions-about-words']!(await rowsOf('decisions-about-words'))).toBe(5);
  });

  it('of recaps is how many participants published', async () => {
    await Promise.all(people.map((person) => person.signsIn()));
    for (const [i, person] of people.slice(0, 6).entries()) {
      const recap = { title: `What I took along, part ${i}`, markdown: 'It was a good day.', published: true };
      expect((await person.post(`/conferences/${f.slug}/recaps`, recap)).status).toBe(201);
    }
    const answer = await figureOnce('recaps', ({ value }) => value === 6);
    expect(answer).toMatchObject({
      denominator: 6,
      sentence: '6 recaps were published, 6 of them by participants.',
    });
    expect(RECOMPUTED['recaps']!(await rowsOf('recaps'))).toBe(6);
  });

  it('of speaking is what the most active tenth said, once fifty people have spoken', async () => {
    const { world, threadId } = f;
    // Forty-nine say one thing each; then four of them say ten more, and somebody new says eleven.
    let from = 0;
    const speaks = (first: number, last: number, times: number): Promise<unknown> =>
      world.query(
        `insert into comments (
           id, thread_id, seq, changed_seq, kind, persona_id, author_name, source, html, posted_at
         )
         select gen_random_uuid(), $1, $6 + i * 100 + n, $6 + i * 100 + n, 'comment',
           md5('speaker ' || i)::uuid, 'Speaker ' || i, 'Words', '<p>Words</p>', $2
         from generate_series($3::int, $4::int) i, generate_series(1, $5::int) n`,
        [threadId, world.clock.ago({ days: 2 }), first, last, times, (from += 10_000)],
      );
    await world.query(
      `insert into accounts (id, address_cipher, address_key_id, address_index, locale, created_on)
       select md5('speaker account ' || i)::uuid, '\\x00', 'test', decode(md5('speaker ' || i), 'hex'),
         'en', current_date
       from generate_series(1, 50) i`,
    );
    await world.query(
      `insert into personas (id, account_id, conference_id, name, tagline, avatar_seed)
       select md5('speaker ' || i)::uuid, md5('speaker account ' || i)::uuid, t.conference_id, 'Speaker ' || i, '', ''
       from generate_series(1, 50) i, threads t
       where t.id = $1`,
      [threadId],
    );
    // Nothing else that was said counts.
    await world.query('update comments set withdrawn_at = posted_at where thread_id = $1', [threadId]);
    await speaks(1, 49, 1);
    await world.query(`delete from figure_sums where figure = 'spread-of-speaking'`);
    const few = await figureOnce('spread-of-speaking', () => true);
    expect(few).toMatchObject({ value: null, denominator: null, suppressed: true });
    expect(await rowsOf('spread-of-speaking')).toEqual([]);
    await speaks(50, 50, 11);
    await speaks(1, 4, 10);
    await world.query(`delete from figure_sums where figure = 'spread-of-speaking'`);
    const answer = await figureOnce('spread-of-speaking', ({ value }) => value !== null);
    expect(answer).toMatchObject({ value: 55, denominator: 100 });
    const rows = await rowsOf('spread-of-speaking');
    expect(rows).toHaveLength(50);
    expect(RECOMPUTED['spread-of-speaking']!(rows)).toBe(55);
    expect(JSON.stringify(rows)).not.toMatch(/Speaker/);
  });
});

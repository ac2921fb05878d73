import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, type Queryable } from '../../src/platform/database/database.ts';
import { talksBefore } from '../../src/programme/raise-edition.ts';
import { ProgrammeReader, type ParsingLimits } from '../../src/imports/programme-reader.ts';
import { World, type Json, type Person } from '../support/world.ts';
import { HOSTILE_PROGRAMMES } from './hostile-programmes.ts';

let world: World;
let olga: Person;
let usual: ParsingLimits;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  usual = world.app.get(ProgrammeReader, { strict: false }).limits;
});
afterAll(() => world.close());

async function conference(): Promise<string> {
  const slug = `h${Math.floor(Math.random() * 1e9)}`;
  const made = await olga.post('/admin/conferences', {
    slug,
    title: 'Imported',
    timeZone: 'Europe/Berlin',
    locale: 'en',
    startsOn: '2026-05-02',
    endsOn: '2026-05-03',
  });
  expect(made.status).toBe(201);
  return slug;
}

const imports = (slug: string, file: string): Promise<{ status: number; body: Json }> =>
  olga.ask('POST', `/admin/conferences/${slug}/imports`, file, {
    'content-type': file.startsWith('<') ? 'application/xml' : 'application/json',
  });

const hostile = (name: string, n: number): string =>
  HOSTILE_PROGRAMMES.find((programme) => programme.name === name)!.make(n);

/** In one room, one after another or all at once. */
const programme = (talks: number, minutesApart = 0): string =>
  JSON.stringify({
    schedule: {
      conference: {
        acronym: 'big',
        title: 'Big',
        start: '2026-05-02',
        end: '2026-05-02',
        time_zone_name: 'Europe/Paris',
        days: [
          {
            date: '2026-05-02',
            rooms: {
              Aula: Array.from({ length: talks }, (_, i) => ({
                guid: `g${i}`,
                date: new Date(Date.UTC(2026, 4, 2, 8) + i * minutesApart * 60_000).toISOString(),
                start: '10:00',
                duration: '00:45',
                title: `Talk ${i}`,
                abstract: `<p>About ${i}, <b>at length</b>.</p>`.repeat(4),
                persons: [{ id: i % 300, public_name: `Speaker ${i % 300}` }],
              })),
            },
          },
        ],
      },
    },
  });

async function within(limits: Partial<ParsingLimits>, work: () => Promise<void>): Promise<void> {
  const reader = world.app.get(ProgrammeReader, { strict: false });
  reader.limits = { ...usual, ...limits };
  try {
    await work();
  } finally {
    reader.limits = usual;
  }
}

interface PlanNode {
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: PlanNode[];
}

const rowsOf = (plan: PlanNode): number =>
  (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Join Filter'] ?? 0)) *
    plan['Actual Loops'] +
  (plan.Plans ?? []).reduce((sum, each) => sum + rowsOf(each), 0);

/** Number of rows that a statement of `work` looks at, each as often as it does. */
async function rowsLookedAt(tx: Queryable, work: (tx: Queryable) => Promise<unknown>): Promise<number> {
  let rows = NaN;
  await work({
    query: async (sql: string, values?: readonly unknown[]) => {
      const [answer] = await tx.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `explain (analyze, timing off, format json) ${sql}`,
        values,
      );
      rows = rowsOf(answer!['QUERY PLAN'][0].Plan);
      return [];
    },
  });
  return rows;
}

describe('reading a programme that takes too much', () => {
  it('ends after its time with a problem that says so, and changes nothing', async () => {
    const slug = await conference();
    await within({ seconds: 0.01 }, async () => {
      expect(await imports(slug, programme(1_500))).toMatchObject({
        status: 422,
        body: { type: '/problems/schedule-too-heavy', seconds: 1 },
      });
    });
    expect((await olga.get(`/conferences/${slug}/talks`)).body['items']).toEqual([]);
    expect(await imports(slug, programme(2))).toMatchObject({ status: 200, body: { added: 2 } });
  });

  it('ends at its memory, and the server goes on', async () => {
    const slug = await conference();
    await within({ megabytes: 24 }, async () => {
      expect(
        await imports(slug, `<schedule><conference/><day>${'<a/>'.repeat(400_000)}</day></schedule>`),
      ).toMatchObject({ status: 422, body: { type: '/problems/schedule-too-heavy' } });
    });
    expect((await olga.get(`/conferences/${slug}`)).status).toBe(200);
  });

  it('answers others while it reads', async () => {
    const slug = await conference();
    let isDone = false;
    const importing = imports(slug, hostile('many long texts', 3)).finally(() => {
      isDone = true;
    });
    let answered = 0;
    while (!isDone) answered += (await olga.get(`/conferences/${slug}`)).status === 200 ? 1 : 0;
    expect((await importing).body).toMatchObject({ added: 3 });
    // Read in the same thread, the first of these would have been answered after the last.
    expect(answered).toBeGreaterThan(5);
  });
});

describe('a programme of 1,500 talks', () => {
  it('comes in whole, and a second time changes nothing', async () => {
    const slug = await conference();
    const file = programme(1_500);
    expect((await imports(slug, file)).body).toMatchObject({ added: 1_500, problems: [] });
    expect((await imports(slug, file)).body).toMatchObject({ added: 0, changed: 0, unchanged: 1_500 });
    expect((await imports(slug, file.replace('About 7,', 'About seven,'))).body).toMatchObject({
      changed: 1,
      unchanged: 1_499,
    });
    const [{ threads }] = (await world.query(
      `select count(*)::int threads from threads t
       join talks k on k.thread_id = t.id
       join conferences c on c.id = k.conference_id
       where c.slug = $1`,
      [slug],
    )) as [Json];
    expect(threads).toBe(1_500);
  });

  it('finds the talks before those that were written without looking at each pair of a room', async () => {
    const file = programme(1_500, 0.5);
    const slugs = [await conference(), await conference()];
    for (const slug of slugs) expect((await imports(slug, file)).body).toMatchObject({ added: 1_500 });
    const ids = (
      await world.query<{ id: string }>(
        `select k.id from talks k
         join conferences c on c.id = k.conference_id
         where c.slug = $1
         order by (select min(starts_at) from talk_slots where talk_id = k.id)`,
        [slugs[0]],
      )
    ).map(({ id }) => id);
    const database = world.app.get(Database, { strict: false });
    await database.transaction(async (tx) => {
      expect(await talksBefore(tx, ids)).toEqual([]);
      expect(new Set(await talksBefore(tx, ids.slice(750)))).toEqual(new Set(ids.slice(0, 750)));
      // The texts have a million pairs; 22,000 rows are looked at.
      for (const written of [ids, ids.slice(750)])
        expect(await rowsLookedAt(tx, (counted) => talksBefore(counted, written))).toBeLessThan(100_000);
    });
  });

  it('gives talks of one title an address each', async () => {
    const slug = await conference();
    await imports(slug, programme(300).replaceAll(/"Talk \d+"/g, '"The same"'));
    const slugs = (
      await world.query('select k.slug from talks k join conferences c on c.id = k.conference_id where c.slug = $1', [
        slug,
      ])
    ).map((row) => row['slug'] as string);
    expect(new Set(slugs).size).toBe(300);
    expect(slugs).toEqual(expect.arrayContaining(['the-same', 'the-same-2', 'the-same-300']));
  });

  it('is compared again when somebody else changed the programme meanwhile', async () => {
    const slug = await conference();
    const answers = await Promise.all([imports(slug, programme(400)), imports(slug, programme(400))]);
    expect(answers.map(({ body }) => (body['added'] as number) + (body['unchanged'] as number))).toEqual([400, 400]);
    expect(answers.reduce((sum, { body }) => sum + (body['added'] as number), 0)).toBe(400);
  });
});

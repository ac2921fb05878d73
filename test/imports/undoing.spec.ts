import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until, World, type Answer, type Json, type Person } from '../support/world.ts';
import pg from 'pg';
import { conferenceOf, event, importsInto, schedule } from './programmes.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const importsOf = async (slug: string): Promise<Json[]> =>
  (await olga.get(`/admin/conferences/${slug}/imports`)).body['items'] as Json[];
const undoes = (slug: string, id: string, query = ''): Promise<Answer> =>
  olga.post(`/admin/conferences/${slug}/imports/${id}/undo${query}`);
const idOf = (answer: Answer): string => answer.body['importId'] as string;

/** The programme as readers and organizers have it, without the numbers that rise with each change. */
async function programmeOf(slug: string): Promise<Json[]> {
  const talks: Json[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body }: Answer = await olga.get(`/conferences/${slug}/talks?limit=100${query}`);
    talks.push(...(body['items'] as Json[]));
    cursor = body['next'] as string | null;
  }
  return talks
    .map(({ edition: _edition, counts: _counts, ...talk }) => talk)
    .toSorted((a, b) => String(a['guid']).localeCompare(String(b['guid'])));
}
const titlesOf = async (slug: string): Promise<string[]> =>
  (await programmeOf(slug)).map(({ title, status }) => `${title as string} ${status as string}`);

const talk = (n: number, fields: Json = {}): Json =>
  event({ guid: `g${n}`, title: `Talk number ${n}`, persons: [{ id: n, public_name: `Speaker ${n}` }], ...fields });

describe('undoing an import', () => {
  it('waits for what reads the logs of its talks, and then takes them all away', async () => {
    const slug = await conferenceOf(olga);
    const done = await importsInto(olga, slug, schedule([talk(1), talk(2)]));
    const [{ threadId }] = (await olga.get(`/conferences/${slug}/talks`)).body['items'] as [Json];
    const reader = new pg.Client({ connectionString: world.databaseUrl });
    await reader.connect();
    await reader.query('begin');
    await reader.query(`insert into reader_places (reader, thread_id, n) values ('slow', $1, 0)`, [threadId]);
    const undone = undoes(slug, idOf(done));
    await until('the undoing to wait for the reader', async () => {
      const waiting = await world.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length > 0;
    });
    await reader.query('commit');
    await reader.end();
    expect((await undone).status).toBe(200);
    expect(await programmeOf(slug)).toEqual([]);
  });

  it('gives the programme back as it was: what was added is gone, what was changed, moved or cancelled is back', async () => {
    const slug = await conferenceOf(olga);
    const first = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => talk(n));
    await importsInto(olga, slug, schedule(first));
    const before = await programmeOf(slug);
    const second = await importsInto(
      olga,
      slug,
      schedule([
        talk(1, { title: 'Talk number 1, again', abstract: 'Another abstract' }),
        talk(2, { date: '2026-05-02T16:00:00+02:00', room: 'Hall' }),
        talk(3, { persons: [{ id: 3, public_name: 'Speaker 3', biography: 'A new biography' }] }),
        ...first.slice(3, 8),
        talk(10),
      ]),
    );
    expect(second.body).toMatchObject({ added: 1, changed: 2, moved: 1, cancelled: 1, importId: expect.any(String) });
    expect(await programmeOf(slug)).not.toEqual(before);
    const asked = await undoes(slug, idOf(second), '?dryRun=true');
    expect(asked.body).toMatchObject({ changed: 3, moved: 1, cancelled: 1, unchanged: 5, problems: [] });
    const undone = await undoes(slug, idOf(second));
    expect(undone).toMatchObject({ status: 200, body: asked.body });
    expect(await programmeOf(slug)).toEqual(before);
    for (const { threadId, slug: address, title } of before)
      expect((await olga.get(`/threads/${threadId as string}`)).body).toMatchObject({ slug: address, title });
  });

  it('is listed with who, when, which file and what it did; a second time it says that it was undone', async () => {
    const slug = await conferenceOf(olga);
    await olga.calledIn(slug, 'Olga');
    const form = new FormData();
    form.set('file', new Blob([schedule([talk(1)])], { type: 'application/json' }), 'mine of olga@mail.example.json');
    const headers = { authorization: `Bearer ${olga.token!}` };
    const path = `${world.base}/api/v1/admin/conferences/${slug}/imports`;
    const { importId } = (await (await fetch(path, { method: 'POST', body: form, headers })).json()) as Json;
    expect((await importsInto(olga, slug, schedule([talk(1)]))).body['importId']).toBeNull();
    expect((await importsInto(olga, slug, schedule([talk(2)]), '?dryRun=true')).body['importId']).toBeNull();
    expect(await importsOf(slug)).toEqual([
      {
        id: importId,
        at: expect.any(String),
        by: 'Olga',
        fileName: 'mine of •••@•••',
        added: 1,
        changed: 0,
        moved: 0,
        cancelled: 0,
        unchanged: 0,
        undoneAt: null,
      },
    ]);
    expect((await undoes(slug, importId as string)).body).toMatchObject({ cancelled: 1, importId });
    expect(await importsOf(slug)).toMatchObject([{ id: importId, undoneAt: expect.any(String) }]);
    expect(await undoes(slug, importId as string)).toMatchObject({
      status: 409,
      body: {
        type: '/problems/import-undone',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        detail: expect.stringMatching(/^It was undone on \w+day,? \d+ \w+ \d{4} at \d\d:\d\d UTC\./),
      },
    });
  });

  it('moves no comment: an added talk with comments becomes cancelled, and keeps its discussion and its address', async () => {
    const slug = await conferenceOf(olga);
    const added = await importsInto(olga, slug, schedule([talk(1), talk(2)]));
    const [commented, silent] = (await programmeOf(slug)) as [Json, Json];
    world.clock.correction += Date.parse('2026-05-02T12:00:00Z') - world.clock.now().getTime();
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    const said = await ada.says(commented['threadId'] as string, 'I was there');
    const { body } = await undoes(slug, idOf(added));
    expect(body).toMatchObject({ cancelled: 2, problems: [{ place: 'talk "Talk number 1"' }] });
    expect(body['changes']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ talkId: commented['id'], kind: 'cancelled', staysBecause: 'comments' }),
        expect.objectContaining({
          talkId: silent['id'],
          kind: 'cancelled',
          fields: [{ name: 'status', from: 'confirmed', to: null }],
        }),
      ]),
    );
    expect(await titlesOf(slug)).toEqual(['Talk number 1 cancelled']);
    expect((await olga.get(`/comments/${said['id'] as string}`)).body).toMatchObject({ state: 'visible' });
    expect((await olga.get(`/threads/${commented['threadId'] as string}`)).body).toMatchObject({
      slug: commented['slug'],
    });
    expect((await olga.get(`/threads/${silent['threadId'] as string}`)).status).toBe(404);
    // The same file brings both back, one with its discussion.
    expect((await importsInto(olga, slug, schedule([talk(1), talk(2)]))).body).toMatchObject({ added: 1, changed: 1 });
  });

  it('keeps an added talk to which somebody was invited', async () => {
    const slug = await conferenceOf(olga);
    const added = await importsInto(olga, slug, schedule([talk(1)]));
    const [{ id }] = (await programmeOf(slug)) as [Json];
    await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'speaker', talkId: id });
    expect((await undoes(slug, idOf(added))).body['changes']).toMatchObject([{ staysBecause: 'people' }]);
    expect(await titlesOf(slug)).toEqual(['Talk number 1 cancelled']);
  });

  it('leaves and names what was edited by hand or imported since', async () => {
    const slug = await conferenceOf(olga);
    await importsInto(olga, slug, schedule([talk(1), talk(2)]));
    const second = await importsInto(
      olga,
      slug,
      schedule([talk(1, { title: 'Talk number 1, later', subtitle: 'New' }), talk(2, { subtitle: 'New' }), talk(3)]),
    );
    const [one, , three] = (await programmeOf(slug)) as [Json, Json, Json];
    await olga.patch(`/admin/talks/${one['id'] as string}`, { subtitle: 'By hand' });
    await olga.patch(`/admin/talks/${three['id'] as string}`, { room: 'By hand' });
    await importsInto(
      olga,
      slug,
      schedule([talk(1, { title: 'Talk number 1, later' }), talk(2, { subtitle: 'Newer' }), talk(3)]),
    );
    const { body } = await undoes(slug, idOf(second));
    const changes = body['changes'] as Json[];
    const of = (n: number): Json => changes.find(({ guid }) => guid === `g${n}`)!;
    expect(of(1)).toMatchObject({
      kind: 'changed',
      fields: [{ name: 'title', from: 'Talk number 1, later', to: 'Talk number 1' }],
      kept: [{ name: 'subtitle', from: 'By hand', to: '' }],
    });
    expect(of(2)).toMatchObject({ kind: 'unchanged', kept: [{ name: 'subtitle', from: 'Newer', to: '' }] });
    expect(of(3)).toMatchObject({ kind: 'unchanged', staysBecause: 'changes' });
    expect(body['problems']).toHaveLength(3);
    expect(await programmeOf(slug)).toMatchObject([
      { title: 'Talk number 1', subtitle: 'By hand' },
      { subtitle: 'Newer' },
      { room: 'By hand', status: 'confirmed' },
    ]);
  });

  it('gives back the keys of talks that swapped them', async () => {
    const slug = await conferenceOf(olga);
    const file = (a: string, b: string): string =>
      schedule([
        talk(1, { guid: a, title: 'On knitting', persons: [{ public_name: 'Ada Lovelace' }] }),
        talk(2, { guid: b, title: 'Off by one', persons: [{ public_name: 'Grace Hopper' }] }),
      ]);
    await importsInto(olga, slug, file('x', 'y'));
    const before = await programmeOf(slug);
    const swapped = await importsInto(olga, slug, file('y', 'x'));
    expect(swapped.body).toMatchObject({ added: 0, questionCount: 0, importId: expect.any(String) });
    expect((await programmeOf(slug)).map(({ title }) => title as string)).toEqual(['Off by one', 'On knitting']);
    await undoes(slug, idOf(swapped));
    expect(await programmeOf(slug)).toEqual(before);
  });

  it('asks again what was open before, also what was answered with that import, and nothing of its own', async () => {
    const slug = await conferenceOf(olga);
    const questions = async (): Promise<Json[]> =>
      (await olga.get(`/admin/conferences/${slug}/import-questions`)).body['items'] as Json[];
    const open = async (): Promise<string[]> =>
      (await questions()).filter(({ answer }) => answer === null).map(({ foundTitle }) => foundTitle as string);
    const titled = (title: string, more: Json = {}): string => schedule([talk(1, { title, ...more }), talk(2)]);
    await importsInto(olga, slug, titled('Talk number 1 (CANCELLED)'));
    expect(await open()).toEqual(['Talk number 1 (CANCELLED)']);
    const asked = await questions();
    const other = await importsInto(olga, slug, titled('Called off: talk number 1 (cancelled)', { subtitle: 'Anew' }));
    expect(await open()).toEqual(['Called off: talk number 1 (cancelled)']);
    await undoes(slug, idOf(other));
    expect(await questions()).toEqual(asked);
    // With the answer in the form of the import.
    const form = new FormData();
    const file = titled('Talk number 1 (CANCELLED)', { subtitle: 'Anew' });
    form.set('file', new Blob([file], { type: 'application/json' }), 'schedule.json');
    form.set('decisions', JSON.stringify({ [asked[0]!['id'] as string]: 'cancelled' }));
    const answered = await fetch(`${world.base}/api/v1/admin/conferences/${slug}/imports`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${olga.token!}` },
    });
    const { importId } = (await answered.json()) as Json;
    expect([answered.status, await open()]).toEqual([200, []]);
    await undoes(slug, importId as string);
    expect(await questions()).toEqual(asked);
    expect((await programmeOf(slug)).map(({ status }) => status as string)).toEqual(['confirmed', 'confirmed']);
  });

  it('forgets all but the last ten, and does not know one of another conference', async () => {
    const slug = await conferenceOf(olga);
    const ids: string[] = [];
    for (let i = 1; i <= 12; i += 1)
      ids.push(idOf(await importsInto(olga, slug, schedule([talk(1, { subtitle: `${i}` })]))));
    expect((await importsOf(slug)).map(({ id }) => id as string)).toEqual(ids.slice(2).toReversed());
    expect((await undoes(slug, ids[0]!)).status).toBe(404);
    expect((await undoes(await conferenceOf(olga), ids[11]!)).status).toBe(404);
    expect((await undoes(slug, 'nothing')).status).toBe(404);
    const mia = await world.person('mia').signsIn();
    expect((await mia.post(`/admin/conferences/${slug}/imports/${ids[11]!}/undo`)).status).toBe(403);
  });

  it('while people post, loses no comment: each is in its discussion, or was refused', async () => {
    const slug = await conferenceOf(olga);
    const added = await importsInto(olga, slug, schedule(Array.from({ length: 12 }, (_, n) => talk(n))));
    const talks = await programmeOf(slug);
    world.clock.correction += Date.parse('2026-05-02T12:00:00Z') - world.clock.now().getTime();
    const people = await Promise.all(
      [1, 2, 3].map(async (n) => (await world.person(`poster${n}`).signsIn()).calledIn(slug, `Poster ${n}`)),
    );
    const posting = talks.flatMap(({ threadId }, n) =>
      people.map((person, p) =>
        person.post(`/threads/${threadId as string}/comments`, { body: `Comment ${n} of ${p} here` }),
      ),
    );
    const [undone, ...answers] = await Promise.all([undoes(slug, idOf(added)), ...posting]);
    expect(undone).toMatchObject({ status: 200 });
    expect([...new Set(answers.map(({ status }) => status))].filter((status) => ![201, 404].includes(status))).toEqual(
      [],
    );
    for (const { status, body } of answers)
      if (status === 201) expect((await olga.get(`/comments/${body['id'] as string}`)).body['state']).toBe('visible');
    const left = await programmeOf(slug);
    const commented = new Set(
      answers.flatMap(({ status, body }) => (status === 201 ? [body['threadId'] as string] : [])),
    );
    expect(new Set(left.map(({ threadId }) => threadId as string))).toEqual(commented);
  });
});

/** Numbers that look random and are the same at every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

describe('undoing an import after random changes', () => {
  it.each([1, 2, 3, 4, 5, 6])('leaves every talk as before, but for what it names (seed %i)', async (seed) => {
    const next = random(seed * 7919);
    const slug = await conferenceOf(olga);
    const some = <Item>(items: readonly Item[]): Item => items[next(items.length)]!;
    const edited = (n: number): Json => ({
      ...(next(2) === 0 ? { title: `Talk number ${n}, version ${next(5)}` } : {}),
      ...(next(3) === 0 ? { subtitle: `Subtitle ${next(5)}` } : {}),
      ...(next(3) === 0 ? { date: `2026-05-02T1${next(9)}:00:00+02:00` } : {}),
      ...(next(3) === 0 ? { room: some(['Aula', 'Hall', 'Lab']) } : {}),
      ...(next(3) === 0 ? { abstract: `Abstract ${next(5)}` } : {}),
      ...(next(4) === 0
        ? {
            persons: [
              { id: n, public_name: `Speaker ${n}`, biography: `Life ${next(3)}` },
              { id: 77, public_name: 'Guest' },
            ],
          }
        : {}),
    });
    const programme = (numbers: readonly number[]): string => schedule(numbers.map((n) => talk(n, edited(n))));
    const numbers = Array.from({ length: 12 }, (_, n) => n);
    await importsInto(olga, slug, programme(numbers.slice(0, 10)));
    const before = await programmeOf(slug);
    const second = await importsInto(olga, slug, programme([...numbers.slice(0, 9 + next(2)), 11]));
    const touched = new Set(
      (second.body['changes'] as Json[])
        .filter(({ kind }) => kind !== 'unchanged')
        .map(({ talkId }) => talkId as string),
    );
    const after = await programmeOf(slug);
    const byHand = new Map<string, Set<string>>();
    for (let i = 0; i < 5; i += 1) {
      const { id } = some(after) as { id: string };
      const change = some<Json>([
        { title: `By hand ${i}` },
        { subtitle: `By hand ${i}` },
        { track: `By hand ${i}` },
        { abstract: `By hand ${i}` },
        { room: `Room ${i}` },
        { speakers: [{ name: `By hand ${i}` }] },
      ]);
      expect((await olga.patch(`/admin/talks/${id}`, change)).status).toBe(200);
      byHand.set(id, new Set([...(byHand.get(id) ?? []), ...Object.keys(change)]));
    }
    const edits = await programmeOf(slug);
    const asked = (await undoes(slug, idOf(second), '?dryRun=true')).body;
    expect(await programmeOf(slug)).toEqual(edits);
    const { body } = await undoes(slug, idOf(second));
    expect(body).toEqual(asked);
    const named = new Map((body['changes'] as Json[]).map((change) => [change['talkId'] as string, change]));
    const restored = await programmeOf(slug);
    const beforeById = new Map(before.map((each) => [each['id'] as string, each]));
    for (const now of restored) {
      const id = now['id'] as string;
      const was = beforeById.get(id);
      const change = named.get(id);
      if (!was) {
        expect(change).toMatchObject({ staysBecause: 'changes' });
        continue;
      }
      const names = new Set(((change?.['kept'] ?? []) as Json[]).map(({ name }) => name as string));
      const handed = byHand.get(id) ?? new Set();
      const isNamed = (field: string): boolean =>
        (FIELDS_OF[field] ?? [field]).some((name) => names.has(name)) || (!touched.has(id) && handed.has(field));
      for (const field of Object.keys(was)) {
        if (JSON.stringify(now[field]) !== JSON.stringify(was[field]))
          expect({ seed, id, field, names: [...names], isNamed: isNamed(FIELD_NAMES[field] ?? field) }).toMatchObject({
            isNamed: true,
          });
      }
    }
    expect(restored.map(({ id }) => id as string)).toEqual(expect.arrayContaining([...beforeById.keys()]));
  });
});

/** Fields of a talk in the API by the fields of a change. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  abstractHtml: 'abstract',
  slots: 'room',
  startsAt: 'room',
  durationMinutes: 'room',
};
const FIELDS_OF: Readonly<Record<string, string[]>> = {
  speakers: ['speakers', 'biographies'],
  room: ['room', 'startsAt', 'slots', 'durationMinutes'],
};

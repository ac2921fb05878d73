import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { oneIn } from '../support/form.ts';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const event = (fields: Json = {}): Json => ({
  guid: 'g1',
  date: '2026-05-02T10:00:00+02:00',
  start: '10:00',
  duration: '00:45',
  title: 'On leaving the network',
  abstract: 'Six months **away**',
  persons: [{ id: 1, public_name: 'Ada Lovelace' }],
  ...fields,
});
const schedule = (events: Json[], conference: Json = {}): string =>
  JSON.stringify({
    schedule: {
      version: '1',
      conference: {
        acronym: 'tc',
        title: 'Test',
        start: '2026-05-02',
        end: '2026-05-02',
        time_zone_name: 'Europe/Paris',
        days: [{ date: '2026-05-02', rooms: { Aula: events } }],
        ...conference,
      },
    },
  });

async function conference(extra: Json = {}): Promise<string> {
  const slug = `i${Math.floor(Math.random() * 1e9)}`;
  const made = await olga.post('/admin/conferences', {
    slug,
    title: 'Imported',
    timeZone: 'Europe/Berlin',
    locale: 'en',
    startsOn: '2026-05-02',
    endsOn: '2026-05-03',
    settings: { readonlyAfterDays: 100_000, archiveAfterDays: 100_000, screening: 'none' },
    ...extra,
  });
  expect(made.status).toBe(201);
  return slug;
}
const imports = (slug: string, file: string | Buffer, query = ''): Promise<{ status: number; body: Json }> =>
  olga.ask('POST', `/admin/conferences/${slug}/imports${query}`, file.toString(), {
    'content-type': file.toString().trimStart().startsWith('<') ? 'application/xml' : 'application/json',
  });
/** As `imports`, for somebody who reads French. */
const importsInFrench = (slug: string, file: string) =>
  olga.ask('POST', `/admin/conferences/${slug}/imports`, file, {
    'content-type': 'application/json',
    'accept-language': 'fr',
  });
const talksOf = async (slug: string): Promise<Json[]> =>
  (await olga.get(`/conferences/${slug}/talks?limit=100`)).body['items'] as Json[];

describe('importing a programme', () => {
  it('says of each talk what was there and what comes, and what a change by hand keeps', async () => {
    const slug = await conference();
    const tried = (await imports(slug, schedule([event()]), '?dryRun=true')).body;
    expect(tried).toMatchObject({ changeCount: 1, changes: [{ kind: 'added', talkId: null, guid: 'g1' }] });
    const added = (await imports(slug, schedule([event(), event({ guid: 'g2', title: 'Another' })]))).body;
    const talk = (await talksOf(slug)).find(({ guid }) => guid === 'g1');
    expect((added['changes'] as Json[])[0]).toMatchObject({
      kind: 'added',
      title: 'On leaving the network',
      kept: [],
    });
    await olga.patch(`/admin/talks/${talk!['id'] as string}`, { subtitle: 'By hand' });
    const file = schedule([
      event({ subtitle: 'From the file', date: '2026-05-02T11:00:00+02:00', start: '11:00', room: 'Hall' }),
    ]);
    const { changes } = (await imports(slug, file, '?dryRun=true')).body as { changes: Json[] };
    expect(changes).toEqual([
      {
        kind: 'moved',
        talkId: talk!['id'],
        guid: 'g1',
        title: 'On leaving the network',
        fields: [
          { name: 'startsAt', from: '2026-05-02T08:00:00.000Z', to: '2026-05-02T09:00:00.000Z' },
          { name: 'room', from: 'Aula', to: 'Hall' },
        ],
        kept: [{ name: 'subtitle', from: 'By hand', to: 'From the file' }],
        staysBecause: null,
      },
      expect.objectContaining({ kind: 'cancelled', fields: [{ name: 'status', from: 'confirmed', to: 'cancelled' }] }),
    ]);
  });

  it('makes talks, speakers and a thread each; the same file again changes nothing', async () => {
    const slug = await conference();
    expect((await imports(slug, schedule([event()]), '?dryRun=true')).body).toMatchObject({ added: 1, unchanged: 0 });
    expect(await talksOf(slug)).toEqual([]);
    expect((await imports(slug, schedule([event()]))).body).toMatchObject({ added: 1, changed: 0, problems: [] });
    const [talk] = await talksOf(slug);
    expect(talk).toMatchObject({
      guid: 'g1',
      title: 'On leaving the network',
      room: 'Aula',
      startsAt: '2026-05-02T08:00:00.000Z',
      durationMinutes: 45,
      speakers: [{ name: 'Ada Lovelace' }],
    });
    expect((await olga.get(`/threads/${talk!['threadId']}`)).body).toMatchObject({
      talkId: talk!['id'],
      slug: talk!['slug'],
      title: talk!['title'],
    });
    expect((await imports(slug, schedule([event()]))).body).toEqual({
      added: 0,
      changed: 0,
      moved: 0,
      cancelled: 0,
      unchanged: 1,
      problems: [],
      problemCount: 0,
      questionCount: 0,
      notUnderstood: [],
      changeCount: 1,
      changes: [expect.objectContaining({ kind: 'unchanged', title: 'On leaving the network', fields: [], kept: [] })],
      questions: [],
      columns: [],
      emails: [],
      importId: null,
    });
  });

  it('keeps the thread, its address and its comments when the talk is renamed, moved or cancelled', async () => {
    const slug = await conference();
    await imports(slug, schedule([event()]));
    const [before] = await talksOf(slug);
    world.clock.correction += Date.parse('2026-05-02T12:00:00Z') - world.clock.now().getTime();
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    const comment = await ada.says(before!['threadId'] as string, 'I was there');
    expect((await imports(slug, schedule([event({ title: 'On leaving the network for good' })]))).body).toMatchObject({
      changed: 1,
      added: 0,
    });
    expect(
      (
        await imports(
          slug,
          schedule([event({ title: 'On leaving the network for good', date: '2026-05-02T16:00:00+02:00' })]),
        )
      ).body,
    ).toMatchObject({ moved: 1 });
    expect(
      (
        await imports(
          slug,
          schedule([event({ title: 'CANCELLED: On leaving the network for good', date: '2026-05-02T16:00:00+02:00' })]),
        )
      ).body,
    ).toMatchObject({ cancelled: 1 });
    const [after] = await talksOf(slug);
    expect(after).toMatchObject({
      id: before!['id'],
      threadId: before!['threadId'],
      slug: before!['slug'],
      status: 'cancelled',
      startsAt: '2026-05-02T14:00:00.000Z',
    });
    expect((await olga.get(`/threads/${after!['threadId']}`)).body).toMatchObject({
      slug: before!['slug'],
      title: 'CANCELLED: On leaving the network for good',
    });
    expect((await olga.get(`/comments/${comment['id']}`)).body['state']).toBe('visible');
  });

  it('takes a guid at two times as one talk, and a guid given to another talk as a question for the organizer', async () => {
    const slug = await conference();
    expect((await imports(slug, schedule([event(), event({ date: '2026-05-02T15:00:00+02:00' })]))).body).toMatchObject(
      { added: 1 },
    );
    const answer = await imports(
      slug,
      schedule([event({ title: 'Knitting', persons: [{ public_name: 'Grace Hopper' }] })]),
    );
    expect(answer.body['problems'][0].sentence).toMatch('neither title nor speakers');
    expect((await talksOf(slug)).map(({ title }) => title)).toEqual(['On leaving the network']);
  });

  it('reports in the language that its reader asks for, places and questions too', async () => {
    const slug = await conference();
    await imports(slug, schedule([event()]));
    const other = schedule([event({ title: 'Wombats', persons: [{ id: 9, public_name: 'Mina' }], duration: '00:00' })]);
    const english = await imports(slug, other, '?dryRun=true');
    const french = await importsInFrench(slug, other);
    expect(english.body['problems'][0]).toMatchObject({
      place: 'talk "Wombats"',
      sentence: expect.stringMatching(/^Its key belonged to "On leaving the network"/),
    });
    expect(french.headers.get('vary')).toContain('Accept-Language');
    expect(french.body['problems'][0]).toMatchObject({
      place: 'intervention «\u00A0Wombats\u00A0»',
      sentence: expect.stringMatching(/^Sa clé était celle de «\u00A0On leaving the network\u00A0»/),
    });
    expect(french.body['problems']).toHaveLength(english.body['problems'].length as number);
    const abouts = [english, french].map(({ body }) => body['questions'][0].about as string);
    expect(abouts[0]).toBe('Is "Wombats" the same talk as "On leaving the network"?');
    expect(abouts[1]).toMatch(/^Dans le nouveau fichier, .*Est-ce la même intervention/);
    // A refusal is told so as well.
    const refused = await importsInFrench(slug, '{"schedule": {}}');
    expect(refused.body).toMatchObject({ type: '/problems/schedule-refused', title: 'Le programme est illisible' });
  });

  it('leaves what the organizer changed here as it is', async () => {
    const slug = await conference();
    await imports(slug, schedule([event()]));
    const [talk] = await talksOf(slug);
    expect((await olga.patch(`/admin/talks/${talk!['id']}`, { title: 'My own title' })).body['title']).toBe(
      'My own title',
    );
    expect((await imports(slug, schedule([event({ title: 'Their new title' })]))).body).toMatchObject({ unchanged: 1 });
    expect((await talksOf(slug))[0]!['title']).toBe('My own title');
  });

  it('cancels what is gone from the file, but refuses a file that drops much of the programme', async () => {
    const slug = await conference();
    const many = Array.from({ length: 10 }, (_, i) => event({ guid: `g${i}`, title: `Talk number ${i}` }));
    await imports(slug, schedule(many));
    expect((await imports(slug, schedule(many.slice(0, 5)))).body).toMatchObject({
      type: '/problems/import-drops-talks',
      dropped: 5,
      total: 10,
    });
    expect((await imports(slug, schedule(many.slice(0, 9)))).body).toMatchObject({ cancelled: 1, unchanged: 9 });
    expect((await imports(slug, schedule(many))).body).toMatchObject({ changed: 1, unchanged: 9 });
  });

  it('cleans what is hostile in it', async () => {
    const slug = await conference();
    await imports(
      slug,
      schedule([
        event({
          abstract: '<p onclick="x()">Hi<script>alert(1)</script> mail me@mail.example</p>',
          title: 'A\u0000B <b>',
          room: 'R',
        }),
      ]),
    );
    expect((await talksOf(slug))[0]).toMatchObject({ title: 'AB <b>', abstractHtml: '<p>Hi mail •••@•••</p>' });
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['cut in half', schedule([event()]).slice(0, 120), /^line 1, column \d+/],
    [
      'with a DTD',
      '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaa">]><schedule><conference/></schedule>',
      /^line 1/,
    ],
    ['cut short in XML', '<schedule><conference><title>T</title></conference><day date="2026', /^line 1/],
    ['of another kind', 'BEGIN:VCALENDAR', /^line 1, column 1/],
    ['without a schedule', '{"a":1}', /^schedule/],
    ['nested absurdly', `{"schedule":${'['.repeat(5000)}`, /^line 1/],
    [
      'with too many talks',
      schedule(Array.from({ length: 20_001 }, (_, i) => ({ guid: `g${i}`, title: 't' }))),
      /^the whole file/,
    ],
  ])('%s is refused with its place and changes nothing', async (_what, file, place) => {
    const slug = await conference();
    const answer = await imports(slug, file);
    expect(answer).toMatchObject({ status: 422, body: { type: '/problems/schedule-refused' } });
    expect(answer.body['place']).toMatch(place);
    expect(await talksOf(slug)).toEqual([]);
  });

  it('is refused for its size alone', async () => {
    const slug = await conference();
    expect((await imports(slug, schedule([event({ abstract: 'x'.repeat(11 * 1024 * 1024) })]))).status).toBe(413);
  });
});

const folder = process.env['SCHEDULES_DIR'];
const real = ['schedule-json', 'schedule-xml'].flatMap((kind) => {
  const dir = path.join(folder ?? '', kind);
  return folder && existsSync(dir) ? readdirSync(dir).map((name) => path.join(dir, name)) : [];
});

describe('real programmes', () => {
  it('import whole, and a second time change nothing', async () => {
    for (const file of oneIn(5, real)) {
      const slug = await conference();
      const first = await imports(slug, readFileSync(file));
      if (first.status !== 200) {
        expect(first.body).toMatchObject({ type: '/problems/schedule-refused', place: expect.any(String) });
        continue;
      }
      expect({ file, added: first.body['added'] > 0 }).toEqual({ file, added: true });
      const { added, changed, moved, cancelled, unchanged } = (await imports(slug, readFileSync(file))).body;
      const second = { file, added, changed, moved, cancelled, unchanged };
      const nothing = { added: 0, changed: 0, moved: 0, cancelled: 0 };
      expect(second).toEqual({ file, ...nothing, unchanged: first.body['added'] });
    }
  });
});

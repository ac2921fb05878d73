import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SpeakerAddresses } from '../../src/accounts/speaker-addresses.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';
import { conferenceOf, talksOf } from './programmes.ts';
import { keptIn, sendsSheet, type SheetFields } from './sent-sheets.ts';
import { workbook } from './written-workbooks.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const imports = (slug: string, file: string | Buffer, query = ''): Promise<Answer> =>
  olga.ask('POST', `/admin/conferences/${slug}/imports${query}`, file, {
    'content-type': typeof file === 'string' ? 'text/csv' : XLSX,
  });
const csv = (title: string, start = '14h30'): string =>
  `Titre;Jour;Horaire;Salle;Intervenants;Courriel\n${title};02/05/2026;${start};Aula;Ada Lovelace;ada@example.org\n` +
  ';;15h30;;;\nPause café;;15h;;;\n';

describe('importing a sheet', () => {
  it('makes talks with threads; the same sheet again changes nothing, and no address is stored', async () => {
    const slug = await conferenceOf(olga);
    const first = await imports(slug, csv('Été'));
    expect(first.body).toMatchObject({ added: 1, changes: [{ kind: 'added', title: 'Été' }] });
    expect(JSON.stringify(first.body)).not.toContain('ada@example.org');
    expect(await talksOf(olga, slug)).toMatchObject([
      { title: 'Été', startsAt: '2026-05-02T12:30:00.000Z', room: 'Aula', speakers: [{ name: 'Ada Lovelace' }] },
    ]);
    expect((await imports(slug, csv('Été'))).body).toMatchObject({ added: 0, changed: 0, moved: 0, unchanged: 1 });
    expect((await imports(slug, csv('Été', '16h'))).body).toMatchObject({ moved: 1, added: 0, cancelled: 0 });
  });

  it('asks whether a row with another title is the same talk', async () => {
    const slug = await conferenceOf(olga);
    await imports(slug, csv('On leaving'));
    const again = await imports(slug, csv('Another thing'));
    expect(again.body).toMatchObject({
      added: 0,
      cancelled: 0,
      questions: [{ kind: 'same-talk', title: 'On leaving', foundTitle: 'Another thing' }],
    });
    expect(await talksOf(olga, slug)).toMatchObject([{ title: 'On leaving', status: 'confirmed' }]);
  });

  it('reads a workbook', async () => {
    const slug = await conferenceOf(olga);
    const rows = [
      ['Title', 'Date', 'Start', 'Room'],
      ['A', 46144, 0.604166, 'Aula'],
    ];
    expect((await imports(slug, workbook([{ rows }]))).body).toMatchObject({ added: 1 });
  });

  it('offers an example sheet, which is read as it is', async () => {
    const slug = await conferenceOf(olga);
    for (const lang of ['en', 'fr']) {
      const { status, headers, text } = await olga.get(
        `${world.base}/organize/${slug}/imports/example.csv?lang=${lang}`,
        { accept: 'text/html' },
      );
      expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
      expect((await imports(slug, text, '?dryRun=true')).body).toMatchObject({ added: 2, problems: [] });
    }
  });
});

/** Sends a sheet as a form, with what an organizer decides; to the API, or to a page. */
const sends = (path: string, file: string | null, fields: SheetFields): Promise<Answer> =>
  sendsSheet(olga, path, file, fields);
const api = (slug: string): string => `/api/v1/admin/conferences/${slug}/imports`;

describe('a question of a sheet', () => {
  const file = 'Title,Date,Start,Room\nA,6/7/2026,10:00,Aula\n';

  it('about a date that may be two is answered by its id, remembered, and nothing is imported before', async () => {
    const slug = await conferenceOf(olga);
    for (const query of ['?dryRun=true', '']) {
      const { status, body } = await imports(slug, file, query);
      expect([status, body]).toMatchObject([
        200,
        {
          added: 0,
          importId: null,
          questionCount: 1,
          questions: [
            {
              kind: 'dates',
              about: 'Which day is "6/7/2026" in row 2, column B "Date"?',
              choices: ['2026-07-06', '2026-06-07'],
            },
          ],
        },
      ]);
    }
    expect(await talksOf(olga, slug)).toEqual([]);
    const [{ id }] = (await imports(slug, file)).body['questions'] as [Json];
    const wrong = await sends(api(slug), file, { decisions: { [id as string]: 'tomorrow' } });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: `#/decisions/${id as string}` }] } });
    const done = await sends(api(slug), file, { decisions: { [id as string]: '2026-06-07' } });
    expect(done.body).toMatchObject({ added: 1, questions: [] });
    expect(await talksOf(olga, slug)).toMatchObject([{ startsAt: '2026-06-07T08:00:00.000Z' }]);
    const later = await imports(slug, file.replace('6/7/2026', '6/8/2026'));
    expect(later.body).toMatchObject({ moved: 1, questions: [] });
  });

  it('is asked and answered on the page', async () => {
    const slug = await conferenceOf(olga);
    const page = `/organize/${slug}/imports`;
    const asked = await sends(page, file, { do: 'import' });
    expect(asked.text).toContain('Which day is “6/7/2026” (row 2, column B &quot;Date&quot;)?');
    const [, name] = /name="(answer-[^"]+)" value="2026-06-07"/.exec(asked.text)!;
    const done = await sends(page, file, { do: 'import', [name!]: '2026-06-07' });
    expect(done.text).toContain('1 talk added');
  });

  it('is answered for an hour without choosing the file again, which only that page can open', async () => {
    const slug = await conferenceOf(olga);
    const page = `/organize/${slug}/imports`;
    const withAddress = 'Title,Date,Start,Speaker,E-mail\nA,6/7/2026,10:00,Ada,ada@mail.example\n';
    const asked = await sends(page, withAddress, { do: 'try' });
    const kept = keptIn(asked.text)!;
    expect(asked.text).toContain('programme.csv');
    const [, name] = /name="(answer-[^"]+)" value="2026-06-07"/.exec(asked.text)!;
    const tried = await sends(page, null, { do: 'try', kept, [name!]: '2026-06-07' });
    expect([keptIn(tried.text), tried.text.includes('a•••@mail.example')]).toEqual([kept, true]);
    for (const { cipher } of await world.query<{ cipher: Buffer }>('select cipher from waiting_files'))
      expect(cipher.toString('latin1')).not.toContain('mail.example');
    const [id, key] = kept.split('.') as [string, string];
    for (const wrong of [`${id}.${key.slice(1)}A`, `${id}.`, 'nothing', ''])
      expect((await sends(page, null, { do: 'import', kept: wrong, [name!]: '2026-06-07' })).status).toBe(422);
    const done = await sends(page, null, { do: 'import', kept, [name!]: '2026-06-07' });
    expect([done.text.includes('1 talk added'), keptIn(done.text)]).toEqual([true, undefined]);
    expect(await world.query('select from waiting_files where id = $1', [id])).toEqual([]);
    const later = keptIn((await sends(page, withAddress.replace('A,', 'B,'), { do: 'try' })).text)!;
    world.clock.correction += 61 * 60_000;
    const gone = await sends(page, null, { do: 'try', kept: later });
    expect([gone.status, gone.text.includes('Choose the file again')]).toEqual([422, true]);
  });

  it('is answered for pasted rows too, which come back to be corrected where they cannot be read', async () => {
    const slug = await conferenceOf(olga);
    const page = `/organize/${slug}/imports`;
    const unreadable = await sends(page, null, { do: 'import', pasted: 'no\tsheet\nat\tall' });
    expect([unreadable.status, unreadable.text.includes('no\tsheet')]).toEqual([422, true]);
    const pasted = 'Title\tDate\tStart\tSpeaker\nPasted, with a comma\t6/7/2026\t10:00\tAda\n';
    const asked = await sends(page, null, { do: 'import', pasted });
    const [, name] = /name="(answer-[^"]+)" value="2026-06-07"/.exec(asked.text)!;
    const done = await sends(page, null, { do: 'import', kept: keptIn(asked.text)!, [name!]: '2026-06-07' });
    expect(done.text).toContain('1 talk added');
    expect((await talksOf(olga, slug)).map(({ title }) => title)).toEqual(['Pasted, with a comma']);
  });

  it('about a row with another title is answered with the file, and the answer is kept', async () => {
    for (const [answer, titles] of [
      ['same', ['Another thing']],
      ['new', ['On leaving', 'Another thing']],
    ] as const) {
      const slug = await conferenceOf(olga);
      await imports(slug, csv('On leaving'));
      const [{ id, choices }] = (await imports(slug, csv('Another thing'), '?dryRun=true')).body['questions'] as [Json];
      expect(choices).toEqual(['same', 'new']);
      const done = await sends(api(slug), csv('Another thing'), { decisions: { [id as string]: answer } });
      expect(done.body).toMatchObject({ questions: [], importId: expect.any(String) });
      expect((await talksOf(olga, slug)).map(({ title }) => title as string).toSorted()).toEqual(titles.toSorted());
      expect((await imports(slug, csv('Another thing'))).body).toMatchObject({ added: 0, changed: 0, questions: [] });
    }
  });
});

describe('the columns of a sheet', () => {
  const file = 'Titre;Jour;Horaire;Cours;Qui\nA;02/05/2026;10h;Amphi;Ada Lovelace\n';

  it('are shown with samples, corrected by hand, and read the same way the next time', async () => {
    const slug = await conferenceOf(olga);
    const tried = await imports(slug, file, '?dryRun=true');
    expect(tried.body['columns']).toContainEqual({ heading: 'Cours', kind: null, samples: ['Amphi'] });
    const wrong = await sends(api(slug), file, { mapping: { Cours: 'nonsense' } });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/mapping/Cours' }] } });
    const mapped = await sends(`${api(slug)}?dryRun=true`, file, { mapping: { Cours: 'room', Qui: 'none' } });
    expect(mapped.body['changes']).toMatchObject([
      { fields: expect.arrayContaining([{ name: 'room', from: null, to: 'Amphi' }]) },
    ]);
    await sends(api(slug), file, { mapping: { Cours: 'room', Qui: 'none' } });
    expect(await talksOf(olga, slug)).toMatchObject([{ room: 'Amphi', speakers: [] }]);
    expect((await imports(slug, file.replace('Amphi', 'Aula'))).body).toMatchObject({ moved: 1 });
    expect(await talksOf(olga, slug)).toMatchObject([{ room: 'Aula' }]);
  });

  it('are corrected on the page with selects', async () => {
    const slug = await conferenceOf(olga);
    const page = `/organize/${slug}/imports`;
    const { text } = await sends(page, file, { do: 'try' });
    const [, number] = /name="heading-(\d+)" value="Cours"/.exec(text)!;
    expect(text).toContain(`<select id="column-${number!}"`);
    const fields = { do: 'import', [`heading-${number!}`]: 'Cours', [`column-${number!}`]: 'room' };
    expect((await sends(page, file, fields)).text).toContain('1 talk added');
    expect(await talksOf(olga, slug)).toMatchObject([{ room: 'Amphi' }]);
  });
});

describe('the addresses of a sheet', () => {
  it('are shown masked and kept sealed, each with its speaker', async () => {
    const slug = await conferenceOf(olga);
    const tried = await imports(slug, csv('Été'), '?dryRun=true');
    expect(tried.body).toMatchObject({ emails: [{ speaker: 'Ada Lovelace', emailMasked: 'a•••@example.org' }] });
    const { id } = (await olga.get(`/conferences/${slug}`)).body;
    expect(await world.query('select from speaker_addresses where conference_id = $1', [id])).toEqual([]);
    await imports(slug, csv('Été'));
    expect(await world.app.get(SpeakerAddresses).ofConference(id as string)).toMatchObject([
      { name: 'Ada Lovelace', masked: 'a•••@example.org', talkIds: [expect.any(String)] },
    ]);
    const page = await sends(`/organize/${slug}/imports`, csv('Été'), { do: 'try' });
    expect([page.text.includes('a•••@example.org'), page.text.includes('ada@example.org')]).toEqual([true, false]);
  });
});

describe('a sheet for a new conference', () => {
  const sheet = 'Title,Date,Start,Room\nA,2032-05-02,10:00,Aula\nB,2032-05-03,10:00,Aula\n';

  it('makes it with its days, under the name that is given', async () => {
    const fields = { locale: 'en', timeZone: 'Europe/Paris' };
    const unnamed = await sends('/organize/programmes', sheet, { ...fields, title: '' });
    expect([unnamed.status, unnamed.text.includes('a sheet does not tell it')]).toEqual([422, true]);
    const made = await sends('/organize/programmes', sheet, { ...fields, title: 'Meeting of sheets' });
    // The talks have no length, which is said at once.
    expect([made.status, made.text.includes('The talk has no length')]).toEqual([200, true]);
    expect(made.text).toContain('action="/organize/meeting-of-sheets/imports"');
    expect((await olga.get('/conferences/meeting-of-sheets')).body).toMatchObject({
      title: 'Meeting of sheets',
      startsOn: '2032-05-02',
      endsOn: '2032-05-03',
    });
    expect(await talksOf(olga, 'meeting-of-sheets')).toHaveLength(2);
  });

  it('asks which day a date is, and makes nothing before the answer, for which the file waits', async () => {
    const fields = { locale: 'en', timeZone: 'Europe/Paris', title: 'Meeting in summer' };
    const twoDays = 'Title,Date,Start,Room\nA,6/7/2032,10:00,Aula\n';
    const asked = await sends('/organize/programmes', twoDays, fields);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('Which day is “6/7/2032” (row 2, column B &quot;Date&quot;)?');
    expect((await olga.get('/conferences/meeting-in-summer')).status).toBe(404);
    const [, name] = /name="(answer-[^"]+)" value="2032-06-07"/.exec(asked.text)!;
    const kept = keptIn(asked.text)!;
    const unnamed = await sends('/organize/programmes', null, { ...fields, title: '', kept, [name!]: '2032-06-07' });
    expect([unnamed.status, keptIn(unnamed.text)]).toEqual([422, kept]);
    const made = await sends('/organize/programmes', null, { ...fields, kept, [name!]: '2032-06-07' });
    expect(made.text).toContain('action="/organize/meeting-in-summer/imports"');
    expect((await olga.get('/conferences/meeting-in-summer')).body).toMatchObject({ startsOn: '2032-06-07' });
    expect(await talksOf(olga, 'meeting-in-summer')).toMatchObject([{ startsAt: '2032-06-07T08:00:00.000Z' }]);
    // The answer holds for the next sheet of this conference.
    const next = await imports('meeting-in-summer', twoDays.replace('6/7', '6/8'));
    expect(next.body).toMatchObject({ moved: 1, questions: [] });
  });
});

describe('a sheet that is too much', () => {
  const page = 'Title,Date,Start,Room\n';

  it.each([
    ['of 50 MB', Buffer.alloc(50 * 1024 * 1024, page), 413, 'body-too-large'],
    [
      'that unpacks to 40 MB',
      workbook([{ rows: [['Title', 'Date']] }], {
        more: { 'xl/sharedStrings.xml': Buffer.alloc(40 * 1024 * 1024, 32) },
      }),
      422,
      'schedule-refused',
    ],
    [
      'of merged cells alone',
      workbook([
        { rows: [['Title', 'Date']], merged: Array.from({ length: 30_000 }, (_, i) => `A${i + 1}:A${i + 2}`) },
      ]),
      422,
      'schedule-refused',
    ],
  ])('is refused in a sentence and changes nothing: %s', async (_what, file, status, slug) => {
    const conference = await conferenceOf(olga);
    const answer = await imports(conference, file);
    expect([answer.status, answer.body['type']]).toEqual([status, `/problems/${slug}`]);
    expect(await talksOf(olga, conference)).toEqual([]);
  });
});

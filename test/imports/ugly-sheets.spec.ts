import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Answer, type Json, type Person } from '../support/world.ts';
import { conferenceOf, talksOf } from './programmes.ts';
import { workbook, type WrittenCell } from './written-workbooks.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const imports = (slug: string, file: Buffer): Promise<Answer> =>
  olga.ask('POST', `/admin/conferences/${slug}/imports`, file, {
    'content-type': file.subarray(0, 2).toString() === 'PK' ? XLSX : 'text/csv',
  });

/** The programme of a sheet in a conference of 2 and 3 May 2026 in Paris: title, UTC, minutes, room and speakers. */
async function read(file: Buffer): Promise<{ talks: string[]; body: Json; status: number }> {
  const slug = await conferenceOf(olga);
  const { status, body } = await imports(slug, file);
  const talks = (await talksOf(olga, slug)).map(({ title, startsAt, durationMinutes, room, speakers }) => {
    const names = (speakers as Json[]).map(({ name }) => name as string);
    return [title, String(startsAt).slice(0, 16), durationMinutes, room, ...names].join(' ');
  });
  return { talks: talks.toSorted(), body, status };
}

const HEAD: WrittenCell[] = ['Title', 'Date', 'Start', 'End', 'Room', 'Speakers'];
const AT_NOON: WrittenCell[] = ['A', 46_144, 0.5, 0.54166667, 'Aula', null];
const french = 'Titre;Jour;Horaire;Salle;Intervenants\r\nÉté à venir;02/05/2026;14h30;Théâtre;Zoé Çelik\r\n';
const american = 'Title\tDate\tStart\tEnd\tRoom\nFigs\t2026-05-02\t2:30 PM\t3:15 PM\tAula\n';

const READ: readonly (readonly [string, Buffer, string[]])[] = [
  [
    'in Windows-1252 with semicolons and French times',
    Buffer.from(french, 'latin1'),
    ['Été à venir 2026-05-02T12:30 0 Théâtre Zoé Çelik'],
  ],
  [
    'in UTF-16 with tabs and American times',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(american, 'utf16le')]),
    ['Figs 2026-05-02T12:30 45 Aula'],
  ],
  [
    'with the month before the day, which the days of the conference tell',
    Buffer.from('Title,Date,Start,Room\nA,05/02/2026,10:00,Aula\nB,05/03/2026,10:00,Aula\n'),
    ['A 2026-05-02T08:00 0 Aula', 'B 2026-05-03T08:00 0 Aula'],
  ],
  [
    'with serial days and times of a spreadsheet',
    workbook([{ rows: [HEAD, ['A', 46_144, 0.604166, 0.645833, 'Aula', 'Ada L.']] }]),
    ['A 2026-05-02T12:30 60 Aula Ada L.'],
  ],
  [
    'that counts its days from 1904',
    workbook([{ rows: [HEAD, ['A', 44_682, 0.604166, 0.645833, 'Aula', 'Ada L.']] }], { isFrom1904: true }),
    ['A 2026-05-02T12:30 60 Aula Ada L.'],
  ],
  [
    'with merged days',
    workbook([{ rows: [HEAD, AT_NOON, ['B', null, 0.75, 0.7708333, 'Hall', 'Eve']], merged: ['B2:B3'] }]),
    ['A 2026-05-02T10:00 60 Aula', 'B 2026-05-02T16:00 30 Hall Eve'],
  ],
  [
    'with times in UTC',
    Buffer.from('Title,Date,Start (UTC),End (UTC),Room\nA,2026-05-02,10:00,10:45,Aula\n'),
    ['A 2026-05-02T10:00 45 Aula'],
  ],
  [
    'with formulas, by their stored results',
    workbook([{ rows: [HEAD, ['A', { formula: 'B9', result: 46_144 }, 0.5, { formula: 'C2', result: 0.5416667 }]] }]),
    ['A 2026-05-02T10:00 60 '],
  ],
  [
    'with macros, which nothing runs',
    workbook([{ rows: [HEAD, AT_NOON] }], { more: { 'xl/vbaProject.bin': Buffer.alloc(1_000, 7) } }),
    ['A 2026-05-02T10:00 60 Aula'],
  ],
];

describe('an ugly sheet', () => {
  it.each(READ)('%s becomes talks at the right instants', async (_what, file, talks) => {
    expect(await read(file)).toMatchObject({ status: 200, talks });
  });

  it('leaves out hidden rows, and says of a formula without a result where it stands', async () => {
    const hidden: WrittenCell[] = ['B', 46_144, 0.6, 0.7, 'Aula', null];
    const unknown: WrittenCell[] = ['C', 46_144, { formula: 'NOW()' }, null, 'Aula', null];
    const { talks, body } = await read(workbook([{ rows: [HEAD, AT_NOON, hidden, unknown], hiddenRows: [3] }]));
    expect(talks).toEqual(['A 2026-05-02T10:00 60 Aula']);
    expect(body['problems']).toEqual(
      expect.arrayContaining([
        {
          place: 'row 3',
          sentence: '1 hidden rows were left out. Show them and import again if they are talks.',
        },
        {
          place: 'row 4, column C "Start"',
          sentence: expect.stringMatching(/^Its formula has no stored result\./),
        },
      ]),
    );
  });

  it('asks for a date that may be two days of no conference, and imports nothing before', async () => {
    const { talks, body } = await read(Buffer.from('Title,Date,Start,Room\nA,6/7/2026,10:00,Aula\n'));
    expect([talks, body['questions']]).toEqual([
      [],
      [expect.objectContaining({ kind: 'dates', choices: ['2026-07-06', '2026-06-07'] })],
    ]);
  });

  it('of 10,000 rows is read whole', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => {
      const time = `${8 + (Math.floor(n / 60) % 12)}:${String(n % 60).padStart(2, '0')}`;
      return `Talk ${n},2026-05-0${2 + (n % 2)},${time},Room ${Math.floor(n / 720)}`;
    });
    const slug = await conferenceOf(olga);
    const file = `Title,Date,Start,Room\n${rows.join('\n')}\n`;
    const tried = await olga.ask('POST', `/admin/conferences/${slug}/imports?dryRun=true`, file, {
      'content-type': 'text/csv',
    });
    expect([tried.status, tried.body['added']]).toEqual([200, 10_000]);
  });

  it('says in French, on the page, what it could not read and where', async () => {
    const slug = await conferenceOf(olga, { locale: 'fr' });
    const sheet = 'Titre;Date;Début;Salle\nA;02/05/2026;bientôt;Aula\n;02/05/2026;11h;Aula\nB;02/05/2026;12h;Aula\n';
    const sends = async (file: string): Promise<string> => {
      const form = new FormData();
      form.set('file', new Blob([file], { type: 'text/csv' }), 'programme.csv');
      form.set('do', 'try');
      const headers = {
        authorization: `Bearer ${olga.token!}`,
        origin: 'http://localhost:3000',
        'accept-language': 'fr',
      };
      return (await fetch(`${world.base}/organize/${slug}/imports`, { method: 'POST', body: form, headers })).text();
    };
    const text = await sends(sheet);
    expect(text).toContain(
      'ligne 2, colonne C «\u00A0Début\u00A0»\u00A0: «\u00A0bientôt\u00A0» n’est pas une heure\u00A0:',
    );
    expect(text).not.toContain('was left out');
    expect(await sends('Titre;Date;Début\nA;6/7/2026;10h\n')).toContain('ligne 2, colonne B «\u00A0Date\u00A0»');
    expect(await sends('rien;du tout\n1;2\n')).toContain('Aucune ligne ne porte les titres de colonnes');
  });
});

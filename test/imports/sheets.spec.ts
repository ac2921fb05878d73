import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Answer, type Json, type Person } from '../support/world.ts';
import { conferenceOf, talksOf } from './programmes.ts';
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
    expect(JSON.stringify(first.body)).not.toContain('example.org');
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

  it('reads a workbook, and names the place of a date that may be two', async () => {
    const slug = await conferenceOf(olga);
    const rows = [
      ['Title', 'Date', 'Start', 'Room'],
      ['A', 46144, 0.604166, 'Aula'],
    ];
    expect((await imports(slug, workbook([{ rows }]))).body).toMatchObject({ added: 1 });
    const refused = await imports(slug, 'Title,Date,Start\nA,6/7/2026,10:00\n');
    expect(refused).toMatchObject({ status: 422, body: { type: '/problems/schedule-refused' } });
    expect((refused.body as Json)['detail']).toContain('row 2, column B "Date"');
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

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '../../src/platform/config/settings.ts';
import { until, type Json, type Person } from '../support/world.ts';
import { ages, forum, queue, reports, reportsAsGuest, withholds, type ModeratedForum } from './forum.ts';

let f: ModeratedForum;
let year: string;
let strangers: Person[];

/** A line of a file, by the names in its head. */
type ReportRow = Record<string, string>;

const linesOf = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, field]) => field!.replaceAll('""', '"')));

async function fileOf(name: string, { of = `conferences/${f.slug}/`, language = 'en' } = {}): Promise<ReportRow[]> {
  const { status, text, headers } = await f.olga.get(`/admin/${of}transparency/${year}/${name}.csv`, {
    'accept-language': language,
  });
  expect([name, status, headers.get('content-type')]).toEqual([name, 200, 'text/csv; charset=utf-8']);
  // A program reads it: no byte order mark, and each line ends as RFC 4180 wants it.
  expect(text.startsWith('"Applicability"') || text.startsWith('"Category label"')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const [head, ...lines] = linesOf(text);
  for (const line of lines) expect(line).toHaveLength(head!.length);
  return lines.map((line) => Object.fromEntries(line.map((field, i) => [head![i]!, field])));
}

const ORDERED_FILES = [
  '1_report_identification',
  '2_categories_names',
  '3_member_states_orders',
  '4_notices',
  '5_own_initiative_illegal',
  '6_own_initiative_TC',
  '7_appeals_and_recidivism',
  '8_automated_means',
  '9_human_resources',
  '10_AMAR',
  '11_qualitative',
];

const NOTICES = 'Number of notices received';
const MEASURES = "Number of measures taken at the provider's own initiative";
const AUTOMATED = 'Number of measures taken after detection with solely automated means';

/** The value of an indicator in a scope. */
const valueIn = (rows: readonly ReportRow[], indicator: string, scope: string): string =>
  rows.find((row) => row['Indicator']!.trim() === indicator && row['Scope'] === scope)!['Value']!;

const withoutZeros = (row: ReportRow): ReportRow =>
  Object.fromEntries(Object.entries(row).filter(([name, value]) => /restriction|service S/.test(name) && value > '0'));

beforeAll(async () => {
  f = await forum({ screening: 'none' });
  const { olga, mona, ada, bob, carl, slug, threadId, world } = f;
  // The days of this story are of one year.
  if (world.clock.in({ days: 2 }).getUTCFullYear() !== world.clock.now().getUTCFullYear()) world.advance({ hours: 72 });
  await mona.signsIn();
  year = String(world.clock.now().getUTCFullYear());
  await bob.calledIn(slug, 'Bob');
  await carl.calledIn(slug, 'Carl');
  await ages(world);

  // A moderator mutes somebody, and then bars them.
  const persona = (await carl.says(threadId, 'Words of somebody who goes on'))['author'].id as string;
  for (const sanction of [
    { kind: 'mute', rule: 'respect', reason: 'Goes on', until: world.clock.in({ hours: 3 }) },
    { kind: 'suspend', rule: 'illegal', reason: 'Again' },
  ])
    expect((await mona.post(`/admin/personas/${persona}/sanctions`, sanction)).status).toBe(201);

  // Two reports by people, one of them without an account; what they are about is hidden two and five hours later.
  const [insult, crime, harmless] = [
    await ada.says(threadId, 'An insult of the host'),
    await ada.says(threadId, 'Something that no law allows'),
    await ada.says(threadId, 'Nothing to see here'),
  ];
  await reports(bob, insult);
  world.advance({ hours: 2 });
  await withholds(mona, insult);
  await reportsAsGuest(world, 'gina', crime);
  world.advance({ hours: 5 });
  await mona.post(`/admin/comments/${crime['id'] as string}/withhold`, { rule: 'illegal', reason: 'A crime' });
  await reports(bob, harmless);
  const [{ reports: open }] = (await queue(mona, slug, 'reported')) as [Json];
  await mona.post(`/admin/reports/${(open as Json[])[0]!['id'] as string}/dismiss`, { reason: 'It is harmless.' });

  // A moderator hides a comment by each of two rules, without a report.
  const [advert, address] = [
    await ada.says(threadId, 'Buy my teapots today'),
    await ada.says(threadId, 'She lives behind the station'),
  ];
  await mona.post(`/admin/comments/${advert['id'] as string}/withhold`, { rule: 'spam', reason: 'An advertisement' });
  await mona.post(`/admin/comments/${address['id'] as string}/withhold`, { rule: 'privacy', reason: 'An address' });

  // Three first comments are held: one is released, one is hidden, one waits.
  await olga.patch(`/admin/threads/${threadId}`, { screening: 'first' });
  strangers = await Promise.all(
    ['sue', 'tom', 'uma'].map(async (name) => (await world.person(name).signsIn()).calledIn(slug, name)),
  );
  const held: Json[] = [];
  for (const stranger of strangers) held.push(await stranger.says(threadId, `First words of ${stranger.email}`));
  await mona.post(`/admin/comments/${held[0]!['id'] as string}/release`, { revision: 1, reason: 'Welcome' });
  await mona.post(`/admin/comments/${held[1]!['id'] as string}/withhold`, { rule: 'topic', reason: 'Off topic' });

  // Ada appeals against two decisions: one is upheld after an hour, the other reversed after three.
  const statements = (await ada.get('/me/statements')).body['items'] as Json[];
  const about = (reason: string): string =>
    statements.find((each) => each['reason'] === reason)!['decisionId'] as string;
  for (const [reason, outcome, hours] of [
    ['An insult', 'upheld', 1],
    ['An advertisement', 'reversed', 3],
  ] as const) {
    const { status } = await ada.post(`/decisions/${about(reason)}/appeals`, { reason: 'I do not agree.' });
    expect(status).toBe(201);
    const [appeal] = (await queue(olga, slug, 'appeals')) as [Json];
    world.advance({ hours });
    const decided = await olga.post(`/admin/appeals/${appeal['appeal'].id as string}/decision`, {
      outcome,
      reason: 'After a second look',
    });
    expect([reason, decided.status]).toEqual([reason, 200]);
  }
  await ada.post(`/decisions/${about('An address')}/appeals`, { reason: 'It is no secret.' });
});
afterAll(() => f.world.close());

describe('the transparency report of a conference', () => {
  it('has a file for each sheet of the templates, and says when it begins and ends', async () => {
    const { body } = await f.olga.get(`/admin/conferences/${f.slug}/transparency/${year}`);
    expect((body['files'] as Json[]).map(({ name }) => name)).toEqual(ORDERED_FILES);
    expect(body).toMatchObject({ starts: `${year}-01-01`, ends: `${year}-12-31`, isOver: false });
    const rows = await fileOf('1_report_identification');
    expect(rows.map((row) => [row['Indicator'], row['Value']])).toEqual([
      ['Name of the service provider', ''],
      ['Date of the publication of the report', ''],
      ['Date of the publication of the latest previous report', ''],
      ['Starting date of reporting period', `${year}-01-01`],
      ['Ending date of reporting period', `${year}-12-31`],
    ]);
  });

  it('counts reports as notices, and what was done after them by law and by the rules', async () => {
    const [total, ...rest] = await fileOf('4_notices');
    expect(total).toMatchObject({
      'Reporting period': `${year}-01-01/${year}-12-31`,
      'Category of illegal content': 'TOTAL',
      [NOTICES]: '3',
      'Number of specific items of information included in the total number of notices': '3',
      'Median time to take action': '3.5',
      'Number of actions taken on the basis of the law': '1',
      'Number of actions taken on the basis of the terms and conditions of the service': '1',
      'Number of notices received from Trusted flaggers': '',
      [`Contextual information on ${NOTICES}`]: expect.stringContaining('respect 3'),
    });
    // A rule is no category of illegal content: somebody has to read what each was about.
    expect(rest.at(-1)!['Category of illegal content']).toBe('STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE');
    expect(new Set(rest.map((row) => row[NOTICES]))).toEqual(new Set(['']));
  });

  it('counts what moderators did by themselves by rule, and each hold before publication once', async () => {
    const [illegal] = await fileOf('5_own_initiative_illegal');
    expect(illegal).toMatchObject({ [MEASURES]: '1', [AUTOMATED]: '0', 'Account restriction Suspension': '1' });
    const [total, ...rest] = await fileOf('6_own_initiative_TC');
    expect(total).toMatchObject({
      [MEASURES]: '6',
      [AUTOMATED]: '3',
      'Visibility restriction Disable': '5',
      'Provision of the service Suspension': '1',
      'Account restriction Suspension': '0',
      'Monetary restriction Suspension': '',
      [`Contextual Information on ${AUTOMATED}`]:
        'Of 3 contributions that the server held before publication, a person released 1 and hid 1.',
    });
    const described = rest
      .filter((row) => row['Description of the sub-category "Other"'] !== '')
      .map((row) => [row['Description of the sub-category "Other"'], row[MEASURES], withoutZeros(row)]);
    expect(described).toEqual([
      ['Rule of the forum: privacy', '1', { 'Visibility restriction Disable': '1' }],
      ['Rule of the forum: respect', '1', { 'Provision of the service Suspension': '1' }],
      ['Rule of the forum: spam', '1', { 'Visibility restriction Disable': '1' }],
      ['Rule of the forum: topic', '1', { 'Visibility restriction Disable': '1' }],
      [expect.stringMatching(/^Held by the server/), '2', { 'Visibility restriction Disable': '2' }],
    ]);
  });

  it('has sub-categories that add up to their category, and categories that add up to the total', async () => {
    const rows = await fileOf('6_own_initiative_TC');
    const category = "Category of incompatibility with the provider's terms and conditions";
    for (const column of [MEASURES, AUTOMATED, 'Visibility restriction Disable', 'Account restriction Suspension']) {
      const sums = new Map<string, { own: number; parts: number }>();
      let last = { own: 0, parts: 0 };
      for (const row of rows.slice(1)) {
        const count = Number(row[column]);
        if (row[category]!.startsWith('STATEMENT_')) sums.set(row[category]!, (last = { own: count, parts: 0 }));
        else last.parts += count;
      }
      expect(sums.size).toBe(15);
      for (const { own, parts } of sums.values()) expect([column, parts]).toEqual([column, own]);
      expect([...sums.values()].reduce((sum, { own }) => sum + own, 0)).toBe(Number(rows[0]![column]));
    }
  });

  it('counts appeals by what they are about, with their outcome and the hours they took', async () => {
    const rows = await fileOf('7_appeals_and_recidivism');
    const all = 'Number of complaints submitted to the internal-complaints mechanism';
    const visibility =
      'Complaint regarding a decision to remove or disable access to or restrict visibility of information';
    for (const indicator of [all, visibility])
      expect(
        ['Total number', 'Decisions upheld', 'Decisions reversed', 'Decisions partially reversed', 'Median time'].map(
          (scope) => valueIn(rows, indicator, scope),
        ),
      ).toEqual(['3', '1', '1', '', '2']);
    expect(valueIn(rows, all, 'Decision omitted')).toBe('0');
    expect(rows[0]!['Contextual Information']).toBe('1 of them wait for a decision.');
    const suspended = 'Number of suspensions enacted for the provision of manifestly illegal content';
    expect(valueIn(rows, suspended, 'Total number')).toBe('1');
  });

  it('tells what the server did by itself from what people decided', async () => {
    const rows = await fileOf('8_automated_means');
    const solely = 'Number of measures solely taken by automated means';
    const people = 'Number of measures not taken by automated means';
    expect(
      ['Total number', 'Own-initiative'].map((scope) => [valueIn(rows, solely, scope), valueIn(rows, people, scope)]),
    ).toEqual([
      ['2', '7'],
      ['2', '5'],
    ]);
    expect(valueIn(rows, 'Number of notices not processed by automated means', 'NAM Total')).toBe('3');
    expect(valueIn(rows, 'Accuracy of the automated means - Recall', 'Total number')).toBe('');
  });

  it('counts what three people reported as held by the server, until a person has hidden it', async () => {
    const { ada, bob, mona, world, threadId, slug } = f;
    await world.query('update accounts set created_on = created_on - 2');
    await f.olga.patch(`/admin/threads/${threadId}`, { screening: 'none' });
    const disputed = await ada.says(threadId, 'Words that many dislike');
    for (const person of [bob, ...strangers.slice(0, 2)]) expect((await reports(person, disputed)).status).toBe(202);
    await until('the hold', async () => (await queue(mona, slug)).some(({ comment }) => comment.id === disputed['id']));
    const onTerms = 'Number of actions taken on the basis of the terms and conditions of the service';
    expect((await fileOf('4_notices'))[0]).toMatchObject({ [NOTICES]: '6', [onTerms]: '2' });
    await withholds(mona, disputed);
    expect((await fileOf('4_notices'))[0]).toMatchObject({ [NOTICES]: '6', [onTerms]: '2' });
    const solely = 'Number of measures solely taken by automated means';
    expect(valueIn(await fileOf('8_automated_means'), solely, 'Total number')).toBe('2');
  });

  it('names the categories as the annex does, each once', async () => {
    const rows = await fileOf('2_categories_names');
    const labels = rows.map((row) => row['Category label']);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => /^Category \d+$/.test(label!))).toHaveLength(17);
    expect(rows.find((row) => row['Category label'] === 'Category 4e')).toMatchObject({
      'Category description': 'Illegal incitement to violence and hatred against women',
      'Category of illegal content / incompatible with the terms and conditions': 'KEYWORD_INCITEMENT_AGAINST_WOMEN',
    });
    expect(labels.slice(-9, -2)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `Category 15${letter}`));
  });

  it('says of each empty cell why it is empty, in both languages', async () => {
    for (const language of ['en', 'fr']) {
      const { body } = await f.olga.get(`/admin/conferences/${f.slug}/transparency/${year}`, {
        'accept-language': language,
      });
      const reasons = new Set<string>();
      for (const file of body['files'] as Json[]) {
        const rows = await fileOf(file['name'] as string, { language });
        // The description of a sub-category of one's own has no place beside the other categories.
        const left = rows.flatMap((row) =>
          Object.entries(row).filter(
            ([name, value]) =>
              value === '' && !(name.startsWith('Description') && !Object.values(row).includes('KEYWORD_OTHER')),
          ),
        );
        const explained = file['empty'] as { reason: string; text: string; cells: string[]; count: number }[];
        expect([file['name'], explained.reduce((sum, { count }) => sum + count, 0)]).toEqual([
          file['name'],
          left.length,
        ]);
        for (const { reason, text, cells } of explained) {
          reasons.add(reason);
          expect(text).not.toMatch(/^pages\./);
          expect(text.length).toBeGreaterThan(20);
          expect(cells.length).toBeGreaterThan(0);
          if (language === 'fr') expect(text).not.toMatch(/ [:;!?»]|« /);
        }
      }
      expect(reasons.size).toBeGreaterThan(10);
    }
  });

  it('describes how the forum moderates in the language of the reader, within what the template allows', async () => {
    for (const [language, words] of [
      ['en', 'Moderators may hide'],
      ['fr', 'La modération peut masquer'],
    ] as const) {
      const rows = await fileOf('11_qualitative', { language });
      expect(rows[0]!['Value']).toMatch(new RegExp(`^${words}`));
      for (const row of rows) expect(row['Value']!.length).toBeLessThan(5_000);
      expect(rows.filter((row) => row['Value'] === '').map((row) => row['Applicability'])).toEqual([
        'All',
        ...Array.from({ length: 4 }, () => 'Only for VLOPs'),
      ]);
    }
  });

  it('is in one file, too', async () => {
    const { status, text, headers } = await f.olga.get(`/admin/conferences/${f.slug}/transparency/${year}.zip`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/zip']);
    for (const name of ORDERED_FILES) expect(text).toContain(`${name}.csv`);
  });
});

describe('a year in which nothing happened', () => {
  it('has zeros where something could have been, and nothing where it could not', async () => {
    const kept = year;
    year = String(Number(year) - 1);
    const notices = await fileOf('4_notices');
    expect(new Set(notices.map((row) => row[NOTICES]))).toEqual(new Set(['0']));
    expect(new Set(notices.map((row) => row['Median time to take action']))).toEqual(new Set(['']));
    for (const name of ['5_own_initiative_illegal', '6_own_initiative_TC'])
      for (const row of await fileOf(name))
        expect([row[MEASURES], row['Visibility restriction Labelled']]).toEqual(['0', '']);
    year = kept;
  });

  it.each(['2100', '1999', 'soon', '20260'])('is no year that is to come or that is none: %s', async (typed) => {
    expect((await f.olga.get(`/admin/conferences/${f.slug}/transparency/${typed}`)).status).toBe(404);
    expect((await f.olga.get(`/admin/conferences/${f.slug}/transparency/${typed}/4_notices.csv`)).status).toBe(404);
  });

  it('has no other files', async () => {
    expect((await f.olga.get(`/admin/conferences/${f.slug}/transparency/${year}/12_more.csv`)).status).toBe(404);
  });
});

describe('the transparency report of the whole forum', () => {
  it('counts all conferences, and is for operators', async () => {
    const { olga, mona, bob, world, slug } = f;
    const other = await world.conference(olga, { settings: { screening: 'none' } });
    await bob.calledIn(other.slug, 'Bob');
    await mona.calledIn(other.slug, 'Mona');
    await reports(mona, await bob.says(other.threadId, 'Words in another place'));
    expect((await fileOf('4_notices', { of: '' }))[0]).toMatchObject({
      Service: new URL(world.app.get(Config, { strict: false }).publicUrl).host,
      [NOTICES]: '7',
    });
    expect((await fileOf('4_notices'))[0]).toMatchObject({ [NOTICES]: '6' });
    for (const person of [mona, bob])
      for (const path of [
        `/admin/transparency/${year}`,
        `/admin/conferences/${slug}/transparency/${year}/4_notices.csv`,
      ])
        expect([path, (await person.get(path)).status]).toEqual([path, 403]);
  });
});

describe('the page of the transparency report', () => {
  it('shows the files of the year, with the reasons, to those who may have them', async () => {
    const { olga, mona, world, slug } = f;
    const page = (person: Person, path: string, language: string) =>
      person.get(world.base + path, { accept: 'text/html', 'accept-language': language });
    for (const [path, files] of [
      ['/transparency', '/api/v1/admin/transparency'],
      [`/organize/${slug}/transparency`, `/api/v1/admin/conferences/${slug}/transparency`],
    ] as const) {
      const { status, text } = await page(olga, path, 'en');
      expect([path, status]).toEqual([path, 200]);
      for (const name of ORDERED_FILES) expect(text).toContain(`href="${files}/${year}/${name}.csv"`);
      expect(text).toContain(`href="${files}/${year}.zip"`);
      expect(text).toContain('The forum does not know who is a trusted flagger.');
      expect((await page(olga, path, 'fr')).text).toContain('Le forum ne sait pas qui est signaleur de confiance.');
      expect([path, (await page(mona, path, 'en')).status]).toEqual([path, 403]);
    }
    expect((await page(olga, '/organize', 'en')).text).toContain('href="/transparency"');
    expect((await page(olga, `/organize/${slug}/figures`, 'en')).text).toContain(
      `href="/organize/${slug}/transparency"`,
    );
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { becomes, settles } from '../questions/stage.ts';
import { Log } from '../../src/platform/logging/log.ts';
import { until, World, type Json, type Person } from '../support/world.ts';
import { finerThanHours, joined, namedIn } from './file-attacker.ts';
import { RECOMPUTED, rowsIn, type FigureFileRow } from './recomputed.ts';

let world: World;
let olga: Person;
let slug: string;
let talks: { slug: string; threadId: string; id: string; startsAt: string }[];
let people: Person[];

const rowsOf = async (name: string, query = ''): Promise<FigureFileRow[]> =>
  rowsIn((await world.person('nobody').get(`/conferences/${slug}/figures/${name}.csv${query}`)).text);

const figure = async (name: string, query = ''): Promise<Json> => {
  const { status, body } = await world.person('nobody').get(`/conferences/${slug}/figures/${name}${query}`);
  expect([name, status]).toEqual([name, 200]);
  return body;
};

const part = (answer: Json, name: string): Json => (answer['parts'] as Json[]).find((each) => each['name'] === name)!;

/** The figure once it was counted anew: it is used again for a while, and says as of when. */
const figureOnce = async (name: string, is: (answer: Json) => boolean, query = ''): Promise<Json> =>
  until(`${name} to be counted`, async () => {
    const answer = await figure(name, query);
    return is(answer) ? answer : null;
  });

/** All figures, in their order. Their names are addresses, so that none changes or goes. */
const NAMES = [
  'fate-of-questions',
  'time-to-an-answer',
  'talks-with-a-question',
  'comments-by-phase',
  'spread-of-speaking',
  'decisions-about-words',
  'votes',
  'refused-votes',
  'recaps',
  'readers-at-once',
  'emails',
];

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug } = await world.conference(olga, { locale: 'en' }));
  const now = world.clock.now().getTime();
  talks = await Promise.all(
    ['On leaving', 'On numbers', 'On parties'].map(async (title, i) => {
      const startsAt = new Date(now - (i === 2 ? 7_200_000 : 600_000)).toISOString();
      const talk = { slug: `talk-${i}`, title, startsAt, durationMinutes: 30, room: `Room ${i}` };
      const { body } = await olga.post(`/admin/conferences/${slug}/talks`, talk);
      return { slug: `talk-${i}`, threadId: body['threadId'] as string, id: body['id'] as string, startsAt };
    }),
  );
  people = await Promise.all(
    ['ann', 'bob', 'cid', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida', 'jan', 'kim', 'leo'].map(async (name) =>
      (await world.person(name).signsIn()).calledIn(slug, name),
    ),
  );
});
afterAll(() => world.close());

const asks = async (person: Person, talk: number, body: string): Promise<Json> => {
  const { status, body: question } = await person.post(`/threads/${talks[talk]!.threadId}/questions`, { body });
  expect(status).toBe(201);
  return question;
};

describe('a figure', () => {
  it('is declared with its question, formula, what is left out, and what it does not tell', async () => {
    for (const language of ['en', 'fr']) {
      const { body } = await world
        .person('nobody')
        .get(`/conferences/${slug}/figures`, { 'accept-language': language });
      const items = body['items'] as Record<string, string>[];
      expect(items[0]!['name']).toBe('fate-of-questions');
      expect(items.map(({ name }) => name)).toEqual(NAMES);
      for (const item of items)
        for (const name of [
          'question',
          'numerator',
          'denominator',
          'window',
          'leftOut',
          'formula',
          'sql',
          'doesNotTell',
        ]) {
          expect([item['name'], name, item[name]?.trim().length]).toEqual([item['name'], name, expect.any(Number)]);
          expect(item[name]!.length).toBeGreaterThan(3);
          if (language === 'fr' && name !== 'sql') expect(item[name]).not.toMatch(/ [:;!?»]|« /);
        }
    }
  });

  it('can be worked out from its own file: each has a script that does, and none is of a figure that is gone', () => {
    expect(Object.keys(RECOMPUTED)).toEqual(NAMES);
  });

  it('says nothing of fewer than five people, in no window and in no line of its file', async () => {
    for (const person of people.slice(0, 4)) await asks(person, 0, `Why, asks number ${people.indexOf(person)}?`);
    const few = await figureOnce('fate-of-questions', ({ sentence }) => sentence === 'Fewer than five people asked.');
    expect(few).toMatchObject({ value: null, denominator: null, suppressed: true });
    expect(await rowsOf('fate-of-questions')).toEqual([]);
    await asks(people[4]!, 0, 'And why, asks the fifth?');
    await figureOnce('fate-of-questions', ({ denominator }) => denominator === 5);
  });

  it('counts each question once: its five fates are all that were asked', async () => {
    const grace = await becomes(await world.person('grace').signsIn(), olga, { slug, talkId: talks[0]!.id }, 'Grace');
    const questions: Json[] = [];
    for (const [i, person] of people.entries())
      questions.push(await asks(person, 0, `Question number ${i} of the hour?`));
    world.advance({ minutes: 7 });
    for (const question of questions.slice(0, 6))
      await grace.post(`/questions/${question['id'] as string}/answers`, { body: 'It depends.' });
    const fate = await figureOnce('fate-of-questions', (answer) => part(answer, 'answered')['value'] === 6);
    expect(fate).toMatchObject({ value: 6, denominator: 17, suppressed: false });
    expect(fate['sentence']).toBe('6 of 17 questions were answered; 11 still wait.');
    expect(part(fate, 'merged')).toMatchObject({ value: 0, suppressed: false });
    // One person’s question is declined: it is not shown, and neither is the second smallest number.
    await settles(grace, questions[6]!, 'declined', { reason: 'Said before' });
    const declined = await figureOnce('fate-of-questions', ({ suppressed }) => suppressed === true);
    expect((declined['parts'] as Json[]).filter((each) => each['suppressed']).map(({ name }) => name)).toEqual([
      'answered',
      'declined',
    ]);
    expect(declined).toMatchObject({ value: null, denominator: 17 });
  });

  it('is what its own rows sum to', async () => {
    for (const person of people) await person.says(talks[1]!.threadId, `Words of ${people.indexOf(person)}.`);
    for (const person of people.slice(0, 7)) {
      const { body } = await world.person('nobody').get(`/threads/${talks[1]!.threadId}/comments`);
      await person.put(`/comments/${(body['items'] as Json[])[8]!['id'] as string}/vote`);
    }
    const { body } = await world.person('nobody').get(`/conferences/${slug}/figures`);
    await figureOnce('votes', ({ denominator }) => denominator === 7);
    await figureOnce('comments-by-phase', ({ denominator }) => denominator === 17 + 6 + 12);
    let compared = 0;
    for (const { name } of body['items'] as { name: string }[]) {
      const answer = await figureOnce(name, () => true);
      const rows = await rowsOf(name);
      const sum = (which: readonly FigureFileRow[]): number =>
        name === 'readers-at-once'
          ? Math.max(0, ...which.map(({ times }) => Number(times)))
          : which.reduce((total, { times }) => total + Number(times), 0);
      if (answer['denominator'] === null) {
        expect([name, rows]).toEqual([name, []]);
        continue;
      }
      expect([name, sum(rows)]).toEqual([name, answer['denominator']]);
      if (answer['value'] !== null) expect([name, RECOMPUTED[name]!(rows)]).toEqual([name, answer['value']]);
      for (const each of answer['parts'] as Json[])
        expect([name, each['name'], each['value'] ?? 0]).toEqual([
          name,
          each['name'],
          sum(rows.filter((row) => row['part'] === each['name'])),
        ]);
      compared += 1;
    }
    expect(compared).toBeGreaterThanOrEqual(5);
  });

  it('has a median of what its rows took, beside the one of what still waits', async () => {
    const answer = await figureOnce('time-to-an-answer', ({ denominator }) => denominator === 16);
    const minutes = (await rowsOf('time-to-an-answer'))
      .filter(({ part: name }) => name === 'answered')
      .map((row) => Number(row['minutes']))
      .toSorted((a, b) => a - b);
    const middle = minutes.length / 2;
    const median = Math.floor((minutes[Math.ceil(middle) - 1]! + minutes[Math.floor(middle)]!) / 2);
    expect((answer['measures'] as Json)['median']).toBe(median);
    expect(answer['sentence']).toMatch(/^Half of the 6 written answers came within 7 minutes; 10 still wait/);
  });

  it('is counted for a talk and for a day, and says so for what it is not counted for', async () => {
    expect(
      await figureOnce('comments-by-phase', ({ denominator }) => denominator === 12, '?talk=talk-1'),
    ).toMatchObject({
      window: 'On numbers',
    });
    expect(await figure('comments-by-phase', `?talk=${talks[1]!.id}`)).toMatchObject({ denominator: 12 });
    const today = talks[0]!.startsAt.slice(0, 10);
    expect(await figure('talks-with-a-question', `?day=${today}`)).toMatchObject({ value: 1, denominator: 3 });
    const visitor = world.person('nobody');
    for (const [path, status, pointer] of [
      ['recaps?talk=talk-1', 422, '#/query/talk'],
      [`votes?talk=talk-1&day=${today}`, 422, '#/query/day'],
      ['votes?day=2026-13-01', 422, '#/query/day'],
      ['votes.csv?day=2026-02-31', 422, '#/query/day'],
      ['votes?talk=nowhere', 404, null],
      ['engagement-rate', 404, null],
      ['constructor', 404, null],
      ['votes.csv?day=x', 422, '#/query/day'],
      ['nothing.svg', 404, null],
    ] as const) {
      const answer = await visitor.get(`/conferences/${slug}/figures/${path}`);
      expect([path, answer.status]).toEqual([path, status]);
      if (pointer) expect((answer.body['errors'] as Json[])[0]!['pointer']).toBe(pointer);
    }
  });

  it('has rows that two downloads cannot be joined by, and no name in any', async () => {
    const ids = await world.query<{ id: string }>(
      `select id from accounts
       union all select id from personas
       union all select id from comments
       union all select id from threads`,
    );
    const known = ['ann', 'bob', 'Grace', ...ids.map(({ id }) => id)];
    expect(known.length).toBeGreaterThan(50);
    const file = async (name: string): Promise<string> =>
      (await world.person('nobody').get(`/conferences/${slug}/figures/${name}.csv`)).text;
    for (const name of NAMES) {
      const [one, other] = [await file(name), await file(name)];
      expect([name, joined(one, other), namedIn(one, known), finerThanHours(one)]).toEqual([name, [], [], []]);
    }
    expect((await rowsOf('votes')).length).toBeGreaterThan(0);
    const answer = await world.person('nobody').get(`/conferences/${slug}/figures/votes.csv`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is given row by row to one network so often and no oftener, because each download is read anew', async () => {
    const limited = await world.beside({ RATE_LIMITS: 'on' });
    const statuses: number[] = [];
    for (let i = 0; i < 400 && !statuses.includes(429); i += 20)
      statuses.push(
        ...(await Promise.all(
          Array.from({ length: 20 }, async () => {
            const answer = await fetch(`${limited.base}/api/v1/conferences/${slug}/figures/fate-of-questions.csv`);
            // An unread answer keeps its connection, and the node waits for it when it ends.
            await answer.text();
            return answer.status;
          }),
        )),
      );
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(200));
    expect(statuses).toContain(429);
    await limited.close();
  });

  it('is drawn the same for the same numbers, with a title, and with its source when it leaves the page', async () => {
    const draw = async (): Promise<string> =>
      (await world.person('nobody').get(`/conferences/${slug}/figures/comments-by-phase.svg`)).text;
    const svg = await draw();
    expect(svg).toBe(await draw());
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title [^>]*>When do people speak\?<\/title><desc /);
    expect(svg).toContain(`/c/${slug}/figures#comments-by-phase`);
    expect(svg).not.toMatch(/<script|href=/);
    const picture = await fetch(`${world.base}/api/v1/conferences/${slug}/figures/comments-by-phase.png`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await picture.arrayBuffer());
    // PNG (second edition), 11.2.2: the width stands in the first chunk.
    expect([bytes.subarray(1, 4).toString(), bytes.readUInt32BE(16)]).toEqual(['PNG', 1_376]);
  });

  it('stands on the page of its conference and of its talk, with its formula and its rows', async () => {
    const page = async (path: string): Promise<string> =>
      (await world.person('nobody').get(`${world.base}/c/${slug}${path}`, { accept: 'text/html' })).text;
    const whole = await page('/figures?lang=en');
    for (const text of ['What became of the questions?', 'percentile_cont', 'fate-of-questions.csv', 'Nobody knows.'])
      expect(whole).toContain(text);
    expect(whole).not.toMatch(/engagement|sentiment|score/i);
    const talk = await page('/t/talk-1/figures?lang=fr');
    expect(talk).toContain('Quand est-ce qu’on prend la parole');
    expect(talk).toContain('comments-by-phase.csv?talk=talk-1');
    expect(talk).not.toContain('id="recaps"');
  });

  it('counts the most who had a discussion open at once; nobody knows how many read', async () => {
    const sockets = await Promise.all(people.slice(0, 6).map((person) => person.listens()));
    for (const socket of sockets) await socket.emitWithAck('thread:join', { threadId: talks[2]!.threadId });
    const most = await until('six readers to be noted', async () => {
      await world.runNow('figures/note-readers');
      const answer = await figure('readers-at-once', '?talk=talk-2');
      return answer['value'] === 6 ? answer : null;
    });
    expect(most).toMatchObject({
      denominator: 6,
      sentence: 'At most 6 connections to one discussion at the same moment.',
    });
    // An hour later as many again: the peak stays, and its line is no sum of hours.
    world.advance({ hours: 1 });
    sockets[0]!.disconnect();
    await (await people[0]!.listens()).emitWithAck('thread:join', { threadId: talks[2]!.threadId });
    await until('the next hour to be noted', async () => {
      await world.runNow('figures/note-readers');
      return (await world.query('select from reader_peaks where readers >= 5')).length === 2;
    });
    for (const socket of sockets) socket.disconnect();
    const hour = world.clock.ago({ minutes: 59 });
    world.advance({ minutes: 1 });
    await until('a count of both hours', async () => {
      await world.query(`update figure_sums set counted_at = 'epoch', sums = '[]' where figure = 'readers-at-once'`);
      return Date.parse((await figure('readers-at-once'))['asOf'] as string) > hour.getTime();
    });
    expect(await figure('readers-at-once')).toMatchObject({ value: 6 });
    expect((await rowsOf('readers-at-once', '?talk=talk-2')).map(({ times }) => times)).toEqual(['6']);
    expect(await world.query('select readers from reader_peaks')).toContainEqual({ readers: 6 });
  });

  it('counts refused votes by their reason, of whole days, without whose they were', async () => {
    for (const person of people.slice(0, 6)) {
      const own = await person.says(talks[2]!.threadId, 'I would vote for that.');
      expect((await person.put(`/comments/${own['id'] as string}/vote`)).body['type']).toBe('/problems/vote-own');
      expect((await person.put(`/comments/${own['id'] as string}/vote`)).status).toBe(409);
    }
    await world.runNow('comments/note-refused-votes');
    expect(await figure('refused-votes')).toMatchObject({ value: null, suppressed: true });
    world.advance({ hours: 30 });
    const refused = await figureOnce('refused-votes', ({ value }) => value !== null);
    expect(refused).toMatchObject({ value: 12, denominator: 12, sentence: '12 votes were refused.' });
    expect((await rowsOf('refused-votes')).map(({ part: name, times }) => [name, times])).toEqual([['own', '12']]);
    const written = await world.query('select * from refused_votes');
    expect(written).toMatchObject([{ reason: 'own', times: 12, people: 5 }]);
  });

  it('counts what became of e-mails once a day, and changes only when five people are behind the change', async () => {
    const ids = await world.query<{ id: string }>(`select id from accounts order by id limit 8`);
    const [{ id: conferenceId }] = (await world.query('select id from conferences where slug = $1', [slug])) as [
      { id: string },
    ];
    const notices = async (accounts: readonly { id: string }[], fate: string, at: Date): Promise<void> => {
      for (const { id } of accounts)
        await world.query(
          `insert into email_notices (id, account_id, kind, conference_id, at, fate, settled_at)
           values (gen_random_uuid(), $1, 'reply', $2, $4, $3, $4)`,
          [id, conferenceId, fate, at],
        );
    };
    await world.query('delete from email_notices');
    const now = (): Date => new Date(world.clock.now().getTime());
    await notices(ids, 'sent', now());
    await notices(ids.slice(0, 6), 'held', now());
    world.advance({ hours: 24 });
    const first = await figureOnce('emails', ({ denominator }) => denominator === 14);
    expect(first).toMatchObject({ value: 8, sentence: '8 of 14 notices were sent at once, 6 were held back.' });
    // One person more is not told from five.
    await notices(ids.slice(0, 1), 'sent', now());
    world.advance({ hours: 24 });
    expect(await figure('emails')).toEqual(first);
    expect((await rowsOf('emails')).filter(({ part: name }) => name === 'sent').length).toBe(8);
    await notices(ids.slice(1, 5), 'sent', now());
    world.advance({ hours: 24 });
    const next = await figureOnce('emails', ({ denominator }) => denominator === 19);
    expect(next).toMatchObject({ value: 13 });
    // One who is erased takes rows along; the version that is shown stays.
    await world.query(`delete from email_notices where account_id = $1`, [ids[0]!.id]);
    world.advance({ hours: 24 });
    expect(await figure('emails')).toEqual(next);
  });

  it('is given from kept sums, and the full statement is compared with them', async () => {
    const [{ conferenceId }] = (await world.query('select id "conferenceId" from conferences where slug = $1', [
      slug,
    ])) as [{ conferenceId: string }];
    const before = await figure('fate-of-questions');
    // As if counting had taken long, and something had been forgotten while it was kept.
    await world.query(
      `update figure_sums
       set sums = (select jsonb_agg(case when s->>'part' is null then s || '{"value": 4711}' else s end)
         from jsonb_array_elements(sums) s), counted_at = counted_at + interval '1 millisecond', checked_at = 'epoch'
       where conference_id = $1 and figure = 'fate-of-questions'`,
      [conferenceId],
    );
    expect(await figure('fate-of-questions')).toMatchObject({ denominator: 4711 });
    await world.query(`update figure_sums set checked_at = 'infinity' where figure <> 'fate-of-questions'`);
    const warned = jest.spyOn(world.app.get(Log), 'warn');
    await world.runNow('figures/check-sums');
    expect(await figure('fate-of-questions')).toMatchObject({ denominator: before['denominator'] });
    // The log says which figure differs, where and in how many windows, and is silent once they agree.
    const differing = (): unknown[][] =>
      warned.mock.calls.filter(([, text]) => String(text).startsWith('the kept sums of a figure differ'));
    expect(differing().map(([facts]) => facts)).toEqual([
      expect.objectContaining({ figure: 'fate-of-questions', conference: slug, differences: expect.any(Number) }),
    ]);
    const [[{ differences, windows }]] = differing() as [[{ differences: number; windows: string[] }]];
    expect(differences).toBeGreaterThan(0);
    expect(windows.length).toBeGreaterThan(0);
    await world.query(`update figure_sums set checked_at = 'epoch' where figure = 'fate-of-questions'`);
    await world.runNow('figures/check-sums');
    expect(differing()).toHaveLength(1);
    warned.mockRestore();
  });

  it('of a large conference is read while it is counted anew, and follows its logs by itself', async () => {
    const before = await figure('comments-by-phase');
    await world.query(`update figure_sums set took_ms = 5000, counted_at = counted_at + interval '1 millisecond'`);
    await people[7]!.says(talks[2]!.threadId, 'One more thing.');
    expect(await figure('comments-by-phase')).toEqual(before);
    // A count is used ten times as long as it took.
    world.advance({ seconds: 51 });
    await figureOnce('comments-by-phase', ({ denominator }) => denominator === before['denominator'] + 1);
    await people[8]!.says(talks[2]!.threadId, 'And another.');
    await until('the sums to follow', async () => {
      // Again each time, because a count that had begun before says in the end how short it took.
      await world.query(`update figure_sums set took_ms = 5000, counted_at = 'epoch'`);
      await world.runNow('figures/keep-sums');
      const [{ sums }] = (await world.query(`select sums from figure_sums where figure = 'comments-by-phase'`)) as [
        { sums: Json[] },
      ];
      const all = sums.find((row) => row['isThreadAll'] && row['isDayAll'] && row['isPartAll'])!;
      return all['value'] === before['denominator'] + 2;
    });
  });

  it('says that it is being counted where that takes long for the first time, and counts on', async () => {
    const locked = new pg.Client({ connectionString: world.databaseUrl });
    await locked.connect();
    await locked.query('begin; lock table reader_peaks in access exclusive mode');
    await world.query(`delete from figure_sums where figure = 'readers-at-once'`);
    const refused = await world.person('nobody').get(`/conferences/${slug}/figures/readers-at-once`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(refused.body['detail']).toBe('The figures of this conference are being counted. Come back in a moment.');
    const page = await world.person('nobody').get(`${world.base}/c/${slug}/figures`, { accept: 'text/html' });
    expect(page.status).toBe(503);
    await locked.query('rollback');
    await locked.end();
    await until('it to be counted', async () => {
      const { status } = await world.person('nobody').get(`/conferences/${slug}/figures/readers-at-once`);
      return status === 200;
    });
  });

  it('stands on the page of the organizers, beside what waits and what was imported', async () => {
    const answer = await olga.get(`${world.base}/organize/${slug}/figures?lang=en`, { accept: 'text/html' });
    for (const text of ['Figures', 'a moderator', 'What became of the questions?', 'Nothing has been imported yet.'])
      expect(answer.text).toContain(text);
    const other = await people[0]!.get(`${world.base}/organize/${slug}/figures`, { accept: 'text/html' });
    expect([403, 404]).toContain(other.status);
  });
});

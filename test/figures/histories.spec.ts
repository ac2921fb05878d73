import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { COMMENTS_BY_PHASE } from '../../src/figures/comments-by-phase.figure.ts';
import { countingStatement, quickStatement } from '../../src/figures/counting-statement.ts';
import { FATE_OF_QUESTIONS } from '../../src/figures/fate-of-questions.figure.ts';
import type { SumRow } from '../../src/figures/figure-sums.ts';
import { isFullForm } from '../support/form.ts';
import { World } from '../support/world.ts';

/** Histories, each that of one talk, in conferences of a few days. */
const HISTORIES = isFullForm ? 10_000 : 1_000;
const CONFERENCES = isFullForm ? 20 : 4;
const DAYS = 3;
const PEOPLE = 12;
const EVENTS_AT_MOST = 14;
/** Rows written by one statement. */
const BATCH = 5_000;

/** A question as its history left it. */
interface QuestionHistory {
  person: number;
  isAnonymous: boolean;
  status: 'open' | 'taken' | 'answered' | 'declined' | 'merged' | 'expired';
  isHeld: boolean;
  isWithheld: boolean;
  isWithdrawn: boolean;
  isNameless: boolean;
}

let state = 27;
/** A whole number below `below`; the same ones each time (mulberry32). */
function below(bound: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % bound;
}

const isOpen = ({ status }: QuestionHistory): boolean => status === 'open' || status === 'taken';

/** Acts on one question; an act that does not fit changes nothing. */
const ACTS: readonly ((question: QuestionHistory, all: readonly QuestionHistory[]) => void)[] = [
  (question) => {
    if (question.status === 'open') question.status = 'taken';
  },
  (question) => {
    if (isOpen(question)) question.status = 'answered';
  },
  (question) => {
    if (isOpen(question)) question.status = 'declined';
  },
  (question, all) => {
    if (isOpen(question) && all.some((each) => each !== question && each.status !== 'merged'))
      question.status = 'merged';
  },
  (question) => {
    if (question.status === 'declined' || question.status === 'answered') question.status = 'open';
  },
  // A report that is decided, and the appeal that reverses the decision.
  (question) => (question.isWithheld = true),
  (question) => (question.isWithheld = false),
  (question) => (question.isWithdrawn = true),
  (question) => (question.isHeld = false),
  // An erasure that keeps the words, and one that takes them.
  ({ person }, all) => all.filter((each) => each.person === person).forEach((each) => (each.isNameless = true)),
  ({ person }, all) => all.filter((each) => each.person === person).forEach((each) => (each.isWithdrawn = true)),
];

/** The events of one talk. */
function history(): QuestionHistory[] {
  const questions: QuestionHistory[] = [];
  for (let i = below(EVENTS_AT_MOST) + 1; i > 0; i -= 1) {
    if (questions.length === 0 || below(2) === 0)
      questions.push({
        person: below(PEOPLE),
        isAnonymous: below(5) === 0,
        status: 'open',
        isHeld: below(4) === 0,
        isWithheld: false,
        isWithdrawn: false,
        isNameless: false,
      });
    else ACTS[below(ACTS.length)]!(questions[below(questions.length)]!, questions);
  }
  // Read-only: what still waits is over.
  if (below(4) === 0) for (const each of questions) if (isOpen(each)) each.status = 'expired';
  return questions;
}

interface TalkHistory {
  conference: number;
  talk: number;
  day: number;
  questions: QuestionHistory[];
}

let world: World;
let told: TalkHistory[];

/** Copies the rows of a table that are there, with other values of some columns, for each row of `of`, called `u`. */
const copies = (table: string, columns: string, of: string, where = 'true'): string =>
  `insert into ${table}
   select (jsonb_populate_record(x, jsonb_build_object(${columns}))).* from ${table} x, ${of} as u where ${where}`;

const EACH_TALK = 'unnest($1::int[], $2::int[], $3::int[])';

beforeAll(async () => {
  world = await World.open();
  told = Array.from({ length: HISTORIES }, (_, talk) => ({
    conference: talk % CONFERENCES,
    talk,
    day: below(DAYS + 1),
    questions: history(),
  }));
  const olga = await world.person('olga').signsIn();
  const { slug } = await world.conference(olga);
  await olga.calledIn(slug, 'Olga');
  await olga.post(`/admin/conferences/${slug}/talks`, {
    slug: 'first',
    title: 'The first talk',
    startsAt: '2026-11-30T09:00:00Z',
    durationMinutes: 30,
    room: 'A',
  });
  const each = [told.map(({ talk }) => talk), told.map(({ conference }) => conference), told.map(({ day }) => day)];
  await world.query(
    copies(
      'conferences',
      `'id', md5('conference ' || u)::uuid, 'slug', 'made-' || u, 'time_zone', 'UTC'`,
      `generate_series(0, ${CONFERENCES - 1})`,
    ),
  );
  await world.query(
    copies(
      'talks',
      `'id', md5('talk ' || talk)::uuid, 'conference_id', md5('conference ' || conference)::uuid, 'guid', talk::text,
       'slug', 'talk-' || talk, 'thread_id', null, 'starts_at',
       case when day < ${DAYS} then timestamptz '2026-11-01T09:00:00Z' + day * interval '1 day' end`,
      `(select * from ${EACH_TALK} as e(talk, conference, day))`,
    ),
    each,
  );
  await world.query(
    copies(
      'threads',
      `'id', md5('thread ' || talk)::uuid, 'conference_id', md5('conference ' || conference)::uuid,
       'slug', 'talk-' || talk, 'talk_id', md5('talk ' || talk)::uuid, 'code', 'x' || talk`,
      `(select * from ${EACH_TALK} as e(talk, conference, day))`,
      'x.talk_id is not null',
    ),
    each,
  );
  await world.query(
    copies(
      'personas',
      `'id', md5('persona ' || u)::uuid, 'name', 'Person ' || u, 'slug', 'person-' || u`,
      `generate_series(0, ${PEOPLE - 1})`,
    ),
  );
  const questions = told.flatMap(({ talk, questions: asked }) =>
    asked.map((question, i) => ({ talk, seq: i + 1, ...question })),
  );
  for (let i = 0; i < questions.length; i += BATCH)
    await world.query(
      `insert into comments (id, thread_id, seq, changed_seq, kind, persona_id, author_name, is_anonymous, source, html,
         question_status, held_at, withheld_at, withdrawn_at, posted_at)
       select gen_random_uuid(), md5('thread ' || q.talk)::uuid, case when not q."isHeld" then q.seq end, q.seq,
         'question', md5('persona ' || q.person)::uuid, case when not q."isNameless" then 'A' end, q."isAnonymous",
         'Why?', '<p>Why?</p>', q.status, case when q."isHeld" then now() end,
         case when q."isWithheld" then now() end, case when q."isWithdrawn" then now() end, timestamptz '2026-11-01'
       from jsonb_to_recordset($1::jsonb) as q(talk int, seq int, person int, "isAnonymous" boolean, status text,
         "isHeld" boolean, "isWithheld" boolean, "isWithdrawn" boolean, "isNameless" boolean)`,
      [JSON.stringify(questions.slice(i, i + BATCH))],
    );
});
afterAll(() => world.close());

const isShown = ({ isHeld, isWithheld, isWithdrawn }: QuestionHistory): boolean =>
  !isHeld && !isWithheld && !isWithdrawn;
const fateOf = (question: QuestionHistory): string => (isOpen(question) ? 'waiting' : question.status);

/** The windows of a talk, by their keys. */
const windowsOf = ({ talk, day }: TalkHistory): string[] => [
  'conference',
  ...(day < DAYS ? [`day 2026-11-0${day + 1}`] : []),
  `talk ${talk}`,
];

/** The fates that a conference should have, by window and fate. */
function expected(conference: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of told.filter((one) => one.conference === conference))
    for (const question of each.questions.filter((one) => isShown(one)))
      for (const window of windowsOf(each))
        for (const key of [`${window} asked`, `${window} ${fateOf(question)}`])
          counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const keyOf = ({ isThreadAll, isDayAll, day }: SumRow, talk: string | null): string | null => {
  if (!isThreadAll) return `talk ${talk}`;
  if (isDayAll) return 'conference';
  return day === null ? null : `day ${day}`;
};

describe('the fates of questions', () => {
  it('sum to the questions asked in every talk, day and conference, after ten thousand histories', async () => {
    let windows = 0;
    for (let conference = 0; conference < CONFERENCES; conference += 1) {
      const rows = await world.query<SumRow & { talk: string | null }>(
        `select s.*, substr(t.slug, 6) talk
         from (${countingStatement(FATE_OF_QUESTIONS)}) s
         left join threads t on t.id = s."threadId"`,
        [idOfConference(conference), new Date('2026-12-31'), 'UTC'],
      );
      const counted = new Map<string, number>();
      for (const row of rows) {
        const window = keyOf(row, row.talk);
        if (window !== null) counted.set(`${window} ${row.isPartAll ? 'asked' : row.part}`, row.value);
      }
      const should = expected(conference);
      expect(counted.size).toBe(should.size);
      for (const [key, value] of should)
        if (counted.get(key) !== value) expect([key, counted.get(key)]).toEqual([key, value]);
      for (const window of new Set([...counted.keys()].map((key) => key.slice(0, key.lastIndexOf(' '))))) {
        const fates = ['answered', 'declined', 'merged', 'expired', 'waiting'].map(
          (fate) => counted.get(`${window} ${fate}`) ?? 0,
        );
        const sum = fates.reduce((total, value) => total + value, 0);
        if (sum !== counted.get(`${window} asked`))
          expect([window, sum]).toEqual([window, counted.get(`${window} asked`)]);
        windows += 1;
      }
    }
    expect(windows).toBeGreaterThan(HISTORIES / 2);
  });

  it('are the same by the quick statement, which counts person by person, as by the one that is shown', async () => {
    const inOrder = (rows: readonly SumRow[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();
    for (const figure of [FATE_OF_QUESTIONS, COMMENTS_BY_PHASE])
      for (let conference = 0; conference < CONFERENCES; conference += 1) {
        const values = [idOfConference(conference), new Date('2026-12-31'), 'UTC'];
        const full = await world.query<SumRow>(countingStatement(figure), values);
        expect(full.length).toBeGreaterThan(100);
        expect(inOrder(await world.query<SumRow>(quickStatement(figure)!, values))).toEqual(inOrder(full));
      }
    const nowhere = [idOfConference(CONFERENCES), new Date('2026-12-31'), 'UTC'];
    const none = await world.query<SumRow>(countingStatement(FATE_OF_QUESTIONS), nowhere);
    expect(await world.query<SumRow>(quickStatement(FATE_OF_QUESTIONS)!, nowhere)).toEqual(none);
  });
});

const idOfConference = (conference: number): string => {
  const hex = createHash('md5').update(`conference ${conference}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

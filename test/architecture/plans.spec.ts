import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { Database, type Tx } from '../../src/platform/database/database.ts';
import { poolOptions } from '../../src/platform/database/pool-options.ts';
import { Transcript } from '../../src/transcript/transcript.ts';
import { fillThreads } from '../support/many-comments.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

/** Tables that grow with every comment: read through an index, or not in a request. */
const BIG = ['comments', 'thread_log', 'votes', 'posting_keys', 'comment_words', 'comment_revisions'];

interface SentStatement {
  sql: string;
  values: readonly unknown[];
  isPrepared: boolean;
}

let world: World;
let organizer: Person;
let ada: Person;
let places: { slug: string; threadId: string; questionId: string; rootId: string };
let planner: pg.Client;
const kept = new Map<string, string[]>();
/** Statements of recurring tasks by themselves, also while something else is looked at. */
const byItself = new Map<string, SentStatement>();

beforeAll(async () => {
  world = await World.open();
  organizer = await world.person('olga').signsIn();
  ada = await world.person('ada').signsIn();
  const { slug, threadId } = await world.conference(organizer, { settings: { screening: 'none' } });
  await ada.calledIn(slug, 'Ada');
  const question = await ada.post(`/threads/${threadId}/questions`, { body: 'Does it hold?' });
  const root = await ada.says(threadId, 'It does.');
  await fillThreads((sql, values) => world.query(sql, values), threadId);
  places = { slug, threadId, questionId: question.body['id'] as string, rootId: root['id'] as string };
  planner = new pg.Client(poolOptions(world.databaseUrl, 1));
  await planner.connect();
  // The last entry of the log is read again, so that its reader is seen at work.
  await sentDuring(async (sent) => {
    await world.query('update reader_places set n = n - 1 where thread_id = $1', [threadId]);
    const isSeen = (part: RegExp): boolean => [...sent.keys()].some((sql) => part.test(sql));
    await until('the loops to have looked once', () => LOOPS.every(isSeen));
    for (const [sql, each] of sent) byItself.set(sql, each);
  });
});

afterAll(async () => {
  await planner.end();
  for (const [room, statements] of kept) await keep(room, statements);
  await world.close();
});

/**
 * One word of each loop: the reader of the log, of words, the letters, the clock, the questions that end with their
 * thread.
 */
const LOOPS = [
  /reader_places p/,
  /into comment_words/,
  /email_notices where due_at <=/,
  /next_phase_at <=/,
  /question_status in \('open', 'taken'\)/,
];

/** The statements sent while something is done, in order; each once. */
async function sentDuring(
  work: (sent: ReadonlyMap<string, SentStatement>) => Promise<unknown>,
): Promise<SentStatement[]> {
  const database = world.app.get(Database);
  const sent = new Map<string, SentStatement>();
  const note =
    (isPrepared: boolean) =>
    (sql: string, values: readonly unknown[] = []): void => {
      sent.set(sql, sent.get(sql) ?? { sql, values, isPrepared });
    };
  const own = {
    read: database.read.bind(database),
    readOften: database.readOften.bind(database),
    ask: database.ask.bind(database),
    watch: database.watch.bind(database),
    transaction: database.transaction.bind(database),
  };
  const listening =
    (isPrepared: boolean, ask: (sql: string, values?: readonly unknown[]) => Promise<never[]>) =>
    (sql: string, values?: readonly unknown[]): Promise<never[]> => {
      note(isPrepared)(sql, values);
      return ask(sql, values);
    };
  Object.assign(database, {
    read: listening(false, own.read),
    readOften: listening(true, own.readOften),
    ask: listening(false, own.ask),
    transaction: (run: (tx: Tx) => Promise<unknown>) =>
      own.transaction((tx) =>
        run({
          query: listening(true, (sql, values) => tx.query(sql, values)) as never,
          send: (sql, values, onAnswer) => {
            note(true)(sql, values);
            tx.send(sql, values, onAnswer);
          },
        }),
      ),
  });
  try {
    await work(sent);
  } finally {
    for (const name of ['read', 'readOften', 'ask', 'transaction'] as const)
      delete (database as Partial<Database>)[name];
  }
  return [...sent.values()].filter(({ sql }) => !byItself.has(sql) && ofBigTables(sql));
}

const ofBigTables = (sql: string): boolean =>
  [...BIG, 'thread_heads'].some((table) => new RegExp(`\\b${table}\\b`).test(sql));

/** The plan of a statement as it is sent: with its values, and for prepared ones also without knowing them. */
async function plansOf({ sql, values, isPrepared }: SentStatement): Promise<string[]> {
  const lines = async (how: string, given: readonly unknown[]): Promise<string> => {
    const { rows } = await planner.query<{ 'QUERY PLAN': string }>(`explain (${how}) ${sql}`, [...given]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  const plans = [await lines('costs off', values)];
  if (isPrepared && values.length > 0) plans.push(await lines('costs off, generic_plan', []));
  return plans;
}

/** The big tables that a plan reads from end to end. */
const scannedIn = (plan: string): string[] =>
  [...plan.matchAll(/Seq Scan on (\w+)/g)].map((match) => match[1]!).filter((table) => BIG.includes(table));

async function keep(room: string, statements: readonly string[]): Promise<void> {
  const file = path.resolve('test/sql', `${room}.sql`);
  const text =
    `-- What ${room} asks of big tables, and how PostgreSQL goes about it. Written by ` +
    `test/architecture/plans.spec.ts.\n\n${statements.join('\n')}`;
  await mkdir(path.dirname(file), { recursive: true });
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text);
}

/** Values are this run's own. */
const withoutValues = (plan: string): string =>
  plan.replaceAll(/'[^']*'(?=::)/g, "'…'").replaceAll(/(?<=(?:seq|votes) [<>=] )\d+/g, '…');

const QUERIES: Record<string, Record<string, () => Promise<unknown>>> = {
  transcript: {
    'a page, oldest first': () => ada.get(`/threads/${places.threadId}/comments`),
    'the next page, oldest first': () => second(`/threads/${places.threadId}/comments?sort=oldest`),
    'the next page, newest first': () => second(`/threads/${places.threadId}/comments?sort=newest`),
    'the next page, most wanted first': () => second(`/threads/${places.threadId}/comments?sort=top`),
    'the next page of questions, most wanted first': () =>
      second(`/threads/${places.threadId}/comments?sort=top&kind=question`),
    'the next page of questions, oldest first': () =>
      second(`/threads/${places.threadId}/comments?sort=oldest&kind=question`),
    'the next page of questions, newest first': () =>
      second(`/threads/${places.threadId}/comments?sort=newest&kind=question`),
    'the next page of answers, oldest first': () => second(`/threads/${places.threadId}/comments?kind=answer`),
    'the next page of answers, newest first': () =>
      second(`/threads/${places.threadId}/comments?sort=newest&kind=answer`),
    'the next page of answers, most wanted first': () =>
      second(`/threads/${places.threadId}/comments?sort=top&kind=answer`),
    replies: () => ada.get(`/comments/${places.rootId}/replies?limit=51`),
    'a comment': () => ada.get(`/comments/${places.rootId}`),
    'its earlier wordings': () => ada.get(`/comments/${places.rootId}/revisions`),
    'changes after a number': () => ada.get(`/threads/${places.threadId}/changes?after=9000`),
    'a frame': () => world.app.get(Transcript).frame(places.threadId, 9000),
    'a search': () => ada.get(`/conferences/${places.slug}/search?q=${encodeURIComponent('rarely said')}`),
  },
  threads: {
    'threads by activity': () => second(`/conferences/${places.slug}/threads?sort=active`),
    'threads in the order of the programme': () => second(`/conferences/${places.slug}/threads?sort=programme`),
  },
  comments: {
    'posting a comment with a key': () =>
      ada.post(
        `/threads/${places.threadId}/comments`,
        { body: 'And once more.', parentId: places.rootId },
        { 'idempotency-key': 'plan-1' },
      ),
    'a vote': async () => ada.put(`/comments/${await somebodysComment()}/vote`),
    'a vote taken back': async () => ada.delete(`/comments/${await somebodysComment()}/vote`),
    'an edit': () => ada.patch(`/comments/${places.rootId}`, { body: 'It does, and well.' }),
    'what is mine in a thread': () => ada.get(`/threads/${places.threadId}/mine`),
    'a withdrawal': () => ada.delete(`/comments/${places.rootId}`),
  },
  questions: {
    'questions like the one being typed': () =>
      ada.get(`/threads/${places.threadId}/questions/similar?q=${encodeURIComponent('Does it hold')}`),
    'taking a question': () => organizer.ask('PUT', `/questions/${places.questionId}/status`, { status: 'taken' }),
  },
  desk: { 'the desk': () => organizer.get(`/threads/${places.threadId}/desk`) },
  moderation: {
    'the queue': () => organizer.get(`/admin/conferences/${places.slug}/queue?kind=held`),
    withholding: async () =>
      organizer.post(`/admin/comments/${await somebodysComment()}/withhold`, {
        rule: 'topic',
        reason: 'It is about something else.',
      }),
  },
  feeds: {
    'the feed of a thread': () => fetched(`/c/${places.slug}/t/hallway/feed.atom`),
    'the feed of a conference': () => fetched(`/c/${places.slug}/feed.atom`),
    'the feed of answers in a conference': () => fetched(`/c/${places.slug}/feed.atom?kind=answer`),
    'the sitemap of a conference': () => fetched(`/c/${places.slug}/sitemap.xml`),
  },
};

/** The page after the first: only it is asked for by its place. */
async function second(url: string): Promise<void> {
  const { body } = await ada.get(`${url}${url.includes('?') ? '&' : '?'}limit=50`);
  const next = body['next'] as string | null;
  if (next === null) throw new Error(`there is no second page of ${url}`);
  await ada.get(`${url}${url.includes('?') ? '&' : '?'}limit=50&cursor=${encodeURIComponent(next)}`);
}

const fetched = async (page: string): Promise<string> => (await fetch(world.base + page)).text();

const somebodysComment = async (): Promise<string> => {
  const [row] = await world.query<Json>(
    `select id from comments where thread_id = $1 and votes = 7 and kind = 'comment' and parent_id is null limit 1`,
    [places.threadId],
  );
  return row!['id'] as string;
};

/** Keeps the statements and their plans with the room's; none of them may read a big table from end to end. */
async function look(room: string, name: string, sent: readonly SentStatement[]): Promise<void> {
  const file = kept.get(room) ?? [];
  kept.set(room, file);
  const scans = [];
  for (const statement of sent) {
    const plans = await plansOf(statement);
    file.push(
      `-- ${name}\n${statement.sql.replaceAll(/\n\s+/g, '\n  ')};\n${plans[0]!
        .split('\n')
        .map((line) => `--   ${withoutValues(line)}`)
        .join('\n')}\n`,
    );
    scans.push(...plans.flatMap((plan) => scannedIn(plan).map((table) => ({ table, sql: statement.sql, plan }))));
  }
  expect(scans).toEqual([]);
}

describe('asking the database', () => {
  for (const [room, queries] of Object.entries(QUERIES)) {
    for (const [name, ask] of Object.entries(queries)) {
      it(`reads no big table from end to end for ${name}`, async () => {
        const sent = await sentDuring(ask);
        expect(sent.length).toBeGreaterThan(0);
        await look(room, name, sent);
      });
    }
  }

  it('reads no big table from end to end for what happens by itself', async () => {
    await look(
      'by-itself',
      'every second or so',
      [...byItself.values()].filter(({ sql }) => ofBigTables(sql)).toSorted((a, b) => a.sql.localeCompare(b.sql)),
    );
  });

  it('would notice a table that is read from end to end', async () => {
    const [plan] = await plansOf({
      sql: 'select count(*) from comments where html like $1',
      values: ['%x%'],
      isPrepared: false,
    });
    expect(scannedIn(plan!)).toEqual(['comments']);
  });
});

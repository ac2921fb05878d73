import pg from 'pg';
import { CopyIn, lineOf } from './support/copy-in.mjs';
import { discussThread, numbersFrom } from './support/discussion.mjs';
import { populate } from './support/seeded-people.mjs';

/**
 * Fills a database with past discussions, as consistent as if they had come through the API: threads of skewed lengths
 * (one holds a tenth of all comments, some exactly a hundred), replies, questions with votes and answers, revisions,
 * search words, numbers without gaps.
 *
 * The caller opens conferences and threads through the API; the discussions come by COPY. A million comments take a few
 * minutes.
 */
const BATCH = 4 * 1024 * 1024;

const TABLES = {
  comments: [
    'id',
    'thread_id',
    'seq',
    'changed_seq',
    'revision',
    'kind',
    'parent_id',
    'root_id',
    'persona_id',
    'author_name',
    'author_roles',
    'source',
    'html',
    'held_at',
    'held_because',
    'withheld_at',
    'withdrawn_at',
    'votes',
    'reply_count',
    'question_status',
    'answer_id',
    'posted_at',
    'edited_at',
  ],
  thread_log: ['thread_id', 'n', 'seq', 'kind', 'comment_id', 'data', 'at'],
  votes: ['comment_id', 'account_id', 'thread_id'],
  posting_keys: ['thread_id', 'tag', 'body_tag', 'comment_id'],
  comment_revisions: ['comment_id', 'revision', 'thread_id', 'source', 'html', 'was_public', 'written_at'],
};

/** The number of comments of each thread: the first a tenth of all, the next forty a hundred each, the rest by rank. */
export function lengthsOf(threads, comments) {
  const hundreds = Math.min(40, threads - 2);
  const left = comments - Math.floor(comments / 10) - 100 * hundreds;
  const weights = Array.from({ length: threads - 1 - hundreds }, (_, rank) => 1 / (rank + 10));
  const sum = weights.reduce((total, weight) => total + weight);
  const rest = weights.map((weight) => Math.floor((left * weight) / sum));
  rest[0] += left - rest.reduce((total, length) => total + length);
  return [Math.floor(comments / 10), ...Array.from({ length: hundreds }, () => 100), ...rest];
}

/** `report` is called with each step. */
export async function seed(url, { comments, report = () => undefined }) {
  const clients = await Promise.all(Array.from({ length: 6 }, () => connected(url)));
  const [admin, ...copying] = clients;
  const { rows: threads } = await admin.query(
    `select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.starts_at "startsAt"
     from threads t
     join conferences c on c.id = t.conference_id
     where c.slug like 'seeded-%'
     order by c.slug, t.id`,
  );
  const people = await populate(admin, threads);
  const indexes = await dropIndexes(admin, [...Object.keys(TABLES), 'comment_words']);
  report('writing the discussions');
  const copies = Object.fromEntries(
    await Promise.all(
      Object.entries(TABLES).map(async ([table, columns], i) => [table, await CopyIn.on(copying[i], table, columns)]),
    ),
  );
  const waiting = Object.fromEntries(Object.keys(TABLES).map((table) => [table, []]));
  const flush = async (least) => {
    for (const [table, parts] of Object.entries(waiting)) {
      if (parts.length === 0 || parts.reduce((sum, part) => sum + part.length, 0) < least) continue;
      await copies[table].write(parts.splice(0).join(''));
    }
  };
  const heads = [];
  const random = numbersFrom(11_042_012);
  const lengths = lengthsOf(threads.length, comments);
  for (const [i, thread] of threads.entries()) {
    const { all, speakers } = people.get(thread.conferenceId);
    const from = thread.startsAt.getTime();
    const { rows, head } = discussThread({
      threadId: thread.id,
      comments: lengths[i],
      people: all,
      speaker: speakers.get(thread.id),
      from,
      to: from + 6 * 3_600_000,
      random,
    });
    waiting.comments.push(rows.comments.map((comment) => lineOf(columnsOf(thread.id, comment))).join(''));
    for (const [table, key] of [
      ['thread_log', 'log'],
      ['votes', 'votes'],
      ['posting_keys', 'keys'],
      ['comment_revisions', 'revisions'],
    ])
      waiting[table].push(rows[key].map(lineOf).join(''));
    heads.push({
      thread_id: thread.id,
      ...head,
      last_at: head.lastAt === null ? null : new Date(head.lastAt).toISOString(),
    });
    await flush(BATCH);
  }
  await flush(0);
  await Promise.all(Object.values(copies).map((copy) => copy.end()));
  // Before the heads, because a running server's log readers read on as soon as a head is ahead.
  await admin.query(
    `insert into reader_places (reader, thread_id, n)
     select 'search', thread_id, n
     from json_to_recordset($1::json) as r(thread_id uuid, n int)
     on conflict (reader, thread_id) do update set n = excluded.n`,
    [JSON.stringify(heads)],
  );
  await admin.query(
    `update thread_heads h
     set n = r.n, seq = r.seq, comments = r.comments, questions = r.questions, answered = r.answered,
       last_activity_at = r.last_at
     from json_to_recordset($1::json) as r(
       thread_id uuid, n int, seq int, comments int, questions int, answered int, last_at timestamptz
     )
     where h.thread_id = r.thread_id`,
    [JSON.stringify(heads)],
  );
  report('finding the words');
  await admin.query(
    `insert into comment_words (comment_id, thread_id, conference_id, words, rules_version)
     select m.id, m.thread_id, t.conference_id, to_tsvector('english', lower(m.source)), 2
     from comments m
     join threads t on t.id = m.thread_id
     where m.seq is not null
       and m.held_at is null
       and m.withheld_at is null
       and m.withdrawn_at is null
       and m.thread_id = any($1)
     order by m.id
     on conflict do nothing`,
    [threads.map(({ id }) => id)],
  );
  report('building the indexes');
  await Promise.all(
    clients.map(async (client) => {
      for (let next = indexes.pop(); next; next = indexes.pop()) await client.query(next);
    }),
  );
  await admin.query('vacuum (analyze)');
  await admin.query('checkpoint');
  await Promise.all(clients.map((client) => client.end()));
}

async function connected(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // References are consistent by construction; checking each row would take longer than writing it.
  await client.query(
    `set session_replication_role = replica; set maintenance_work_mem = '256MB'; set synchronous_commit = off`,
  );
  return client;
}

/** Drops indexes, to build them at the end for all rows. Returns the statements that build them. */
async function dropIndexes(admin, tables) {
  const { rows } = await admin.query(
    `select indexname, indexdef from pg_indexes
     where schemaname = 'public'
       and tablename = any($1)
       and not exists (select from pg_constraint where conname = indexname)`,
    [tables],
  );
  for (const { indexname } of rows) await admin.query(`drop index "${indexname}"`);
  return rows.map(({ indexdef }) => indexdef);
}

const time = (ms) => (ms === null ? null : new Date(ms).toISOString());

const columnsOf = (threadId, comment) => [
  comment.id,
  threadId,
  comment.seq,
  comment.changed,
  comment.revision,
  comment.kind,
  comment.parent,
  comment.parent,
  comment.person.persona,
  comment.person.name,
  comment.roles,
  comment.source,
  `<p>${comment.source}</p>`,
  time(comment.heldAt),
  comment.heldAt === null ? null : 'first',
  time(comment.withheldAt),
  time(comment.withdrawnAt),
  comment.votes,
  comment.replies,
  comment.status,
  comment.answer,
  time(comment.at),
  time(comment.editedAt),
];

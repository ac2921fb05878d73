import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { answerWith, leaveSignalsToParent } from '../support/processes.mjs';
import { words } from '../support/conference.mjs';

/**
 * The bare limits of posting: what makes a comment durable and numbered (the thread's row, the comment, the log entry)
 * in one statement, committed before the next, without HTTP or checks. `many` takes threads in turn; `hot` stays with
 * one.
 */
const COLUMNS = 'id, thread_id, seq, changed_seq, kind, persona_id, author_name, source, html, posted_at';

const STATEMENT = `with head as (
    update bare.thread_heads
    set seq = seq + 1, n = n + 1, comments = comments + 1, last_activity_at = now()
    where thread_id = $2
    returning seq, n
  ),
    entry as (
      insert into bare.thread_log (thread_id, n, seq, kind, comment_id, data, at)
      select $2, n, seq, 'comment.posted', $1, '{"revision": 1}', now()
      from head
    )
  insert into bare.comments (${COLUMNS})
  select $1, $2, seq, seq, 'comment', $3, 'Person 1', $4, $5, now()
  from head`;

let said = 0;

/** Kept open, as the server keeps its own. */
let clients = [];

async function run({ seconds, threadIds }) {
  const until = performance.now() + seconds * 1000;
  const counts = await Promise.all(clients.map((client) => insertUntil(client, { until, threadIds })));
  return { inTime: counts.reduce((sum, count) => sum + count) };
}

async function insertUntil(client, { until, threadIds }) {
  const persona = randomUUID();
  for (let count = 0; ; count += 1) {
    const source = words((said += 1));
    await client.query({
      name: 'post',
      text: STATEMENT,
      values: [randomUUID(), threadIds[said % threadIds.length], persona, source, `<p>${source}</p>`],
    });
    if (performance.now() > until) return count;
  }
}

/** Tables like the server's own, with indexes, in the same database. */
async function prepare({ url, connections, threadIds }) {
  clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  const [client] = clients;
  await client.query(`create schema bare;
    create table bare.comments (like public.comments including all) with (fillfactor = 80);
    create table bare.thread_log (like public.thread_log including all);
    create table bare.thread_heads (like public.thread_heads including all) with (fillfactor = 50)`);
  await client.query('insert into bare.thread_heads (thread_id) select unnest($1::uuid[])', [threadIds]);
}

leaveSignalsToParent();
answerWith((message) => (message.seconds === undefined ? prepare(message) : run(message)));

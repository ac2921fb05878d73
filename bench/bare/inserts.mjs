import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { answerWith, leaveSignalsToParent } from '../support/processes.mjs';
import { words } from '../support/conference.mjs';

/**
 * The bare limits of posting: a comparable row in one statement, committed before the next, from so many connections.
 * `many` inserts into threads in turn; `hot` also moves the one row of one thread, in the same statement.
 */
const COLUMNS = '(id, thread_id, seq, changed_seq, kind, persona_id, author_name, source, html, posted_at)';

const STATEMENTS = {
  many: `insert into bare.comments ${COLUMNS} values ($1, $2, $6, $6, 'comment', $3, 'Person 1', $4, $5, now())`,
  hot: `with head as (update bare.thread_heads set seq = seq + 1, n = n + 1, comments = comments + 1, last_activity_at = now() where thread_id = $2 returning seq)
    insert into bare.comments ${COLUMNS} select $1, $2, seq, seq, 'comment', $3, 'Person 1', $4, $5, now() from head where $6::int > 0`,
};

let said = 0;

/** Opened once and kept, as the server keeps its own. */
let clients = [];

async function run({ seconds, kind, threadIds }) {
  const until = performance.now() + seconds * 1000;
  const counts = await Promise.all(clients.map((client) => insertUntil(client, { until, kind, threadIds })));
  return { inTime: counts.reduce((sum, count) => sum + count) };
}

async function insertUntil(client, { until, kind, threadIds }) {
  const persona = randomUUID();
  for (let count = 0; ; count += 1) {
    const source = words((said += 1));
    await client.query({ name: kind, text: STATEMENTS[kind], values: [randomUUID(), threadIds[said % threadIds.length], persona, source, `<p>${source}</p>`, said] });
    if (performance.now() > until) return count;
  }
}

/** Tables like the server's own, indexes included, beside them in the same database. */
async function prepare({ url, connections, threadIds }) {
  clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  const [client] = clients;
  await client.query(`create schema bare;
    create table bare.comments (like public.comments including all) with (fillfactor = 80);
    create table bare.thread_heads (like public.thread_heads including all) with (fillfactor = 50)`);
  await client.query('insert into bare.thread_heads (thread_id) select unnest($1::uuid[])', [threadIds]);
}

leaveSignalsToParent();
answerWith((message) => (message.seconds === undefined ? prepare(message) : run(message)));

/**
 * Enough rows for an index to be used: comments in one long thread and hundreds of short ones, with all that refers to
 * them.
 */
const COMMENTS = 24_000;
const LONG = 10_000;
const THREADS = 300;

type Query = (sql: string, values?: unknown[]) => Promise<unknown>;

/** Fills the tables of comments around a thread, with the same rows each time, and analyses them. */
export async function fillThreads(query: Query, threadId: string): Promise<void> {
  await query(`insert into accounts (id, address_cipher, address_key_id, address_index, locale, created_on)
    select md5('account ' || i)::uuid, '\\x00', 'test', decode(md5('account ' || i), 'hex'), 'fr', current_date
    from generate_series(1, 500) i`);
  await query(
    `insert into personas (id, account_id, conference_id, name, tagline, avatar_seed)
     select md5('persona ' || i)::uuid, md5('account ' || i)::uuid, t.conference_id, 'Person ' || i, '', ''
     from generate_series(1, 500) i, threads t
     where t.id = $1`,
    [threadId],
  );
  await query(
    `insert into threads (id, conference_id, slug, title, state, opens_at, starts_at, readonly_at, archived_at)
     select md5('thread ' || i)::uuid, conference_id, 'thread-' || i, 'Thread ' || i, state, opens_at, starts_at,
       readonly_at, archived_at
     from threads, generate_series(1, ${THREADS}) i
     where id = $1`,
    [threadId],
  );
  await query(`insert into thread_heads (thread_id, seq, n, comments, last_activity_at, next_phase_at)
    select md5('thread ' || i)::uuid, 1000, 1000, 40, now() - i * interval '1 minute', now() + interval '80 days'
    from generate_series(1, ${THREADS}) i`);
  await query(
    `insert into comments (
       id, thread_id, seq, changed_seq, kind, parent_id, root_id, persona_id, author_name, source, html, votes,
       reply_count, question_status, posted_at, held_at
     )
     select md5('comment ' || i)::uuid,
       case when i <= ${LONG} then $1 else md5('thread ' || (1 + i % ${THREADS}))::uuid end, seq, seq,
       case when i % 20 = 0 then 'question' when i % 21 = 0 then 'answer' else 'comment' end,
       case when i % 4 = 1 and i > 100 then md5('comment ' || (i - i % 40))::uuid end,
       case when i % 4 = 1 and i > 100 then md5('comment ' || (i - i % 40))::uuid end,
       md5('persona ' || (1 + i % 500))::uuid, 'Person ' || (1 + i % 500), source, '<p>' || source || '</p>', i % 13,
       case when i % 40 = 0 then 9 else 0 end,
       case when i % 20 = 0 then case when i % 60 = 0 then 'answered' else 'open' end end,
       now() - (${COMMENTS} - i) * interval '1 second', case when i % 997 = 0 then now() end
     from (
       select i,
         case when i % 997 = 0 then null else 10 + i end seq,
         'Number ' || i || ' says again what was often said about topic ' || (
           i % 40
         ) || case when i % 4000 = 7 then ', rarely'
           else ''
         end source
       from generate_series(1, ${COMMENTS}) i
     ) m`,
    [threadId],
  );
  // Before the log, in which the forum finds the comments whose words it writes.
  await query(
    `insert into comment_words (comment_id, thread_id, conference_id, words, rules_version)
     select m.id, m.thread_id, t.conference_id, to_tsvector('french', lower(m.source)), 2
     from comments m
     join threads t on t.id = m.thread_id
     where m.seq is not null and m.held_at is null
     on conflict do nothing`,
  );
  await query(
    `insert into thread_log (thread_id, n, seq, kind, comment_id, at)
     select thread_id, 10 + row_number() over (partition by thread_id order by posted_at), seq,
       case when seq is null then 'comment.held' else 'comment.posted' end, id, posted_at
     from comments
     where author_name like 'Person %'`,
  );
  await query(
    `insert into votes (comment_id, account_id, thread_id)
     select m.id, md5('account ' || (1 + (v * 37 + m.votes) % 500))::uuid, m.thread_id
     from comments m, generate_series(1, 2) v
     where m.votes >= 2
     on conflict do nothing`,
  );
  await query(
    `insert into posting_keys (thread_id, tag, body_tag, comment_id)
     select thread_id, decode(md5(id::text), 'hex'), '\\x00', id
     from comments`,
  );
  await query(
    `insert into comment_revisions (comment_id, revision, thread_id, source, html, was_public, written_at)
     select id, 1, thread_id, source, html, true, posted_at
     from comments, generate_series(1, 1)
     where votes > 3`,
  );
  await query(
    `update thread_heads h
     set seq = greatest(h.seq, m.seq), n = greatest(h.n, m.n)
     from (
       select thread_id, max(seq) seq, (select max(n) from thread_log l where l.thread_id = c.thread_id) n
       from comments c
       group by thread_id
     ) m
     where m.thread_id = h.thread_id`,
  );
  await query(
    `insert into reader_places (reader, thread_id, n)
     select 'search', thread_id, n from thread_heads
     on conflict (reader, thread_id) do update set n = excluded.n`,
  );
  await query('analyze');
}

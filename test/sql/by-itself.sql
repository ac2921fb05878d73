-- What by-itself asks of big tables, and how PostgreSQL goes about it. Written by test/architecture/plans.spec.ts.

-- every second or so
delete from comment_words where comment_id = any($1);
--   Delete on comment_words
--     ->  Index Scan using comment_words_pkey on comment_words
--           Index Cond: (comment_id = ANY ('…'::uuid[]))

-- every second or so
insert into comment_words (comment_id, thread_id, conference_id, words, rules_version)
  select id, $1, conference_id, to_tsvector(dictionary::regconfig, words), 3
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as r(id, conference_id, dictionary, words);
--   Insert on comment_words
--     ->  Function Scan on r

-- every second or so
select account_id "accountId", posts from erasures e
  where done_at > $1
  and exists (select from votes v where v.account_id = e.account_id)
  limit 100;
--   Limit
--     ->  Nested Loop Semi Join
--           ->  Seq Scan on erasures e
--                 Filter: (done_at > '…'::timestamp with time zone)
--           ->  Index Only Scan using votes_of_an_account on votes v
--                 Index Cond: (account_id = e.account_id)

-- every second or so
select h.thread_id id from thread_heads h
  left join reader_places p on p.reader = $1 and p.thread_id = h.thread_id
  where h.n > coalesce(p.n, 0)
  limit 100;
--   Limit
--     ->  Hash Left Join
--           Hash Cond: (h.thread_id = p.thread_id)
--           Filter: (h.n > COALESCE(p.n, 0))
--           ->  Seq Scan on thread_heads h
--           ->  Hash
--                 ->  Seq Scan on reader_places p
--                       Filter: (reader = '…'::text)

-- every second or so
select m.id, m.html, t.conference_id "conferenceId", c.locale
  from comments m
  join threads t on t.id = m.thread_id
  join conferences c on c.id = t.conference_id
  where m.id = any($1) and m.seq is not null and m.held_at is null and m.withheld_at is null and m.withdrawn_at is null
  and not exists (select from threads n where n.id = m.thread_id and n.hidden_at is not null);
--   Nested Loop Anti Join
--     ->  Nested Loop
--           ->  Nested Loop
--                 ->  Index Scan using comments_pkey on comments m
--                       Index Cond: (id = ANY ('…'::uuid[]))
--                       Filter: ((seq IS NOT NULL) AND (held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL))
--                 ->  Index Scan using threads_pkey on threads t
--                       Index Cond: (id = m.thread_id)
--           ->  Index Scan using conferences_pkey on conferences c
--                 Index Cond: (id = t.conference_id)
--     ->  Index Scan using threads_pkey on threads n
--           Index Cond: (id = m.thread_id)
--           Filter: (hidden_at IS NOT NULL)

-- every second or so
select n, seq, kind, comment_id "commentId", data, at
  from thread_log
  where thread_id = $2
  and n > (select n from reader_places where reader = $1 and thread_id = $2)
  order by n limit 500;
--   Limit
--     InitPlan 1
--       ->  Index Scan using reader_places_pkey on reader_places
--             Index Cond: ((reader = '…'::text) AND (thread_id = '…'::uuid))
--     ->  Index Scan using thread_log_pkey on thread_log
--           Index Cond: ((thread_id = '…'::uuid) AND (n > (InitPlan 1).col1))

-- every second or so
select t.id from threads t
  where t.state in ('readonly', 'archived')
  and exists (select from comments m where m.thread_id = t.id and m.question_status in ('open', 'taken'));
--   Nested Loop Semi Join
--     ->  Seq Scan on threads t
--           Filter: (state = ANY ('…'::text[]))
--     ->  Index Only Scan using unsettled_questions on comments m
--           Index Cond: (thread_id = t.id)

-- every second or so
select thread_id id from thread_heads where next_phase_at <= $1;
--   Seq Scan on thread_heads
--     Filter: (next_phase_at <= '…'::timestamp with time zone)

-- every second or so
select w.comment_id id, m.html, c.locale
  from comment_words w
  join comments m on m.id = w.comment_id
  join conferences c on c.id = w.conference_id
  where w.rules_version < 3
  limit 200
  for update of w skip locked;
--   Limit
--     ->  LockRows
--           ->  Nested Loop
--                 Join Filter: (c.id = w.conference_id)
--                 ->  Merge Join
--                       Merge Cond: (w.comment_id = m.id)
--                       ->  Index Scan using comment_words_before_rules_3 on comment_words w
--                             Filter: (rules_version < 3)
--                       ->  Index Scan using comments_pkey on comments m
--                 ->  Materialize
--                       ->  Seq Scan on conferences c

-- every second or so
update comment_words w
  set words = to_tsvector(r.dictionary::regconfig, r.words), rules_version = 3
  from unnest($1::uuid[], $2::text[], $3::text[]) as r(id, dictionary, words)
  where w.comment_id = r.id;
--   Update on comment_words w
--     ->  Nested Loop
--           ->  Function Scan on r
--           ->  Index Scan using comment_words_pkey on comment_words w
--                 Index Cond: (comment_id = r.id)

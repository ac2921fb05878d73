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
insert into email_notices (id, account_id, kind, conference_id, thread_id, comment_id, recap_id, n, at, due_at)
  select gen_random_uuid(), x.account_id, x.kind, t.conference_id, t.id, x.comment_id, x.recap_id, x.n, $2, x.due_at
  from (select distinct g.account_id, 'waiting' kind, $1::uuid thread_id, m.id comment_id, null::uuid recap_id, e.n,
  greatest($2::timestamptz, k.starts_at + make_interval(mins => k.duration_minutes) + interval '1 hour') due_at
  from unnest($3::int[], $4::text[], $5::uuid[]) e(n, kind, comment_id)
  join comments m on m.id = e.comment_id and m.kind = 'question'
  join threads h on h.id = $1
  join talks k on k.id = h.talk_id
  join grants g on g.talk_id = k.id and g.role = 'speaker'
  left join personas o on o.id = m.persona_id
  where m.seq is not null and m.held_at is null and m.withheld_at is null and m.withdrawn_at is null
  and not exists (select from threads n where n.id = m.thread_id and n.hidden_at is not null) and g.account_id is distinct from o.account_id) x
  join threads t on t.id = x.thread_id
  join accounts a on a.id = x.account_id and a.kind = 'full'
  on conflict do nothing;
--   Insert on email_notices
--     Conflict Resolution: NOTHING
--     ->  Subquery Scan on "*SELECT*"
--           ->  Nested Loop
--                 ->  Nested Loop
--                       ->  Unique
--                             ->  Sort
--                                   Sort Key: g.account_id, m.id, e.n, (GREATEST('…'::timestamp with time zone, ((k.starts_at + make_interval(0, 0, 0, 0, 0, k.duration_minutes, '…'::double precision)) + '…'::interval)))
--                                   ->  Nested Loop Anti Join
--                                         ->  Nested Loop
--                                               Join Filter: (g.account_id IS DISTINCT FROM o.account_id)
--                                               ->  Nested Loop
--                                                     Join Filter: (k.id = h.talk_id)
--                                                     ->  Nested Loop
--                                                           Join Filter: (k.id = g.talk_id)
--                                                           ->  Seq Scan on talks k
--                                                           ->  Seq Scan on grants g
--                                                                 Filter: (role = '…'::text)
--                                                     ->  Index Scan using talk_has_one_thread on threads h
--                                                           Index Cond: (talk_id = g.talk_id)
--                                                           Filter: (id = '…'::uuid)
--                                               ->  Nested Loop Left Join
--                                                     ->  Nested Loop
--                                                           ->  Function Scan on e
--                                                           ->  Index Scan using comments_pkey on comments m
--                                                                 Index Cond: (id = e.comment_id)
--                                                                 Filter: ((seq IS NOT NULL) AND (held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL) AND (kind = '…'::text))
--                                                     ->  Index Scan using personas_pkey on personas o
--                                                           Index Cond: (id = m.persona_id)
--                                         ->  Index Scan using threads_pkey on threads n
--                                               Index Cond: (id = m.thread_id)
--                                               Filter: (hidden_at IS NOT NULL)
--                       ->  Index Scan using threads_pkey on threads t
--                             Index Cond: (id = ('…'::uuid))
--                 ->  Index Scan using accounts_pkey on accounts a
--                       Index Cond: (id = g.account_id)
--                       Filter: (kind = '…'::text)

-- every second or so
insert into email_notices (id, account_id, kind, conference_id, thread_id, comment_id, recap_id, n, at, due_at)
  select gen_random_uuid(), x.account_id, x.kind, t.conference_id, t.id, x.comment_id, x.recap_id, x.n, $2, x.due_at
  from (select p.account_id, 'reply' kind, $1::uuid thread_id, m.id comment_id, null::uuid recap_id, e.n,
  $2::timestamptz due_at
  from unnest($3::int[], $4::text[], $5::uuid[]) e(n, kind, comment_id)
  join comments m on m.id = e.comment_id and m.kind <> 'answer'
  join comments q on q.id = m.parent_id
  join personas p on p.id = q.persona_id
  left join personas o on o.id = m.persona_id
  where m.seq is not null and m.held_at is null and m.withheld_at is null and m.withdrawn_at is null
  and not exists (select from threads n where n.id = m.thread_id and n.hidden_at is not null) and p.account_id is distinct from o.account_id) x
  join threads t on t.id = x.thread_id
  join accounts a on a.id = x.account_id and a.kind = 'full'
  on conflict do nothing;
--   Insert on email_notices
--     Conflict Resolution: NOTHING
--     ->  Subquery Scan on "*SELECT*"
--           ->  Nested Loop
--                 ->  Index Scan using threads_pkey on threads t
--                       Index Cond: (id = '…'::uuid)
--                 ->  Nested Loop
--                       ->  Nested Loop Anti Join
--                             ->  Nested Loop Left Join
--                                   Filter: (p.account_id IS DISTINCT FROM o.account_id)
--                                   ->  Nested Loop
--                                         ->  Nested Loop
--                                               ->  Nested Loop
--                                                     ->  Function Scan on e
--                                                     ->  Index Scan using comments_pkey on comments m
--                                                           Index Cond: (id = e.comment_id)
--                                                           Filter: ((seq IS NOT NULL) AND (held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL) AND (kind <> '…'::text))
--                                               ->  Index Scan using comments_pkey on comments q
--                                                     Index Cond: (id = m.parent_id)
--                                         ->  Index Scan using personas_pkey on personas p
--                                               Index Cond: (id = q.persona_id)
--                                   ->  Index Scan using personas_pkey on personas o
--                                         Index Cond: (id = m.persona_id)
--                             ->  Index Scan using threads_pkey on threads n
--                                   Index Cond: (id = m.thread_id)
--                                   Filter: (hidden_at IS NOT NULL)
--                       ->  Index Scan using accounts_pkey on accounts a
--                             Index Cond: (id = p.account_id)
--                             Filter: (kind = '…'::text)

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
--                 ->  Index Scan using reader_places_pkey on reader_places p
--                       Index Cond: (reader = '…'::text)

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
select s.conference_id "conferenceId", s.figure
  from figure_sums s
  where s.took_ms > $1
  and s.counted_at + 10 * s.took_ms * interval '1 millisecond' < $2
  and s.place <> (
  select coalesce(sum(h.n), 0) + count(*) from threads t join thread_heads h on h.thread_id = t.id
  where t.conference_id = s.conference_id
  )
  order by s.counted_at;
--   Sort
--     Sort Key: s.counted_at
--     ->  Seq Scan on figure_sums s
--           Filter: ((took_ms > 100) AND ((counted_at + (((10 * took_ms))::double precision * '…'::interval)) < '…'::timestamp with time zone) AND (place <> (SubPlan 1)))
--           SubPlan 1
--             ->  Aggregate
--                   ->  Hash Join
--                         Hash Cond: (h.thread_id = t.id)
--                         ->  Seq Scan on thread_heads h
--                         ->  Hash
--                               ->  Seq Scan on threads t
--                                     Filter: (conference_id = s.conference_id)

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

-- every second or so
with due as (
  update taken_replies
  set notify_due_at = case
  when at > $1::timestamptz - interval '3 days' then $1::timestamptz + interval '5 minutes'
  end
  where id in (
  select id from taken_replies where notify_due_at <= $1 order by notify_due_at limit 20
  for update skip locked
  )
  returning *
  )
  select d.id, d.account_id "accountId", a.locale, d.state, d.reason, d.attachments,
  case when t.hidden_at is null then t.title else c.title end "threadTitle", '/c/' || c.slug || case when t.hidden_at is null then '/t/' || t.slug else '' end "threadPath",
  c.title "conferenceTitle", c.settings->'brand'->>'accent' accent, m.id "commentId",
  coalesce(m.held_at is not null, false) "isHeld",
  case when m.withheld_at is null and m.withdrawn_at is null then m.source end source
  from due d
  join accounts a on a.id = d.account_id
  join threads t on t.id = d.thread_id
  join conferences c on c.id = t.conference_id
  left join comments m on m.id = d.comment_id
  where d.state in ('published', 'draft');
--   Nested Loop Left Join
--     CTE due
--       ->  Update on taken_replies
--             ->  Nested Loop Semi Join
--                   Join Filter: ("ANY_subquery".id = taken_replies.id)
--                   ->  Seq Scan on taken_replies
--                   ->  Subquery Scan on "ANY_subquery"
--                         ->  Limit
--                               ->  LockRows
--                                     ->  Sort
--                                           Sort Key: taken_replies_1.notify_due_at
--                                           ->  Seq Scan on taken_replies taken_replies_1
--                                                 Filter: (notify_due_at <= '…'::timestamp with time zone)
--     ->  Nested Loop
--           ->  Nested Loop
--                 ->  Nested Loop
--                       ->  CTE Scan on due d
--                             Filter: (state = ANY ('…'::text[]))
--                       ->  Index Scan using accounts_pkey on accounts a
--                             Index Cond: (id = d.account_id)
--                 ->  Index Scan using threads_pkey on threads t
--                       Index Cond: (id = d.thread_id)
--           ->  Index Scan using conferences_pkey on conferences c
--                 Index Cond: (id = t.conference_id)
--     ->  Index Scan using comments_pkey on comments m
--           Index Cond: (id = d.comment_id)

-- What comments asks of big tables, and how PostgreSQL goes about it. Written by test/architecture/plans.spec.ts.

-- posting a comment with a key
select h.thread_id "threadId", h.seq, h.n, h.floor, h.comments, h.questions, h.answered,
  h.declined, h.merged, h.expired, h.last_activity_at "lastActivityAt", h.next_phase_at "nextPhaseAt" from thread_heads h
  where thread_id = any($1)
  order by thread_id
  for no key update skip locked;
--   LockRows
--     ->  Index Scan using thread_heads_pkey on thread_heads h
--           Index Cond: (thread_id = ANY ('…'::uuid[]))

-- posting a comment with a key
select k.thread_id "threadId", k.tag, k.body_tag "bodyTag", k.comment_id "commentId"
  from unnest($1::uuid[], $2::bytea[]) as u(thread_id, tag)
  join posting_keys k on k.thread_id = u.thread_id and k.tag = u.tag;
--   Nested Loop
--     ->  Function Scan on u
--     ->  Index Scan using posting_keys_pkey on posting_keys k
--           Index Cond: ((thread_id = u.thread_id) AND (tag = u.tag))

-- posting a comment with a key
select id, thread_id "threadId", root_id "rootId", seq, held_at "heldAt", withheld_at "withheldAt",
  withdrawn_at "withdrawnAt"
  from comments
  where id = any($1);
--   Index Scan using comments_pkey on comments
--     Index Cond: (id = ANY ('…'::uuid[]))

-- posting a comment with a key
select w.i::int - 1 i,
  case when w.is_limited then (select max(m.posted_at) from personas p
  cross join lateral (
  select posted_at from comments
  where persona_id = p.id and posted_at > $5::timestamptz - interval '10 minutes'
  order by posted_at desc limit 31
  ) m
  where p.account_id = w.account_id) end "lastAt",
  case when w.is_limited then (
  select m.posted_at from personas p
  cross join lateral (
  select posted_at from comments
  where persona_id = p.id and posted_at > $5::timestamptz - interval '10 minutes'
  order by posted_at desc limit 31
  ) m
  where p.account_id = w.account_id
  order by m.posted_at desc
  offset 29
  limit 1
  )
  end "thirtiethLastAt",
  case when coalesce(t.slow_mode, nullif(c.settings->'slowMode', 'null')) is not null then (
  select max(m.posted_at) from personas p
  join comments m on m.persona_id = p.id
  where p.account_id = w.account_id
  and m.thread_id = w.thread_id
  and m.posted_at > $5::timestamptz - interval '1 hour'
  )
  end "lastHereAt",
  exists (
  select
  from personas p
  cross join lateral (
  select thread_id, source, withdrawn_at from comments
  where persona_id = p.id and posted_at > $5::timestamptz - interval '6 minutes'
  order by posted_at desc limit 31
  ) m
  where p.account_id = w.account_id
  and m.thread_id = w.thread_id
  and m.source = w.source
  and m.withdrawn_at is null
  ) "isDuplicate",
  exists (
  select from personas p
  cross join lateral (select from comments m where m.persona_id = p.id and m.seq is not null limit 1) m
  where p.account_id = w.account_id and p.conference_id = t.conference_id
  ) "isApproved"
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bool[])
  with ordinality as w(account_id, thread_id, source, is_limited, i)
  join threads t on t.id = w.thread_id
  join conferences c on c.id = t.conference_id;
--   Nested Loop
--     ->  Nested Loop
--           ->  Function Scan on w
--           ->  Index Scan using threads_pkey on threads t
--                 Index Cond: (id = w.thread_id)
--     ->  Index Scan using conferences_pkey on conferences c
--           Index Cond: (id = t.conference_id)
--     SubPlan 1
--       ->  Aggregate
--             ->  Nested Loop
--                   ->  Index Scan using personas_of_an_account on personas p
--                         Index Cond: (account_id = w.account_id)
--                   ->  Limit
--                         ->  Index Only Scan Backward using comments_of_a_persona on comments
--                               Index Cond: ((persona_id = p.id) AND (posted_at > ('…'::timestamp with time zone - '…'::interval)))
--     SubPlan 2
--       ->  Limit
--             ->  Sort
--                   Sort Key: comments_1.posted_at DESC
--                   ->  Nested Loop
--                         ->  Index Scan using personas_of_an_account on personas p_1
--                               Index Cond: (account_id = w.account_id)
--                         ->  Limit
--                               ->  Index Only Scan Backward using comments_of_a_persona on comments comments_1
--                                     Index Cond: ((persona_id = p_1.id) AND (posted_at > ('…'::timestamp with time zone - '…'::interval)))
--     SubPlan 3
--       ->  Aggregate
--             ->  Nested Loop
--                   ->  Index Scan using personas_of_an_account on personas p_2
--                         Index Cond: (account_id = w.account_id)
--                   ->  Index Scan using comments_of_a_persona on comments m
--                         Index Cond: ((persona_id = p_2.id) AND (posted_at > ('…'::timestamp with time zone - '…'::interval)))
--                         Filter: (thread_id = w.thread_id)
--     SubPlan 4
--       ->  Nested Loop
--             ->  Index Scan using personas_of_an_account on personas p_3
--                   Index Cond: (account_id = w.account_id)
--             ->  Subquery Scan on m_1
--                   Filter: ((m_1.withdrawn_at IS NULL) AND (m_1.thread_id = w.thread_id) AND (m_1.source = w.source))
--                   ->  Limit
--                         ->  Index Scan Backward using comments_of_a_persona on comments comments_2
--                               Index Cond: ((persona_id = p_3.id) AND (posted_at > ('…'::timestamp with time zone - '…'::interval)))
--     SubPlan 6
--       ->  Nested Loop
--             ->  Index Scan using personas_of_an_account on personas p_4
--                   Index Cond: ((account_id = w.account_id) AND (conference_id = t.conference_id))
--             ->  Limit
--                   ->  Index Scan using comments_of_a_persona on comments m_2
--                         Index Cond: (persona_id = p_4.id)
--                         Filter: (seq IS NOT NULL)

-- posting a comment with a key
insert into comments (
  id, thread_id, seq, changed_seq, kind, parent_id, root_id, persona_id, author_name, author_roles, is_anonymous,
  question_status, source, html, held_at, held_because, posted_at
  )
  select id, "threadId", seq, seq, kind, "parentId", "rootId", "personaId", "authorName", "authorRoles",
  "isAnonymous", "questionStatus", source, html, "heldAt", "heldBecause", "postedAt"
  from json_to_recordset($1::json) as r(
  id uuid, "threadId" uuid, seq int, kind text, "parentId" uuid, "rootId" uuid, "personaId" uuid,
  "authorName" text, "authorRoles" text[], "isAnonymous" boolean, "questionStatus" text, source text, html text,
  "heldAt" timestamptz, "heldBecause" text, "postedAt" timestamptz
  );
--   Insert on comments
--     ->  Function Scan on json_to_recordset r

-- posting a comment with a key
update comments m
  set reply_count = m.reply_count + r.replies, changed_seq = r.seq
  from (
  select id, count(*)::int replies, max(seq) seq
  from unnest($1::uuid[], $2::int[]) as u(id, seq)
  group by id
  ) r
  where m.id = r.id;
--   Update on comments m
--     ->  Nested Loop
--           ->  Subquery Scan on r
--                 ->  HashAggregate
--                       Group Key: u.id
--                       ->  Function Scan on u
--           ->  Index Scan using comments_pkey on comments m
--                 Index Cond: (id = r.id)

-- posting a comment with a key
insert into posting_keys (thread_id, tag, body_tag, comment_id)
  select *
  from unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::uuid[]);
--   Insert on posting_keys
--     ->  Function Scan on unnest

-- posting a comment with a key
insert into thread_log (thread_id, n, seq, kind, comment_id, data, at)
  select thread_id, n, seq, kind, comment_id, data, at
  from json_to_recordset($1::json) as r(
  thread_id uuid, n int, seq int, kind text, comment_id uuid, data jsonb, at timestamptz
  );
--   Insert on thread_log
--     ->  Function Scan on json_to_recordset r

-- posting a comment with a key
update thread_heads h
  set seq = r.seq, n = r.n, comments = h.comments + r.comments, questions = h.questions + r.questions,
  answered = h.answered + r.answered, declined = h.declined + r.declined, merged = h.merged + r.merged,
  expired = h.expired + r.expired, last_activity_at = coalesce(r.last_activity_at, h.last_activity_at),
  next_phase_at = r.next_phase_at
  from json_to_recordset($1::json) as r(
  thread_id uuid, seq int, n int, comments int, questions int, answered int, declined int, merged int,
  expired int, last_activity_at timestamptz, next_phase_at timestamptz
  )
  where h.thread_id = r.thread_id;
--   Update on thread_heads h
--     ->  Hash Join
--           Hash Cond: (h.thread_id = r.thread_id)
--           ->  Seq Scan on thread_heads h
--           ->  Hash
--                 ->  Function Scan on json_to_recordset r

-- a vote
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", p.account_id "accountId", t.conference_id "conferenceId", t.talk_id "talkId"
  from comments m join threads t on t.id = m.thread_id left join personas p on p.id = m.persona_id where m.id = $1;
--   Nested Loop Left Join
--     ->  Nested Loop
--           ->  Index Scan using comments_pkey on comments m
--                 Index Cond: (id = '…'::uuid)
--           ->  Index Scan using threads_pkey on threads t
--                 Index Cond: (id = m.thread_id)
--     ->  Index Scan using personas_pkey on personas p
--           Index Cond: (id = m.persona_id)

-- a vote
select h.thread_id "threadId", h.seq, h.n, h.floor, h.comments, h.questions, h.answered,
  h.declined, h.merged, h.expired, h.last_activity_at "lastActivityAt", h.next_phase_at "nextPhaseAt" from thread_heads h
  where thread_id = any($1)
  order by thread_id
  for no key update skip locked;
--   LockRows
--     ->  Index Scan using thread_heads_pkey on thread_heads h
--           Index Cond: (thread_id = ANY ('…'::uuid[]))

-- a vote
select b.i::int - 1 i, m.id, m.seq, m.votes, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", p.account_id "ownerId", v.comment_id is not null "hasVote",
  coalesce(a.kind = 'guest', false) "isGuest",
  case
  when m.merged_into is null and not exists (select from comments c where c.merged_into = m.id) then null
  else (
  with recursive below(id) as (
  select m.id
  union
  select c.id from below t join comments c on c.merged_into = t.id
  ), above(id) as (
  select m.merged_into
  union
  select c.merged_into from above t join comments c on c.id = t.id where c.merged_into is not null
  ), whole(top, id) as (
  select id, id from above
  union
  select t.top, c.id from whole t join comments c on c.merged_into = t.id
  )
  select json_agg(json_build_object(
  'id', o.id,
  'isAbove', o.is_above,
  'isOwn', coalesce(op.account_id = b.account_id, false),
  'hasVote', exists (select from votes x where x.comment_id = o.id and x.account_id = b.account_id),
  'isSupported', exists (
  select from whole w
  join votes x on x.comment_id = w.id and x.account_id = b.account_id and x.moved_from is null
  where w.top = o.id and w.id not in (select id from below)
  )
  ) order by o.id)
  from (
  select id, true is_above from above where id is not null
  union all
  select id, false from below where id <> m.id
  ) o
  join comments om on om.id = o.id
  left join personas op on op.id = om.persona_id
  )
  end merged
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as b(thread_id, comment_id, account_id, i)
  join comments m on m.id = b.comment_id and m.thread_id = b.thread_id
  left join personas p on p.id = m.persona_id
  left join accounts a on a.id = b.account_id
  left join votes v on v.comment_id = m.id and v.account_id = b.account_id;
--   Nested Loop Left Join
--     Join Filter: (v.account_id = b.account_id)
--     ->  Nested Loop Left Join
--           ->  Nested Loop Left Join
--                 ->  Nested Loop
--                       ->  Function Scan on b
--                       ->  Index Scan using comments_pkey on comments m
--                             Index Cond: (id = b.comment_id)
--                             Filter: (b.thread_id = thread_id)
--                 ->  Index Scan using personas_pkey on personas p
--                       Index Cond: (id = m.persona_id)
--           ->  Index Scan using accounts_pkey on accounts a
--                 Index Cond: (id = b.account_id)
--     ->  Index Only Scan using votes_pkey on votes v
--           Index Cond: (comment_id = m.id)
--     SubPlan 1
--       ->  Index Only Scan using comments_merged_into on comments c
--             Index Cond: (merged_into = m.id)
--     SubPlan 12
--       ->  Aggregate
--             CTE below
--               ->  Recursive Union
--                     ->  Result
--                     ->  Nested Loop
--                           ->  WorkTable Scan on below t
--                           ->  Index Scan using comments_merged_into on comments c_1
--                                 Index Cond: (merged_into = t.id)
--             CTE above
--               ->  Recursive Union
--                     ->  Result
--                     ->  Hash Join
--                           Hash Cond: (t_1.id = c_2.id)
--                           ->  WorkTable Scan on above t_1
--                           ->  Hash
--                                 ->  Index Scan using comments_merged_into on comments c_2
--             CTE whole
--               ->  Recursive Union
--                     ->  CTE Scan on above
--                     ->  Merge Join
--                           Merge Cond: (t_2.id = c_3.merged_into)
--                           ->  Sort
--                                 Sort Key: t_2.id
--                                 ->  WorkTable Scan on whole t_2
--                           ->  Index Scan using comments_merged_into on comments c_3
--             ->  Sort
--                   Sort Key: above_1.id
--                   ->  Nested Loop Left Join
--                         ->  Nested Loop
--                               ->  Append
--                                     ->  CTE Scan on above above_1
--                                           Filter: (id IS NOT NULL)
--                                     ->  CTE Scan on below below_1
--                                           Filter: (id <> m.id)
--                               ->  Index Scan using comments_pkey on comments om
--                                     Index Cond: (id = above_1.id)
--                         ->  Index Scan using personas_pkey on personas op
--                               Index Cond: (id = om.persona_id)
--             SubPlan 6
--               ->  Index Only Scan using votes_pkey on votes x
--                     Index Cond: ((comment_id = above_1.id) AND (account_id = b.account_id))
--             SubPlan 9
--               ->  Nested Loop
--                     ->  CTE Scan on whole w
--                           Filter: ((NOT (ANY (id = (hashed SubPlan 8).col1))) AND (top = above_1.id))
--                           SubPlan 8
--                             ->  CTE Scan on below
--                     ->  Index Scan using votes_pkey on votes x_1
--                           Index Cond: ((comment_id = w.id) AND (account_id = b.account_id))
--                           Filter: (moved_from IS NULL)

-- a vote
insert into votes (comment_id, account_id, thread_id, moved_from, is_by_guest)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::boolean[]);
--   Insert on votes
--     ->  Function Scan on unnest

-- a vote
update comments m
  set votes = m.votes + r.by, changed_seq = r.seq
  from (
  select id, sum(by)::int by, max(seq) seq
  from unnest($1::uuid[], $2::int[], $3::int[]) as u(id, by, seq)
  group by id
  ) r
  where m.id = r.id
  returning m.id, m.votes;
--   Update on comments m
--     ->  Nested Loop
--           ->  Subquery Scan on r
--                 ->  HashAggregate
--                       Group Key: u.id
--                       ->  Function Scan on u
--           ->  Index Scan using comments_pkey on comments m
--                 Index Cond: (id = r.id)

-- a vote
insert into thread_log (thread_id, n, seq, kind, comment_id, data, at)
  select thread_id, n, seq, kind, comment_id, data, at
  from json_to_recordset($1::json) as r(
  thread_id uuid, n int, seq int, kind text, comment_id uuid, data jsonb, at timestamptz
  );
--   Insert on thread_log
--     ->  Function Scan on json_to_recordset r

-- a vote
update thread_heads h
  set seq = r.seq, n = r.n, comments = h.comments + r.comments, questions = h.questions + r.questions,
  answered = h.answered + r.answered, declined = h.declined + r.declined, merged = h.merged + r.merged,
  expired = h.expired + r.expired, last_activity_at = coalesce(r.last_activity_at, h.last_activity_at),
  next_phase_at = r.next_phase_at
  from json_to_recordset($1::json) as r(
  thread_id uuid, seq int, n int, comments int, questions int, answered int, declined int, merged int,
  expired int, last_activity_at timestamptz, next_phase_at timestamptz
  )
  where h.thread_id = r.thread_id;
--   Update on thread_heads h
--     ->  Hash Join
--           Hash Cond: (h.thread_id = r.thread_id)
--           ->  Seq Scan on thread_heads h
--           ->  Hash
--                 ->  Function Scan on json_to_recordset r

-- a vote taken back
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", p.account_id "accountId", t.conference_id "conferenceId", t.talk_id "talkId"
  from comments m join threads t on t.id = m.thread_id left join personas p on p.id = m.persona_id where m.id = $1;
--   Nested Loop Left Join
--     ->  Nested Loop
--           ->  Index Scan using comments_pkey on comments m
--                 Index Cond: (id = '…'::uuid)
--           ->  Index Scan using threads_pkey on threads t
--                 Index Cond: (id = m.thread_id)
--     ->  Index Scan using personas_pkey on personas p
--           Index Cond: (id = m.persona_id)

-- a vote taken back
select h.thread_id "threadId", h.seq, h.n, h.floor, h.comments, h.questions, h.answered,
  h.declined, h.merged, h.expired, h.last_activity_at "lastActivityAt", h.next_phase_at "nextPhaseAt" from thread_heads h
  where thread_id = any($1)
  order by thread_id
  for no key update skip locked;
--   LockRows
--     ->  Index Scan using thread_heads_pkey on thread_heads h
--           Index Cond: (thread_id = ANY ('…'::uuid[]))

-- a vote taken back
select b.i::int - 1 i, m.id, m.seq, m.votes, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", p.account_id "ownerId", v.comment_id is not null "hasVote",
  coalesce(a.kind = 'guest', false) "isGuest",
  case
  when m.merged_into is null and not exists (select from comments c where c.merged_into = m.id) then null
  else (
  with recursive below(id) as (
  select m.id
  union
  select c.id from below t join comments c on c.merged_into = t.id
  ), above(id) as (
  select m.merged_into
  union
  select c.merged_into from above t join comments c on c.id = t.id where c.merged_into is not null
  ), whole(top, id) as (
  select id, id from above
  union
  select t.top, c.id from whole t join comments c on c.merged_into = t.id
  )
  select json_agg(json_build_object(
  'id', o.id,
  'isAbove', o.is_above,
  'isOwn', coalesce(op.account_id = b.account_id, false),
  'hasVote', exists (select from votes x where x.comment_id = o.id and x.account_id = b.account_id),
  'isSupported', exists (
  select from whole w
  join votes x on x.comment_id = w.id and x.account_id = b.account_id and x.moved_from is null
  where w.top = o.id and w.id not in (select id from below)
  )
  ) order by o.id)
  from (
  select id, true is_above from above where id is not null
  union all
  select id, false from below where id <> m.id
  ) o
  join comments om on om.id = o.id
  left join personas op on op.id = om.persona_id
  )
  end merged
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as b(thread_id, comment_id, account_id, i)
  join comments m on m.id = b.comment_id and m.thread_id = b.thread_id
  left join personas p on p.id = m.persona_id
  left join accounts a on a.id = b.account_id
  left join votes v on v.comment_id = m.id and v.account_id = b.account_id;
--   Nested Loop Left Join
--     Join Filter: (v.account_id = b.account_id)
--     ->  Nested Loop Left Join
--           ->  Nested Loop Left Join
--                 ->  Nested Loop
--                       ->  Function Scan on b
--                       ->  Index Scan using comments_pkey on comments m
--                             Index Cond: (id = b.comment_id)
--                             Filter: (b.thread_id = thread_id)
--                 ->  Index Scan using personas_pkey on personas p
--                       Index Cond: (id = m.persona_id)
--           ->  Index Scan using accounts_pkey on accounts a
--                 Index Cond: (id = b.account_id)
--     ->  Index Only Scan using votes_pkey on votes v
--           Index Cond: (comment_id = m.id)
--     SubPlan 1
--       ->  Index Only Scan using comments_merged_into on comments c
--             Index Cond: (merged_into = m.id)
--     SubPlan 12
--       ->  Aggregate
--             CTE below
--               ->  Recursive Union
--                     ->  Result
--                     ->  Nested Loop
--                           ->  WorkTable Scan on below t
--                           ->  Index Scan using comments_merged_into on comments c_1
--                                 Index Cond: (merged_into = t.id)
--             CTE above
--               ->  Recursive Union
--                     ->  Result
--                     ->  Hash Join
--                           Hash Cond: (t_1.id = c_2.id)
--                           ->  WorkTable Scan on above t_1
--                           ->  Hash
--                                 ->  Index Scan using comments_merged_into on comments c_2
--             CTE whole
--               ->  Recursive Union
--                     ->  CTE Scan on above
--                     ->  Merge Join
--                           Merge Cond: (t_2.id = c_3.merged_into)
--                           ->  Sort
--                                 Sort Key: t_2.id
--                                 ->  WorkTable Scan on whole t_2
--                           ->  Index Scan using comments_merged_into on comments c_3
--             ->  Sort
--                   Sort Key: above_1.id
--                   ->  Nested Loop Left Join
--                         ->  Nested Loop
--                               ->  Append
--                                     ->  CTE Scan on above above_1
--                                           Filter: (id IS NOT NULL)
--                                     ->  CTE Scan on below below_1
--                                           Filter: (id <> m.id)
--                               ->  Index Scan using comments_pkey on comments om
--                                     Index Cond: (id = above_1.id)
--                         ->  Index Scan using personas_pkey on personas op
--                               Index Cond: (id = om.persona_id)
--             SubPlan 6
--               ->  Index Only Scan using votes_pkey on votes x
--                     Index Cond: ((comment_id = above_1.id) AND (account_id = b.account_id))
--             SubPlan 9
--               ->  Nested Loop
--                     ->  CTE Scan on whole w
--                           Filter: ((NOT (ANY (id = (hashed SubPlan 8).col1))) AND (top = above_1.id))
--                           SubPlan 8
--                             ->  CTE Scan on below
--                     ->  Index Scan using votes_pkey on votes x_1
--                           Index Cond: ((comment_id = w.id) AND (account_id = b.account_id))
--                           Filter: (moved_from IS NULL)

-- an edit
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", p.account_id "accountId", t.conference_id "conferenceId", t.talk_id "talkId"
  from comments m join threads t on t.id = m.thread_id left join personas p on p.id = m.persona_id where m.id = $1;
--   Nested Loop Left Join
--     ->  Nested Loop
--           ->  Index Scan using comments_pkey on comments m
--                 Index Cond: (id = '…'::uuid)
--           ->  Index Scan using threads_pkey on threads t
--                 Index Cond: (id = m.thread_id)
--     ->  Index Scan using personas_pkey on personas p
--           Index Cond: (id = m.persona_id)

-- an edit
select h.thread_id "threadId", h.seq, h.n, h.floor, h.comments, h.questions, h.answered,
  h.declined, h.merged, h.expired, h.last_activity_at "lastActivityAt", h.next_phase_at "nextPhaseAt" from thread_heads h
  where thread_id = any($1)
  order by thread_id
  for no key update;
--   LockRows
--     ->  Index Scan using thread_heads_pkey on thread_heads h
--           Index Cond: (thread_id = ANY ('…'::uuid[]))

-- an edit
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt",
  m.source,
  p.account_id "accountId",
  coalesce((select a.kind = 'guest' from accounts a where a.id = p.account_id), false) "isByGuest",
  exists (select from comments r where r.parent_id = m.id and r.seq is not null) "hasReply",
  exists (
  select from comments o
  join personas q on q.id = o.persona_id
  where q.account_id = p.account_id
  and q.conference_id = p.conference_id
  and o.seq is not null
  ) "isApproved"
  from comments m
  left join personas p on p.id = m.persona_id
  where m.thread_id = $1 and m.id = any($2);
--   Nested Loop Left Join
--     ->  Index Scan using comments_pkey on comments m
--           Index Cond: (id = ANY ('…'::uuid[]))
--           Filter: (thread_id = '…'::uuid)
--     ->  Index Scan using personas_pkey on personas p
--           Index Cond: (id = m.persona_id)
--     SubPlan 1
--       ->  Index Scan using accounts_pkey on accounts a
--             Index Cond: (id = p.account_id)
--     SubPlan 2
--       ->  Index Scan using replies_to_a_comment on comments r
--             Index Cond: (parent_id = m.id)
--             Filter: (seq IS NOT NULL)
--     SubPlan 4
--       ->  Nested Loop
--             ->  Index Scan using personas_of_an_account on personas q
--                   Index Cond: ((account_id = p.account_id) AND (conference_id = p.conference_id))
--             ->  Bitmap Heap Scan on comments o
--                   Recheck Cond: (q.id = persona_id)
--                   Filter: (seq IS NOT NULL)
--                   ->  Bitmap Index Scan on comments_of_a_persona
--                         Index Cond: (persona_id = q.id)

-- what is mine in a thread
select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id where t.id = $1;
--   Nested Loop
--     Join Filter: (c.id = t.conference_id)
--     ->  Nested Loop
--           ->  Index Scan using threads_pkey on threads t
--                 Index Cond: (id = '…'::uuid)
--           ->  Index Scan using thread_heads_pkey on thread_heads h
--                 Index Cond: (thread_id = '…'::uuid)
--     ->  Seq Scan on conferences c

-- what is mine in a thread
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt",
  exists (select from comments r where r.parent_id = m.id and r.seq is not null) "hasReply"
  from comments m
  join personas p on p.id = m.persona_id
  where m.thread_id = $2 and p.account_id = $1
  order by m.seq nulls last, m.id limit 1000;
--   Limit
--     ->  Result
--           ->  Sort
--                 Sort Key: m.seq, m.id
--                 ->  Nested Loop
--                       ->  Index Scan using personas_of_an_account on personas p
--                             Index Cond: (account_id = '…'::uuid)
--                       ->  Bitmap Heap Scan on comments m
--                             Recheck Cond: (p.id = persona_id)
--                             Filter: (thread_id = '…'::uuid)
--                             ->  Bitmap Index Scan on comments_of_a_persona
--                                   Index Cond: (persona_id = p.id)
--           SubPlan 1
--             ->  Index Scan using replies_to_a_comment on comments r
--                   Index Cond: (parent_id = m.id)
--                   Filter: (seq IS NOT NULL)

-- what is mine in a thread
select comment_id id from votes where account_id = $1 and thread_id = $2 limit 10000;
--   Limit
--     ->  Index Scan using votes_of_an_account on votes
--           Index Cond: ((account_id = '…'::uuid) AND (thread_id = '…'::uuid))

-- a withdrawal
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", p.account_id "accountId", t.conference_id "conferenceId", t.talk_id "talkId"
  from comments m join threads t on t.id = m.thread_id left join personas p on p.id = m.persona_id where m.id = $1;
--   Nested Loop Left Join
--     ->  Nested Loop
--           ->  Index Scan using comments_pkey on comments m
--                 Index Cond: (id = '…'::uuid)
--           ->  Index Scan using threads_pkey on threads t
--                 Index Cond: (id = m.thread_id)
--     ->  Index Scan using personas_pkey on personas p
--           Index Cond: (id = m.persona_id)

-- a withdrawal
select h.thread_id "threadId", h.seq, h.n, h.floor, h.comments, h.questions, h.answered,
  h.declined, h.merged, h.expired, h.last_activity_at "lastActivityAt", h.next_phase_at "nextPhaseAt" from thread_heads h
  where thread_id = any($1)
  order by thread_id
  for no key update;
--   LockRows
--     ->  Index Scan using thread_heads_pkey on thread_heads h
--           Index Cond: (thread_id = ANY ('…'::uuid[]))

-- a withdrawal
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt",
  m.source,
  p.account_id "accountId",
  coalesce((select a.kind = 'guest' from accounts a where a.id = p.account_id), false) "isByGuest",
  exists (select from comments r where r.parent_id = m.id and r.seq is not null) "hasReply",
  exists (
  select from comments o
  join personas q on q.id = o.persona_id
  where q.account_id = p.account_id
  and q.conference_id = p.conference_id
  and o.seq is not null
  ) "isApproved"
  from comments m
  left join personas p on p.id = m.persona_id
  where m.thread_id = $1 and m.id = any($2);
--   Nested Loop Left Join
--     ->  Index Scan using comments_pkey on comments m
--           Index Cond: (id = ANY ('…'::uuid[]))
--           Filter: (thread_id = '…'::uuid)
--     ->  Index Scan using personas_pkey on personas p
--           Index Cond: (id = m.persona_id)
--     SubPlan 1
--       ->  Index Scan using accounts_pkey on accounts a
--             Index Cond: (id = p.account_id)
--     SubPlan 2
--       ->  Index Scan using replies_to_a_comment on comments r
--             Index Cond: (parent_id = m.id)
--             Filter: (seq IS NOT NULL)
--     SubPlan 4
--       ->  Nested Loop
--             ->  Index Scan using personas_of_an_account on personas q
--                   Index Cond: ((account_id = p.account_id) AND (conference_id = p.conference_id))
--             ->  Bitmap Heap Scan on comments o
--                   Recheck Cond: (q.id = persona_id)
--                   Filter: (seq IS NOT NULL)
--                   ->  Bitmap Index Scan on comments_of_a_persona
--                         Index Cond: (persona_id = q.id)

-- a withdrawal
update comments
  set held_at = $2, withheld_at = $3, withdrawn_at = $4, changed_seq = coalesce($5, changed_seq),
  seq = case when $6 then $5 else seq end, held_because = coalesce($7, held_because)
  where id = $1;
--   Update on comments
--     ->  Index Scan using comments_pkey on comments
--           Index Cond: (id = '…'::uuid)

-- a withdrawal
insert into thread_log (thread_id, n, seq, kind, comment_id, data, at)
  select thread_id, n, seq, kind, comment_id, data, at
  from json_to_recordset($1::json) as r(
  thread_id uuid, n int, seq int, kind text, comment_id uuid, data jsonb, at timestamptz
  );
--   Insert on thread_log
--     ->  Function Scan on json_to_recordset r

-- a withdrawal
update thread_heads h
  set seq = r.seq, n = r.n, comments = h.comments + r.comments, questions = h.questions + r.questions,
  answered = h.answered + r.answered, declined = h.declined + r.declined, merged = h.merged + r.merged,
  expired = h.expired + r.expired, last_activity_at = coalesce(r.last_activity_at, h.last_activity_at),
  next_phase_at = r.next_phase_at
  from json_to_recordset($1::json) as r(
  thread_id uuid, seq int, n int, comments int, questions int, answered int, declined int, merged int,
  expired int, last_activity_at timestamptz, next_phase_at timestamptz
  )
  where h.thread_id = r.thread_id;
--   Update on thread_heads h
--     ->  Hash Join
--           Hash Cond: (h.thread_id = r.thread_id)
--           ->  Seq Scan on thread_heads h
--           ->  Hash
--                 ->  Function Scan on json_to_recordset r

-- What moderation asks of big tables, and how PostgreSQL goes about it. Written by test/architecture/plans.spec.ts.

-- the queue
with page as materialized (select * from ((select m.id item_id, m.id comment_id, null::uuid recap_id, m.held_at since
  from comments m
  where m.held_at is not null
  and m.withheld_at is null
  and m.withdrawn_at is null
  and m.thread_id = any(array(select t.id from threads t where t.conference_id = $1 and ($6::uuid[] is null or t.talk_id = any($6))))
  and ($3::timestamptz is null or (m.held_at, m.id) > ($3, $4::uuid))
  order by m.held_at, m.id limit $2) union all (select a.id item_id, null::uuid comment_id, a.id recap_id, a.held_at since
  from recaps a
  where a.conference_id = $1
  and a.held_at is not null
  and a.withheld_at is null
  and a.withdrawn_at is null
  and $6::uuid[] is null
  and ($3::timestamptz is null or (a.held_at, a.id) > ($3, $4::uuid))
  order by a.held_at, a.id limit $2)) w order by w.since, w.item_id limit $2)
  select page.item_id "itemId",
  page.since,
  t.title "threadTitle",
  t.slug "threadSlug",
  coalesce(m.held_because, a.held_because) "heldBecause",
  (select p.account_id from personas p where p.id = coalesce(m.persona_id, a.persona_id)) "authorId",
  page.recap_id "recapId",
  (select row_to_json(c) from (select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt" where m.id is not null) c) comment,
  (select json_agg(c) from (select q.id, q.thread_id "threadId", q.seq, q.changed_seq "changedSeq", q.revision, q.kind,
  q.parent_id "parentId", q.root_id "rootId", q.persona_id "personaId", q.is_anonymous "isAnonymous",
  q.author_name "authorName", q.author_roles "authorRoles", q.html, q.held_at "heldAt", q.withheld_at "withheldAt",
  q.withdrawn_at "withdrawnAt", q.votes, q.reply_count "replyCount", q.question_status "questionStatus",
  q.question_reason "questionReason", q.note_withheld_at "noteWithheldAt", q.answer_id "answerId",
  q.merged_into "mergedInto", q.posted_at "postedAt", q.edited_at "editedAt" from (select m.root_id id union select m.parent_id) around
  join comments q on q.id = around.id and q.seq is not null
  order by q.seq) c) context,
  (select json_agg(c) from (select r.id, r.rule, r.reason, r.made_at at from reports r
  where (r.comment_id = page.comment_id or r.recap_id = page.recap_id)
  and r.status = 'open'
  and r.confirmed_at is not null
  order by r.made_at limit 20) c) reports,
  (select json_agg(c) from (select d.id, d.kind, d.rule, d.reason, d.at from (
  select o.id from comments o
  where o.persona_id = m.persona_id and not m.is_anonymous and o.id <> m.id
  union all
  select o.id from comments o where o.persona_id = a.persona_id
  union all
  select o.id from recaps o
  where o.persona_id = coalesce(a.persona_id, case when not m.is_anonymous then m.persona_id end)
  and o.id is distinct from a.id
  ) o
  join decisions d on d.comment_id = o.id or d.recap_id = o.id
  where d.kind <> 'release'
  order by d.at desc limit 5) c) earlier,
  (select row_to_json(c) from (select k.account_id "accountId", k.until, (
  select nullif(p.name, '') from personas p
  where p.account_id = k.account_id
  and p.conference_id = $1
  and p.withdrawn_at is null
  and (
  exists (select from badges b where b.persona_id = p.id)
  or (
  not exists (select from badges b where b.account_id = p.account_id and b.conference_id = p.conference_id)
  and not exists (
  select from personas o
  where o.account_id = p.account_id
  and o.conference_id = p.conference_id
  and o.withdrawn_at is null
  and o.id <> p.id
  )
  )
  )
  order by p.id limit 1
  ) name from queue_claims k where (k.comment_id = page.comment_id or k.recap_id = page.recap_id) and k.until > $5) c) claim
  from page
  left join comments m on m.id = page.comment_id
  left join recaps a on a.id = page.recap_id
  left join threads t on t.id = m.thread_id
  order by page.since, page.item_id;
--   Nested Loop Left Join
--     CTE page
--       ->  Limit
--             ->  Merge Append
--                   Sort Key: m_1.held_at, m_1.id
--                   ->  Limit
--                         InitPlan 1
--                           ->  Seq Scan on threads t_1
--                                 Filter: (conference_id = '…'::uuid)
--                         ->  Sort
--                               Sort Key: m_1.held_at, m_1.id
--                               ->  Index Scan using held_comments on comments m_1
--                                     Index Cond: (thread_id = ANY ((InitPlan 1).col1))
--                                     Filter: ((withheld_at IS NULL) AND (withdrawn_at IS NULL))
--                   ->  Limit
--                         ->  Sort
--                               Sort Key: a_1.held_at, a_1.id
--                               ->  Seq Scan on recaps a_1
--                                     Filter: ((held_at IS NOT NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL) AND (conference_id = '…'::uuid))
--     ->  Nested Loop Left Join
--           Join Filter: (a.id = page.recap_id)
--           ->  Nested Loop Left Join
--                 ->  CTE Scan on page
--                 ->  Index Scan using comments_pkey on comments m
--                       Index Cond: (id = page.comment_id)
--           ->  Seq Scan on recaps a
--     ->  Index Scan using threads_pkey on threads t
--           Index Cond: (id = m.thread_id)
--     SubPlan 3
--       ->  Index Scan using personas_pkey on personas p
--             Index Cond: (id = COALESCE(m.persona_id, a.persona_id))
--     SubPlan 4
--       ->  Result
--             One-Time Filter: (m.id IS NOT NULL)
--     SubPlan 5
--       ->  Aggregate
--             ->  Subquery Scan on c
--                   ->  Sort
--                         Sort Key: q.seq
--                         ->  Nested Loop
--                               ->  Unique
--                                     ->  Sort
--                                           Sort Key: (m.root_id)
--                                           ->  Append
--                                                 ->  Result
--                                                 ->  Result
--                               ->  Index Scan using comments_pkey on comments q
--                                     Index Cond: (id = (m.root_id))
--                                     Filter: (seq IS NOT NULL)
--     SubPlan 6
--       ->  Aggregate
--             ->  Subquery Scan on c_1
--                   ->  Limit
--                         ->  Sort
--                               Sort Key: r.made_at
--                               ->  Seq Scan on reports r
--                                     Filter: ((confirmed_at IS NOT NULL) AND (status = '…'::text) AND ((comment_id = page.comment_id) OR (recap_id = page.recap_id)))
--     SubPlan 7
--       ->  Aggregate
--             ->  Subquery Scan on c_2
--                   ->  Limit
--                         ->  Sort
--                               Sort Key: d.at DESC
--                               ->  Nested Loop
--                                     Join Filter: ((d.comment_id = o_1.id) OR (d.recap_id = o_1.id))
--                                     ->  Append
--                                           ->  Result
--                                                 One-Time Filter: (NOT m.is_anonymous)
--                                                 ->  Bitmap Heap Scan on comments o_1
--                                                       Recheck Cond: (persona_id = m.persona_id)
--                                                       Filter: (id <> m.id)
--                                                       ->  Bitmap Index Scan on comments_of_a_persona
--                                                             Index Cond: (persona_id = m.persona_id)
--                                           ->  Bitmap Heap Scan on comments o_2
--                                                 Recheck Cond: (persona_id = a.persona_id)
--                                                 ->  Bitmap Index Scan on comments_of_a_persona
--                                                       Index Cond: (persona_id = a.persona_id)
--                                           ->  Seq Scan on recaps o_3
--                                                 Filter: ((id IS DISTINCT FROM a.id) AND (persona_id = COALESCE(a.persona_id, CASE WHEN (NOT m.is_anonymous) THEN m.persona_id ELSE NULL::uuid END)))
--                                     ->  Seq Scan on decisions d
--                                           Filter: (kind <> '…'::text)
--     SubPlan 14
--       ->  Seq Scan on queue_claims k
--             Filter: ((until > '…'::timestamp with time zone) AND ((comment_id = page.comment_id) OR (recap_id = page.recap_id)))
--             SubPlan 13
--               ->  Limit
--                     ->  Sort
--                           Sort Key: p_1.id
--                           ->  Index Scan using personas_of_an_account on personas p_1
--                                 Index Cond: ((account_id = k.account_id) AND (conference_id = '…'::uuid))
--                                 Filter: ((withdrawn_at IS NULL) AND (EXISTS(SubPlan 8) OR ((NOT EXISTS(SubPlan 10)) AND (NOT EXISTS(SubPlan 12)))))
--                                 SubPlan 8
--                                   ->  Seq Scan on badges b
--                                         Filter: (persona_id = p_1.id)
--                                 SubPlan 10
--                                   ->  Seq Scan on badges b_1
--                                         Filter: ((account_id = p_1.account_id) AND (conference_id = p_1.conference_id))
--                                 SubPlan 12
--                                   ->  Index Scan using personas_of_an_account on personas o_4
--                                         Index Cond: ((account_id = p_1.account_id) AND (conference_id = p_1.conference_id))
--                                         Filter: ((withdrawn_at IS NULL) AND (id <> p_1.id))

-- withholding
select t.conference_id id from comments m join threads t on t.id = m.thread_id where m.id = $1;
--   Nested Loop
--     ->  Index Scan using comments_pkey on comments m
--           Index Cond: (id = '…'::uuid)
--     ->  Index Scan using threads_pkey on threads t
--           Index Cond: (id = m.thread_id)

-- withholding
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

-- withholding
select h.thread_id "threadId", h.seq, h.n, h.floor, h.comments, h.questions, h.answered,
  h.declined, h.merged, h.expired, h.last_activity_at "lastActivityAt", h.next_phase_at "nextPhaseAt" from thread_heads h
  where thread_id = any($1)
  order by thread_id
  for no key update;
--   LockRows
--     ->  Index Scan using thread_heads_pkey on thread_heads h
--           Index Cond: (thread_id = ANY ('…'::uuid[]))

-- withholding
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

-- withholding
update comments
  set held_at = $2, withheld_at = $3, withdrawn_at = $4, changed_seq = coalesce($5, changed_seq),
  seq = case when $6 then $5 else seq end, held_because = coalesce($7, held_because)
  where id = $1;
--   Update on comments
--     ->  Index Scan using comments_pkey on comments
--           Index Cond: (id = '…'::uuid)

-- withholding
select p.account_id id from personas p
  where p.id = coalesce(
  (select m.persona_id from comments m where m.id = $1),
  (select r.persona_id from recaps r where r.id = $3),
  $2::uuid
  );
--   Index Scan using personas_pkey on personas p
--     Index Cond: (id = COALESCE((InitPlan 1).col1, (InitPlan 2).col1))
--     InitPlan 1
--       ->  Index Scan using comments_pkey on comments m
--             Index Cond: (id = '…'::uuid)
--     InitPlan 2
--       ->  Result
--             One-Time Filter: false

-- withholding

  select first.actor_account_id id from appeals a
  join decisions first on first.id = a.decision_id
  where first.comment_id = $1 and (first.kind = 'withhold-note') = $2 and (a.outcome is null or a.decided_at > coalesce((select m.edited_at from comments m where m.id = $1), '-infinity'))
  union
  select a.account_id from appeals a
  join decisions first on first.id = a.decision_id
  where first.comment_id = $1 and (first.kind = 'withhold-note') = $2 and a.outcome is null
  union
  select second.actor_account_id from appeals a
  join decisions first on first.id = a.decision_id
  join decisions second on second.appeal_id = a.id
  where first.comment_id = $1 and (first.kind = 'withhold-note') = $2 and a.decided_at > coalesce((select m.edited_at from comments m where m.id = $1), '-infinity');
--   Unique
--     ->  Sort
--           Sort Key: first.actor_account_id
--           ->  Append
--                 ->  Nested Loop
--                       Join Filter: (first.id = a.decision_id)
--                       InitPlan 1
--                         ->  Index Scan using comments_pkey on comments m
--                               Index Cond: (id = '…'::uuid)
--                       ->  Seq Scan on appeals a
--                             Filter: ((outcome IS NULL) OR (decided_at > COALESCE((InitPlan 1).col1, '…'::timestamp with time zone)))
--                       ->  Seq Scan on decisions first
--                             Filter: ((kind <> '…'::text) AND (comment_id = '…'::uuid))
--                 ->  Nested Loop
--                       Join Filter: (first_1.id = a_1.decision_id)
--                       ->  Seq Scan on appeals a_1
--                             Filter: (outcome IS NULL)
--                       ->  Seq Scan on decisions first_1
--                             Filter: ((kind <> '…'::text) AND (comment_id = '…'::uuid))
--                 ->  Nested Loop
--                       Join Filter: (first_2.id = a_2.decision_id)
--                       InitPlan 2
--                         ->  Index Scan using comments_pkey on comments m_1
--                               Index Cond: (id = '…'::uuid)
--                       ->  Hash Join
--                             Hash Cond: (second.appeal_id = a_2.id)
--                             ->  Seq Scan on decisions second
--                             ->  Hash
--                                   ->  Seq Scan on appeals a_2
--                                         Filter: (decided_at > COALESCE((InitPlan 2).col1, '…'::timestamp with time zone))
--                       ->  Seq Scan on decisions first_2
--                             Filter: ((kind <> '…'::text) AND (comment_id = '…'::uuid))

-- withholding
insert into thread_log (thread_id, n, seq, kind, comment_id, data, at)
  select thread_id, n, seq, kind, comment_id, data, at
  from json_to_recordset($1::json) as r(
  thread_id uuid, n int, seq int, kind text, comment_id uuid, data jsonb, at timestamptz
  );
--   Insert on thread_log
--     ->  Function Scan on json_to_recordset r

-- withholding
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

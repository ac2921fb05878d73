-- What desk asks of big tables, and how PostgreSQL goes about it. Written by test/architecture/plans.spec.ts.

-- the desk
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

-- the desk
with visible as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt" from comments m
  where m.thread_id = $1
  and m.kind = 'question'
  and m.seq is not null
  and m.held_at is null
  and m.withheld_at is null
  and m.withdrawn_at is null
  ),
  waiting as (select * from visible where "questionStatus" in ('open', 'taken'))
  select (select n from thread_heads where thread_id = $1) n,
  (select count(*)::int from waiting where "questionStatus" = 'open') open,
  (select count(*)::int from waiting where "questionStatus" = 'taken') taken,
  coalesce(
  (
  select json_agg(w)
  from (
  select q.*,
  (select count(*)::int from votes v where v.comment_id = q.id and v.is_by_guest) "guestVotes"
  from waiting q
  order by q.votes desc, q.seq limit 200
  ) w
  ),
  '[]'
  ) questions,
  coalesce(
  (
  select json_agg(s)
  from (
  select * from visible
  where "questionStatus" in ('declined', 'merged')
  or ("questionStatus" = 'answered' and "questionReason" is not null)
  order by "changedSeq" desc limit 20
  ) s
  ),
  '[]'
  ) settled,
  coalesce(
  (
  select json_agg(h)
  from (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt" from comments m
  where $3
  and m.thread_id = $1
  and m.held_at is not null
  and m.withheld_at is null
  and m.withdrawn_at is null
  and not exists (select from personas p where p.id = m.persona_id and p.account_id = $2)
  order by m.held_at, m.id limit 200
  ) h
  ),
  '[]'
  ) held,
  coalesce(
  (select json_agg(q.comment_id) from question_takers q where q.thread_id = $1 and q.account_id = $2), '[]'
  ) mine;
--   Result
--     CTE visible
--       ->  Index Scan using comments_by_kind on comments m
--             Index Cond: ((thread_id = '…'::uuid) AND (kind = '…'::text))
--             Filter: ((held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL))
--     CTE waiting
--       ->  CTE Scan on visible
--             Filter: ("questionStatus" = ANY ('…'::text[]))
--     InitPlan 3
--       ->  Index Scan using thread_heads_pkey on thread_heads
--             Index Cond: (thread_id = '…'::uuid)
--     InitPlan 4
--       ->  Aggregate
--             ->  CTE Scan on waiting
--                   Filter: ("questionStatus" = '…'::text)
--     InitPlan 5
--       ->  Aggregate
--             ->  CTE Scan on waiting waiting_1
--                   Filter: ("questionStatus" = '…'::text)
--     InitPlan 7
--       ->  Aggregate
--             ->  Subquery Scan on w
--                   ->  Limit
--                         ->  Result
--                               ->  Sort
--                                     Sort Key: q.votes DESC, q.seq
--                                     ->  CTE Scan on waiting q
--                               SubPlan 6
--                                 ->  Aggregate
--                                       ->  Index Only Scan using votes_by_guests on votes v
--                                             Index Cond: (comment_id = q.id)
--     InitPlan 8
--       ->  Aggregate
--             ->  Subquery Scan on s
--                   ->  Limit
--                         ->  Sort
--                               Sort Key: visible_1."changedSeq" DESC
--                               ->  CTE Scan on visible visible_1
--                                     Filter: (("questionStatus" = ANY ('…'::text[])) OR (("questionStatus" = '…'::text) AND ("questionReason" IS NOT NULL)))
--     InitPlan 9
--       ->  Aggregate
--             ->  Subquery Scan on h
--                   ->  Limit
--                         ->  Incremental Sort
--                               Sort Key: m_1.held_at, m_1.id
--                               Presorted Key: m_1.held_at
--                               ->  Nested Loop Anti Join
--                                     Join Filter: (p.id = m_1.persona_id)
--                                     ->  Index Scan using held_comments on comments m_1
--                                           Index Cond: (thread_id = '…'::uuid)
--                                           Filter: ((withheld_at IS NULL) AND (withdrawn_at IS NULL))
--                                     ->  Materialize
--                                           ->  Index Scan using personas_of_an_account on personas p
--                                                 Index Cond: (account_id = '…'::uuid)
--     InitPlan 10
--       ->  Aggregate
--             ->  Index Scan using question_takers_thread on question_takers q_1
--                   Index Cond: (thread_id = '…'::uuid)
--                   Filter: (account_id = '…'::uuid)

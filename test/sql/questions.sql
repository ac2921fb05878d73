-- What questions asks of big tables, and how PostgreSQL goes about it. Written by test/architecture/plans.spec.ts.

-- questions like the one being typed
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

-- questions like the one being typed
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt" from comments m
  cross join lateral (
  select greatest(
  similarity(lower(m.source), lower($2)), 0.8 * word_similarity(lower($2), lower(m.source))
  ) alike
  ) s
  where m.thread_id = $1
  and m.question_status in ('open', 'taken', 'answered')
  and m.seq is not null
  and m.held_at is null
  and m.withheld_at is null
  and m.withdrawn_at is null
  and s.alike >= $3
  order by s.alike desc, m.votes desc, m.seq limit $4;
--   Limit
--     ->  Sort
--           Sort Key: (GREATEST((similarity(lower(m.source), '…'::text))::double precision, ('…'::double precision * word_similarity('…'::text, lower(m.source))))) DESC, m.votes DESC, m.seq
--           ->  Index Scan using comments_by_kind on comments m
--                 Index Cond: (thread_id = '…'::uuid)
--                 Filter: ((held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL) AND (question_status = ANY ('…'::text[])) AND (GREATEST((similarity(lower(source), '…'::text))::double precision, ('…'::double precision * word_similarity('…'::text, lower(source)))) >= '…'::double precision))

-- taking a question
select t.conference_id id from comments m join threads t on t.id = m.thread_id where m.id = $1;
--   Nested Loop
--     ->  Index Scan using comments_pkey on comments m
--           Index Cond: (id = '…'::uuid)
--     ->  Index Scan using threads_pkey on threads t
--           Index Cond: (id = m.thread_id)

-- taking a question
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

-- taking a question
select h.thread_id "threadId", h.seq, h.n, h.floor, h.comments, h.questions, h.answered,
  h.declined, h.merged, h.expired, h.last_activity_at "lastActivityAt", h.next_phase_at "nextPhaseAt" from thread_heads h
  where thread_id = any($1)
  order by thread_id
  for no key update;
--   LockRows
--     ->  Index Scan using thread_heads_pkey on thread_heads h
--           Index Cond: (thread_id = ANY ('…'::uuid[]))

-- taking a question
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

-- taking a question
update comments
  set question_status = $2, question_reason = $3, note_withheld_at = null, merged_into = $4, changed_seq = $5
  where id = $1;
--   Update on comments
--     ->  Index Scan using comments_pkey on comments
--           Index Cond: (id = '…'::uuid)

-- taking a question
insert into thread_log (thread_id, n, seq, kind, comment_id, data, at)
  select thread_id, n, seq, kind, comment_id, data, at
  from json_to_recordset($1::json) as r(
  thread_id uuid, n int, seq int, kind text, comment_id uuid, data jsonb, at timestamptz
  );
--   Insert on thread_log
--     ->  Function Scan on json_to_recordset r

-- taking a question
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

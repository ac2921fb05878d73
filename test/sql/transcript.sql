-- What transcript asks of big tables, and how PostgreSQL goes about it. Written by test/architecture/plans.spec.ts.

-- a page, oldest first
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

-- a page, oldest first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.parent_id is null and ($3::text is null or m.kind = $3) 
  order by m.seq limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan using top_comments_by_place on comments m
--                               Index Cond: (thread_id = '…'::uuid)
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page, oldest first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.parent_id is null and ($3::text is null or m.kind = $3) and m.seq > $4
  order by m.seq limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan using top_comments_by_place on comments m
--                               Index Cond: ((thread_id = '…'::uuid) AND (seq > …))
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page, newest first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.parent_id is null and ($3::text is null or m.kind = $3) 
  order by m.seq desc limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan Backward using top_comments_by_place on comments m
--                               Index Cond: (thread_id = '…'::uuid)
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page, newest first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.parent_id is null and ($3::text is null or m.kind = $3) and m.seq < $4
  order by m.seq desc limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan Backward using top_comments_by_place on comments m
--                               Index Cond: ((thread_id = '…'::uuid) AND (seq < …))
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page, most wanted first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.parent_id is null and ($3::text is null or m.kind = $3) 
  order by m.votes desc, m.seq limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan using top_comments_by_votes on comments m
--                               Index Cond: (thread_id = '…'::uuid)
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page, most wanted first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.parent_id is null and ($3::text is null or m.kind = $3) and (m.votes < $4 or (m.votes = $4 and m.seq > $5))
  order by m.votes desc, m.seq limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan using top_comments_by_votes on comments m
--                               Index Cond: (thread_id = '…'::uuid)
--                               Filter: ((votes < …) OR ((votes = …) AND (seq > …)))
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page of questions, most wanted first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.parent_id is null and ($3::text is null or m.kind = $3) 
  order by m.votes desc, m.seq limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan using top_comments_by_votes on comments m
--                               Index Cond: (thread_id = '…'::uuid)
--                               Filter: (kind = '…'::text)
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page of questions, most wanted first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.parent_id is null and ($3::text is null or m.kind = $3) and (m.votes < $4 or (m.votes = $4 and m.seq > $5))
  order by m.votes desc, m.seq limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan using top_comments_by_votes on comments m
--                               Index Cond: (thread_id = '…'::uuid)
--                               Filter: ((kind = '…'::text) AND ((votes < …) OR ((votes = …) AND (seq > …))))
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page of questions, oldest first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.parent_id is null and ($3::text is null or m.kind = $3) 
  order by m.seq limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan using comments_by_kind on comments m
--                               Index Cond: ((thread_id = '…'::uuid) AND (kind = '…'::text))
--                               Filter: (parent_id IS NULL)
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page of questions, oldest first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.parent_id is null and ($3::text is null or m.kind = $3) and m.seq > $4
  order by m.seq limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan using comments_by_kind on comments m
--                               Index Cond: ((thread_id = '…'::uuid) AND (kind = '…'::text) AND (seq > …))
--                               Filter: (parent_id IS NULL)
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page of questions, newest first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.parent_id is null and ($3::text is null or m.kind = $3) 
  order by m.seq desc limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan Backward using comments_by_kind on comments m
--                               Index Cond: ((thread_id = '…'::uuid) AND (kind = '…'::text))
--                               Filter: (parent_id IS NULL)
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page of questions, newest first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.parent_id is null and ($3::text is null or m.kind = $3) and m.seq < $4
  order by m.seq desc limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan Backward using comments_by_kind on comments m
--                               Index Cond: ((thread_id = '…'::uuid) AND (kind = '…'::text) AND (seq < …))
--                               Filter: (parent_id IS NULL)
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page of answers, oldest first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.kind = $3 
  order by m.seq limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan using comments_by_kind on comments m
--                               Index Cond: ((thread_id = '…'::uuid) AND (kind = '…'::text))
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page of answers, oldest first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.kind = $3 and m.seq > $4
  order by m.seq limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan using comments_by_kind on comments m
--                               Index Cond: ((thread_id = '…'::uuid) AND (kind = '…'::text) AND (seq > …))
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page of answers, newest first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.kind = $3 
  order by m.seq desc limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan Backward using comments_by_kind on comments m
--                               Index Cond: ((thread_id = '…'::uuid) AND (kind = '…'::text))
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page of answers, newest first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.kind = $3 and m.seq < $4
  order by m.seq desc limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Index Scan Backward using comments_by_kind on comments m
--                               Index Cond: ((thread_id = '…'::uuid) AND (kind = '…'::text) AND (seq < …))
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page of answers, most wanted first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.kind = $3 
  order by m.votes desc, m.seq limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Result
--                               ->  Sort
--                                     Sort Key: m.votes DESC, m.seq
--                                     ->  Index Scan using comments_by_kind on comments m
--                                           Index Cond: ((thread_id = '…'::uuid) AND (kind = '…'::text))
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- the next page of answers, most wanted first
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", coalesce(
  (
  select json_agg(r order by r.seq)
  from (
  select y.id, y.thread_id "threadId", y.seq, y.changed_seq "changedSeq", y.revision, y.kind,
  y.parent_id "parentId", y.root_id "rootId", y.persona_id "personaId", y.is_anonymous "isAnonymous",
  y.author_name "authorName", y.author_roles "authorRoles", y.html, y.held_at "heldAt", y.withheld_at "withheldAt",
  y.withdrawn_at "withdrawnAt", y.votes, y.reply_count "replyCount", y.question_status "questionStatus",
  y.question_reason "questionReason", y.note_withheld_at "noteWithheldAt", y.answer_id "answerId",
  y.merged_into "mergedInto", y.posted_at "postedAt", y.edited_at "editedAt"
  from comments y
  where y.root_id = m.id and y.seq is not null
  order by y.seq limit 3
  ) r
  ),
  '[]'
  ) replies from comments m
  where m.thread_id = $1
  and m.seq is not null
  and m.kind = $3 and (m.votes < $4 or (m.votes = $4 and m.seq > $5))
  order by m.votes desc, m.seq limit $2
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 4
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Result
--                               ->  Sort
--                                     Sort Key: m.votes DESC, m.seq
--                                     ->  Index Scan using comments_by_kind on comments m
--                                           Index Cond: ((thread_id = '…'::uuid) AND (kind = '…'::text))
--                                           Filter: ((votes < …) OR ((votes = …) AND (seq > …)))
--                               SubPlan 3
--                                 ->  Aggregate
--                                       ->  Subquery Scan on r
--                                             ->  Limit
--                                                   ->  Index Scan using replies_by_place on comments y
--                                                         Index Cond: ((root_id = m.id) AND (seq IS NOT NULL))

-- replies
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt" from comments m where m.id = $1 and m.seq is not null and not exists (select from threads n where n.id = m.thread_id and n.hidden_at is not null);
--   Nested Loop Anti Join
--     ->  Index Scan using comments_pkey on comments m
--           Index Cond: (id = '…'::uuid)
--           Filter: (seq IS NOT NULL)
--     ->  Index Scan using threads_pkey on threads n
--           Index Cond: (id = m.thread_id)
--           Filter: (hidden_at IS NOT NULL)

-- replies
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt" from comments m
  where m.root_id = $1 and m.seq is not null and not exists (select from threads n where n.id = m.thread_id and n.hidden_at is not null) and ($3::int is null or m.seq > $3)
  order by m.seq limit $2;
--   Limit
--     ->  Nested Loop Anti Join
--           Join Filter: (n.id = m.thread_id)
--           ->  Index Scan using replies_by_place on comments m
--                 Index Cond: ((root_id = '…'::uuid) AND (seq IS NOT NULL))
--           ->  Materialize
--                 ->  Seq Scan on threads n
--                       Filter: (hidden_at IS NOT NULL)

-- a comment
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt" from comments m where m.id = $1 and m.seq is not null and not exists (select from threads n where n.id = m.thread_id and n.hidden_at is not null);
--   Nested Loop Anti Join
--     ->  Index Scan using comments_pkey on comments m
--           Index Cond: (id = '…'::uuid)
--           Filter: (seq IS NOT NULL)
--     ->  Index Scan using threads_pkey on threads n
--           Index Cond: (id = m.thread_id)
--           Filter: (hidden_at IS NOT NULL)

-- its earlier wordings
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt" from comments m where m.id = $1 and m.seq is not null and not exists (select from threads n where n.id = m.thread_id and n.hidden_at is not null);
--   Nested Loop Anti Join
--     ->  Index Scan using comments_pkey on comments m
--           Index Cond: (id = '…'::uuid)
--           Filter: (seq IS NOT NULL)
--     ->  Index Scan using threads_pkey on threads n
--           Index Cond: (id = m.thread_id)
--           Filter: (hidden_at IS NOT NULL)

-- its earlier wordings
select r.revision, r.html, r.written_at "writtenAt"
  from comment_revisions r
  join comments m on m.id = r.comment_id
  where r.comment_id = $1
  and r.was_public
  and m.held_at is null
  and m.withheld_at is null
  and m.withdrawn_at is null
  order by r.revision limit 100;
--   Limit
--     ->  Nested Loop
--           ->  Index Scan using comment_revisions_pkey on comment_revisions r
--                 Index Cond: (comment_id = '…'::uuid)
--                 Filter: was_public
--           ->  Index Scan using comments_pkey on comments m
--                 Index Cond: (id = '…'::uuid)
--                 Filter: ((held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL))

-- changes after a number
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt" from comments m
  where m.thread_id = $1 and m.changed_seq > $2
  order by m.changed_seq, m.id limit $3
  ),
  changed as (
  select count(*)::int changed
  from (select from comments m where m.thread_id = $1 and m.changed_seq > $2 limit 1001) few
  ) select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows,
  (select changed from changed) changed;
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 3
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Incremental Sort
--                               Sort Key: m.changed_seq, m.id
--                               Presorted Key: m.changed_seq
--                               ->  Index Scan using comments_by_change on comments m
--                                     Index Cond: ((thread_id = '…'::uuid) AND (changed_seq > …))
--     InitPlan 4
--       ->  Aggregate
--             ->  Limit
--                   ->  Index Only Scan using comments_by_change on comments m_1
--                         Index Cond: ((thread_id = '…'::uuid) AND (changed_seq > …))

-- a frame
with head as (select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, h.floor, c.edition "conferenceEdition",
  coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition" from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.id = $1 and t.hidden_at is null),
  rows as (
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt" from comments m
  where m.thread_id = $1 and m.changed_seq > $2
  order by m.changed_seq, m.id limit $3
  ),
  changed as (
  select count(*)::int changed
  from (select from comments m where m.thread_id = $1 and m.changed_seq > $2 limit 1001) few
  )
  select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows,
  (select changed from changed) changed,
  not exists (
  select from thread_log l
  where l.thread_id = $1
  and l.n > $2
  and l.seq > $2
  and l.kind not in ('comment.voted', 'comment.unvoted')
  ) "isVotesOnly";
--   Result
--     InitPlan 2
--       ->  Nested Loop
--             Join Filter: (c.id = t.conference_id)
--             ->  Nested Loop
--                   ->  Index Scan using threads_pkey on threads t
--                         Index Cond: (id = '…'::uuid)
--                         Filter: (hidden_at IS NULL)
--                   ->  Index Scan using thread_heads_pkey on thread_heads h
--                         Index Cond: (thread_id = '…'::uuid)
--             ->  Seq Scan on conferences c
--             SubPlan 1
--               ->  Seq Scan on talks k
--                     Filter: (id = t.talk_id)
--     InitPlan 3
--       ->  Aggregate
--             ->  Subquery Scan on rows
--                   ->  Limit
--                         ->  Incremental Sort
--                               Sort Key: m.changed_seq, m.id
--                               Presorted Key: m.changed_seq
--                               ->  Index Scan using comments_by_change on comments m
--                                     Index Cond: ((thread_id = '…'::uuid) AND (changed_seq > …))
--     InitPlan 4
--       ->  Aggregate
--             ->  Limit
--                   ->  Index Only Scan using comments_by_change on comments m_1
--                         Index Cond: ((thread_id = '…'::uuid) AND (changed_seq > …))
--     InitPlan 5
--       ->  Index Scan using thread_log_pkey on thread_log l
--             Index Cond: ((thread_id = '…'::uuid) AND (n > 9000))
--             Filter: ((seq > …) AND (kind <> ALL ('…'::text[])))

-- a search
select c.id, c.slug, k."firstAt",
  greatest(k."lastAt", (c.ends_on + 1)::timestamp at time zone c.time_zone) "lastAt",
  concat(c.edition, '-', k.talks, '-', h.threads) programme,
  concat(
  h.heads, '-', (
  select concat(count(*), '-', bit_xor(uuid_hash_extended(r.id, r.version)))
  from recap_versions r where r.conference_id = c.id and r.is_published),
  '-', (select l.n from ledger_heads l where l.conference_id = c.id),
  '-', (select count(*) from archived_decisions a where a.conference_id = c.id)) activity
  from conferences c cross join lateral (
  select
  concat(count(*), '-', bit_xor(uuid_hash_extended(t.id, 0))) threads,
  bit_xor(uuid_hash_extended(t.id, n.seq)) heads
  from threads t join thread_heads n on n.thread_id = t.id where t.conference_id = c.id) h
  cross join lateral (
  select
  concat(count(*), '-', bit_xor(uuid_hash_extended(k.id, k.edition))) talks,
  min(k.starts_at) "firstAt", max(k.starts_at) "lastAt"
  from talks k where k.conference_id = c.id) k where c.slug = $1;
--   Nested Loop
--     ->  Nested Loop
--           ->  Seq Scan on conferences c
--                 Filter: (slug = '…'::text)
--           ->  Aggregate
--                 ->  Hash Join
--                       Hash Cond: (n.thread_id = t.id)
--                       ->  Seq Scan on thread_heads n
--                       ->  Hash
--                             ->  Seq Scan on threads t
--                                   Filter: (conference_id = c.id)
--     ->  Aggregate
--           ->  Seq Scan on talks k
--                 Filter: (conference_id = c.id)
--     SubPlan 1
--       ->  Aggregate
--             ->  Seq Scan on recap_versions r
--                   Filter: (is_published AND (conference_id = c.id))
--     SubPlan 2
--       ->  Seq Scan on ledger_heads l
--             Filter: (conference_id = c.id)
--     SubPlan 3
--       ->  Aggregate
--             ->  Seq Scan on archived_decisions a
--                   Filter: (conference_id = c.id)

-- a search
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", t.title "threadTitle", tsvector_to_array(to_tsvector($2::regconfig, $3)) stems
  from comment_words w
  join comments m on m.id = w.comment_id
  join threads t on t.id = m.thread_id
  where w.conference_id = $1
  and w.words @@ to_tsquery($2::regconfig, $6)
  and m.seq is not null and m.held_at is null and m.withheld_at is null and m.withdrawn_at is null
  and not exists (select from threads n where n.id = m.thread_id and n.hidden_at is not null)
  and ($4::uuid is null or m.id < $4)
  order by m.id desc limit $5;
--   Limit
--     ->  Nested Loop Anti Join
--           Join Filter: (n.id = m.thread_id)
--           ->  Nested Loop
--                 ->  Nested Loop
--                       ->  Index Scan Backward using comment_words_pkey on comment_words w
--                             Filter: ((words @@ '''rarely'' & ''said''…'::tsquery) AND (conference_id = '…'::uuid))
--                       ->  Index Scan using comments_pkey on comments m
--                             Index Cond: (id = w.comment_id)
--                             Filter: ((seq IS NOT NULL) AND (held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL))
--                 ->  Index Scan using threads_pkey on threads t
--                       Index Cond: (id = m.thread_id)
--           ->  Materialize
--                 ->  Seq Scan on threads n
--                       Filter: (hidden_at IS NOT NULL)

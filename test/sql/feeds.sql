-- What feeds asks of big tables, and how PostgreSQL goes about it. Written by test/architecture/plans.spec.ts.

-- the feed of a thread
select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.slug, t.title, t.state, t.locked_at "lockedAt", t.live_since "liveSince", t.live_until "liveUntil", t.announcement_id "announcementId",
  t.screening, t.slow_mode "slowMode", t.opens_at "opensAt", t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged, h.expired, h.last_activity_at "lastActivityAt", c.settings from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id where t.conference_id = $1 and t.slug = $2;
--   Nested Loop
--     ->  Nested Loop
--           ->  Index Scan using thread_slug_is_unique_in_its_conference on threads t
--                 Index Cond: ((conference_id = '…'::uuid) AND (slug = '…'::text))
--           ->  Index Scan using thread_heads_pkey on thread_heads h
--                 Index Cond: (thread_id = t.id)
--     ->  Seq Scan on conferences c
--           Filter: (id = '…'::uuid)

-- the feed of a thread
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind, m.parent_id "parentId", m.root_id "rootId",
  m.persona_id "personaId", m.is_anonymous "isAnonymous", m.author_name "authorName", m.author_roles "authorRoles", m.html,
  m.held_at "heldAt", m.withheld_at "withheldAt", m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount",
  m.question_status "questionStatus", m.question_reason "questionReason", m.answer_id "answerId", m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", t.slug "threadSlug", t.title "threadTitle" from threads t cross join unnest($2::text[]) as k(kind)
  cross join lateral (select * from comments n where n.thread_id = t.id and n.kind = k.kind and n.seq is not null and n.held_at is null and n.withheld_at is null and n.withdrawn_at is null order by n.seq desc limit 50) m
  where t.id = $1 order by m.seq desc limit 50;
--   Limit
--     ->  Sort
--           Sort Key: n.seq DESC
--           ->  Nested Loop
--                 ->  Index Scan using threads_pkey on threads t
--                       Index Cond: (id = '…'::uuid)
--                 ->  Nested Loop
--                       ->  Function Scan on unnest k
--                       ->  Limit
--                             ->  Index Scan Backward using comments_by_kind on comments n
--                                   Index Cond: ((thread_id = t.id) AND (kind = k.kind))
--                                   Filter: ((held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL))

-- the feed of a conference
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind, m.parent_id "parentId", m.root_id "rootId",
  m.persona_id "personaId", m.is_anonymous "isAnonymous", m.author_name "authorName", m.author_roles "authorRoles", m.html,
  m.held_at "heldAt", m.withheld_at "withheldAt", m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount",
  m.question_status "questionStatus", m.question_reason "questionReason", m.answer_id "answerId", m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", t.slug "threadSlug", t.title "threadTitle" from threads t cross join unnest($2::text[]) as k(kind)
  cross join lateral (select * from comments n where n.thread_id = t.id and n.kind = k.kind and n.seq is not null and n.held_at is null and n.withheld_at is null and n.withdrawn_at is null order by n.seq desc limit 50) m
  where t.conference_id = $1 order by m.id desc limit 50;
--   Limit
--     ->  Sort
--           Sort Key: n.id DESC
--           ->  Nested Loop
--                 ->  Seq Scan on threads t
--                       Filter: (conference_id = '…'::uuid)
--                 ->  Nested Loop
--                       ->  Function Scan on unnest k
--                       ->  Limit
--                             ->  Index Scan Backward using comments_by_kind on comments n
--                                   Index Cond: ((thread_id = t.id) AND (kind = k.kind))
--                                   Filter: ((held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL))

-- the feed of answers in a conference
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind, m.parent_id "parentId", m.root_id "rootId",
  m.persona_id "personaId", m.is_anonymous "isAnonymous", m.author_name "authorName", m.author_roles "authorRoles", m.html,
  m.held_at "heldAt", m.withheld_at "withheldAt", m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount",
  m.question_status "questionStatus", m.question_reason "questionReason", m.answer_id "answerId", m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", t.slug "threadSlug", t.title "threadTitle" from threads t cross join unnest($2::text[]) as k(kind)
  cross join lateral (select * from comments n where n.thread_id = t.id and n.kind = k.kind and n.seq is not null and n.held_at is null and n.withheld_at is null and n.withdrawn_at is null order by n.seq desc limit 50) m
  where t.conference_id = $1 order by m.id desc limit 50;
--   Limit
--     ->  Sort
--           Sort Key: n.id DESC
--           ->  Nested Loop
--                 ->  Function Scan on unnest k
--                 ->  Nested Loop
--                       ->  Seq Scan on threads t
--                             Filter: (conference_id = '…'::uuid)
--                       ->  Limit
--                             ->  Index Scan Backward using comments_by_kind on comments n
--                                   Index Cond: ((thread_id = t.id) AND (kind = k.kind))
--                                   Filter: ((held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL))

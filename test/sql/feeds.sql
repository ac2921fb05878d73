-- What feeds asks of big tables, and how PostgreSQL goes about it. Written by test/architecture/plans.spec.ts.

-- the feed of a thread
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

-- the feed of a thread
select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id where t.conference_id = $1 and t.slug = $2 and t.hidden_at is null;
--   Nested Loop
--     ->  Nested Loop
--           ->  Index Scan using thread_slug_is_unique_in_its_conference on threads t
--                 Index Cond: ((conference_id = '…'::uuid) AND (slug = '…'::text))
--                 Filter: (hidden_at IS NULL)
--           ->  Index Scan using thread_heads_pkey on thread_heads h
--                 Index Cond: (thread_id = t.id)
--     ->  Seq Scan on conferences c
--           Filter: (id = '…'::uuid)

-- the feed of a thread
select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", m."threadSlug", m."threadTitle", m."publishedAt", greatest(m."publishedAt", m.edited_at, (
  select coalesce(
  (
  select l.at from thread_log l
  where l.thread_id = a.thread_id
  and l.n >= a.seq
  and l.seq = a.seq
  order by l.n limit 1
  ),
  a.posted_at
  ) from comments a
  where a.id = m.answer_id and a.seq is not null
  )) "changedAt" from (select p.*, t.slug "threadSlug", t.title "threadTitle", coalesce(
  (
  select l.at from thread_log l
  where l.thread_id = p.thread_id
  and l.n >= p.seq
  and l.seq = p.seq
  order by l.n limit 1
  ),
  p.posted_at
  ) "publishedAt"
  from threads t cross join lateral (select n.* from unnest($2::text[]) as k(kind)
  cross join lateral (
  select * from comments c
  where c.thread_id = t.id
  and c.kind = k.kind
  and c.seq is not null
  and c.held_at is null
  and c.withheld_at is null
  and c.withdrawn_at is null
  order by c.seq desc limit 50
  ) n
  order by n.seq desc limit 50) p where t.id = $1) m order by m.seq desc;
--   Sort
--     Sort Key: c.seq DESC
--     ->  Nested Loop
--           ->  Index Scan using threads_pkey on threads t
--                 Index Cond: (id = '…'::uuid)
--           ->  Limit
--                 ->  Sort
--                       Sort Key: c.seq DESC
--                       ->  Nested Loop
--                             ->  Function Scan on unnest k
--                             ->  Limit
--                                   ->  Index Scan Backward using comments_by_kind on comments c
--                                         Index Cond: ((thread_id = t.id) AND (kind = k.kind))
--                                         Filter: ((held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL))
--           SubPlan 1
--             ->  Limit
--                   ->  Index Scan using thread_log_pkey on thread_log l
--                         Index Cond: ((thread_id = c.thread_id) AND (n >= c.seq))
--                         Filter: (seq = c.seq)
--           SubPlan 2
--             ->  Limit
--                   ->  Index Scan using thread_log_pkey on thread_log l_1
--                         Index Cond: ((thread_id = c.thread_id) AND (n >= c.seq))
--                         Filter: (seq = c.seq)
--           SubPlan 4
--             ->  Index Scan using comments_pkey on comments a
--                   Index Cond: (id = c.answer_id)
--                   Filter: (seq IS NOT NULL)
--                   SubPlan 3
--                     ->  Limit
--                           ->  Index Scan using thread_log_pkey on thread_log l_2
--                                 Index Cond: ((thread_id = a.thread_id) AND (n >= a.seq))
--                                 Filter: (seq = a.seq)

-- the feed of a conference
with lately as (
  select t.id, t.slug, t.title from threads t
  join thread_heads h on h.thread_id = t.id
  where t.conference_id = $1 and t.hidden_at is null
  order by h.last_activity_at desc nulls last limit case when cardinality($2::text[]) > 1 then 50 end
  )
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", m."threadSlug", m."threadTitle", m."publishedAt", greatest(m."publishedAt", m.edited_at, (
  select coalesce(
  (
  select l.at from thread_log l
  where l.thread_id = a.thread_id
  and l.n >= a.seq
  and l.seq = a.seq
  order by l.n limit 1
  ),
  a.posted_at
  ) from comments a
  where a.id = m.answer_id and a.seq is not null
  )) "changedAt"
  from (
  select p.*, t.slug "threadSlug", t.title "threadTitle", coalesce(
  (
  select l.at from thread_log l
  where l.thread_id = p.thread_id
  and l.n >= p.seq
  and l.seq = p.seq
  order by l.n limit 1
  ),
  p.posted_at
  ) "publishedAt" from lately t
  cross join lateral (select n.* from unnest($2::text[]) as k(kind)
  cross join lateral (
  select * from comments c
  where c.thread_id = t.id
  and c.kind = k.kind
  and c.seq is not null
  and c.held_at is null
  and c.withheld_at is null
  and c.withdrawn_at is null
  order by c.seq desc limit 50
  ) n
  order by n.seq desc limit 50) p
  order by "publishedAt" desc, p.thread_id, p.seq desc limit 50
  ) m
  order by m."publishedAt" desc, m.thread_id, m.seq desc;
--   Subquery Scan on m
--     ->  Limit
--           ->  Sort
--                 Sort Key: (COALESCE((SubPlan 3), c.posted_at)) DESC, c.thread_id, c.seq DESC
--                 ->  Nested Loop
--                       ->  Limit
--                             ->  Sort
--                                   Sort Key: h.last_activity_at DESC NULLS LAST
--                                   ->  Hash Join
--                                         Hash Cond: (h.thread_id = t.id)
--                                         ->  Seq Scan on thread_heads h
--                                         ->  Hash
--                                               ->  Seq Scan on threads t
--                                                     Filter: ((hidden_at IS NULL) AND (conference_id = '…'::uuid))
--                       ->  Limit
--                             ->  Sort
--                                   Sort Key: c.seq DESC
--                                   ->  Nested Loop
--                                         ->  Function Scan on unnest k
--                                         ->  Limit
--                                               ->  Index Scan Backward using comments_by_kind on comments c
--                                                     Index Cond: ((thread_id = t.id) AND (kind = k.kind))
--                                                     Filter: ((held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL))
--                       SubPlan 3
--                         ->  Limit
--                               ->  Index Scan using thread_log_pkey on thread_log l_1
--                                     Index Cond: ((thread_id = c.thread_id) AND (n >= c.seq))
--                                     Filter: (seq = c.seq)
--     SubPlan 2
--       ->  Index Scan using comments_pkey on comments a
--             Index Cond: (id = m.answer_id)
--             Filter: (seq IS NOT NULL)
--             SubPlan 1
--               ->  Limit
--                     ->  Index Scan using thread_log_pkey on thread_log l
--                           Index Cond: ((thread_id = a.thread_id) AND (n >= a.seq))
--                           Filter: (seq = a.seq)

-- the feed of answers in a conference
with lately as (
  select t.id, t.slug, t.title from threads t
  join thread_heads h on h.thread_id = t.id
  where t.conference_id = $1 and t.hidden_at is null
  order by h.last_activity_at desc nulls last limit case when cardinality($2::text[]) > 1 then 50 end
  )
  select m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
  m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
  m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
  m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
  m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
  m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt", m."threadSlug", m."threadTitle", m."publishedAt", greatest(m."publishedAt", m.edited_at, (
  select coalesce(
  (
  select l.at from thread_log l
  where l.thread_id = a.thread_id
  and l.n >= a.seq
  and l.seq = a.seq
  order by l.n limit 1
  ),
  a.posted_at
  ) from comments a
  where a.id = m.answer_id and a.seq is not null
  )) "changedAt"
  from (
  select p.*, t.slug "threadSlug", t.title "threadTitle", coalesce(
  (
  select l.at from thread_log l
  where l.thread_id = p.thread_id
  and l.n >= p.seq
  and l.seq = p.seq
  order by l.n limit 1
  ),
  p.posted_at
  ) "publishedAt" from lately t
  cross join lateral (select n.* from unnest($2::text[]) as k(kind)
  cross join lateral (
  select * from comments c
  where c.thread_id = t.id
  and c.kind = k.kind
  and c.seq is not null
  and c.held_at is null
  and c.withheld_at is null
  and c.withdrawn_at is null
  order by c.seq desc limit 50
  ) n
  order by n.seq desc limit 50) p
  order by "publishedAt" desc, p.thread_id, p.seq desc limit 50
  ) m
  order by m."publishedAt" desc, m.thread_id, m.seq desc;
--   Subquery Scan on m
--     ->  Limit
--           ->  Sort
--                 Sort Key: (COALESCE((SubPlan 3), c.posted_at)) DESC, c.thread_id, c.seq DESC
--                 ->  Nested Loop
--                       ->  Sort
--                             Sort Key: h.last_activity_at DESC NULLS LAST
--                             ->  Hash Join
--                                   Hash Cond: (h.thread_id = t.id)
--                                   ->  Seq Scan on thread_heads h
--                                   ->  Hash
--                                         ->  Seq Scan on threads t
--                                               Filter: ((hidden_at IS NULL) AND (conference_id = '…'::uuid))
--                       ->  Limit
--                             ->  Sort
--                                   Sort Key: c.seq DESC
--                                   ->  Nested Loop
--                                         ->  Function Scan on unnest k
--                                         ->  Limit
--                                               ->  Index Scan Backward using comments_by_kind on comments c
--                                                     Index Cond: ((thread_id = t.id) AND (kind = k.kind))
--                                                     Filter: ((held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL))
--                       SubPlan 3
--                         ->  Limit
--                               ->  Index Scan using thread_log_pkey on thread_log l_1
--                                     Index Cond: ((thread_id = c.thread_id) AND (n >= c.seq))
--                                     Filter: (seq = c.seq)
--     SubPlan 2
--       ->  Index Scan using comments_pkey on comments a
--             Index Cond: (id = m.answer_id)
--             Filter: (seq IS NOT NULL)
--             SubPlan 1
--               ->  Limit
--                     ->  Index Scan using thread_log_pkey on thread_log l
--                           Index Cond: ((thread_id = a.thread_id) AND (n >= a.seq))
--                           Filter: (seq = a.seq)

-- the sitemap of a conference
select '/t/' || t.slug path, h.last_activity_at "changedAt"
  from threads t
  join thread_heads h on h.thread_id = t.id
  where t.conference_id = $1 and t.recap_id is null
  order by t.id limit 15000;
--   Limit
--     ->  Sort
--           Sort Key: t.id
--           ->  Hash Join
--                 Hash Cond: (h.thread_id = t.id)
--                 ->  Seq Scan on thread_heads h
--                 ->  Hash
--                       ->  Seq Scan on threads t
--                             Filter: ((recap_id IS NULL) AND (conference_id = '…'::uuid))

-- the sitemap of a conference
select '/t/' || t.slug || '/q/' || q.id path,
  greatest(q.posted_at, q.edited_at, a.posted_at, a.edited_at) "changedAt"
  from threads t
  cross join lateral (
  select c.id, c.posted_at, c.edited_at, c.answer_id from comments c
  where c.thread_id = t.id
  and c.kind = 'question'
  and c.seq is not null
  and c.held_at is null
  and c.withheld_at is null
  and c.withdrawn_at is null
  and c.question_status is distinct from 'merged'
  order by c.seq desc limit 1000
  ) q
  left join comments a on a.id = q.answer_id
  and a.held_at is null
  and a.withheld_at is null
  and a.withdrawn_at is null
  where t.conference_id = $1
  order by a.id is null, q.id limit 19998;
--   Limit
--     ->  Sort
--           Sort Key: ((a.id IS NULL)), c.id
--           ->  Nested Loop Left Join
--                 ->  Nested Loop
--                       ->  Seq Scan on threads t
--                             Filter: (conference_id = '…'::uuid)
--                       ->  Limit
--                             ->  Index Scan Backward using comments_by_kind on comments c
--                                   Index Cond: ((thread_id = t.id) AND (kind = '…'::text))
--                                   Filter: ((held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL) AND (question_status IS DISTINCT FROM '…'::text))
--                 ->  Memoize
--                       Cache Key: c.answer_id
--                       Cache Mode: logical
--                       ->  Index Scan using comments_pkey on comments a
--                             Index Cond: (id = c.answer_id)
--                             Filter: ((held_at IS NULL) AND (withheld_at IS NULL) AND (withdrawn_at IS NULL))

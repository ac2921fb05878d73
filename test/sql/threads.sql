-- What threads asks of big tables, and how PostgreSQL goes about it. Written by test/architecture/plans.spec.ts.

-- threads by activity
select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, coalesce((extract(epoch from h.last_activity_at) * 1000)::bigint, 0) place from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.conference_id = $1 and t.recap_id is null
  and ($3::bigint is null or (coalesce((extract(epoch from h.last_activity_at) * 1000)::bigint, 0), t.id) < ($3, $4::uuid))
  order by coalesce((extract(epoch from h.last_activity_at) * 1000)::bigint, 0) desc, t.id desc limit $2;
--   Limit
--     ->  Sort
--           Sort Key: (COALESCE(((EXTRACT(epoch FROM h.last_activity_at) * '…'::numeric))::bigint, '…'::bigint)) DESC, t.id DESC
--           ->  Nested Loop
--                 ->  Seq Scan on conferences c
--                       Filter: (id = '…'::uuid)
--                 ->  Hash Join
--                       Hash Cond: (h.thread_id = t.id)
--                       ->  Seq Scan on thread_heads h
--                       ->  Hash
--                             ->  Seq Scan on threads t
--                                   Filter: ((recap_id IS NULL) AND (conference_id = '…'::uuid))

-- threads in the order of the programme
select t.id, t.conference_id "conferenceId", t.talk_id "talkId", t.recap_id "recapId",
  t.author_id "authorId", t.hidden_at "hiddenAt", t.slug, t.title, t.state, t.locked_at "lockedAt",
  t.lock_reason "lockReason", t.live_since "liveSince", t.live_until "liveUntil",
  t.announcement_id "announcementId", t.screening, t.slow_mode "slowMode", t.opens_at "opensAt",
  t.starts_at "startsAt", t.readonly_at "readonlyAt", t.archived_at "archivedAt", t.phase_overrides "phaseOverrides", h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
  h.expired, h.last_activity_at "lastActivityAt", c.settings, coalesce((extract(epoch from (select k.starts_at from talks k where k.id = t.talk_id)) * 1000)::bigint, 0) place from threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id
  where t.conference_id = $1 and t.recap_id is null
  and ($3::bigint is null or (coalesce((extract(epoch from (select k.starts_at from talks k where k.id = t.talk_id)) * 1000)::bigint, 0), t.id) > ($3, $4::uuid))
  order by coalesce((extract(epoch from (select k.starts_at from talks k where k.id = t.talk_id)) * 1000)::bigint, 0) asc, t.id asc limit $2;
--   Limit
--     ->  Sort
--           Sort Key: (COALESCE(((EXTRACT(epoch FROM (SubPlan 1)) * '…'::numeric))::bigint, '…'::bigint)), t.id
--           ->  Nested Loop
--                 ->  Seq Scan on conferences c
--                       Filter: (id = '…'::uuid)
--                 ->  Hash Join
--                       Hash Cond: (h.thread_id = t.id)
--                       ->  Seq Scan on thread_heads h
--                       ->  Hash
--                             ->  Seq Scan on threads t
--                                   Filter: ((recap_id IS NULL) AND (conference_id = '…'::uuid))
--                 SubPlan 1
--                   ->  Seq Scan on talks k
--                         Filter: (id = t.talk_id)

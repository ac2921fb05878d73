import { knownName } from '../accounts/known-name.ts';
import { COMMENT_COLUMNS } from '../comments/comment.view.ts';

export type QueueKind = 'held' | 'reported' | 'appeals';

const HERE = '($6::uuid[] is null or t.talk_id = any($6))';

/** Recaps are of no talk, hence nothing for the moderators of one. */
const OF_ALL = '$6::uuid[] is null';

const HELD_COMMENTS = `select m.id item_id, m.id comment_id, null::uuid recap_id, m.held_at since
    from comments m
    where m.held_at is not null
      and m.withheld_at is null
      and m.withdrawn_at is null
      and m.thread_id = any(array(select t.id from threads t where t.conference_id = $1 and ${HERE}))
      and ($3::timestamptz is null or (m.held_at, m.id) > ($3, $4::uuid))
    order by m.held_at, m.id limit $2`;

const HELD_RECAPS = `select a.id item_id, null::uuid comment_id, a.id recap_id, a.held_at since
    from recaps a
    where a.conference_id = $1
      and a.held_at is not null
      and a.withheld_at is null
      and a.withdrawn_at is null
      and ${OF_ALL}
      and ($3::timestamptz is null or (a.held_at, a.id) > ($3, $4::uuid))
    order by a.held_at, a.id limit $2`;

const REPORTED_COMMENTS = `select r.comment_id item_id, r.comment_id, null::uuid recap_id, min(r.made_at) since
    from reports r
    join comments m on m.id = r.comment_id
    join threads t on t.id = m.thread_id
    where r.conference_id = $1
      and r.status = 'open'
      and r.confirmed_at is not null
      and m.withheld_at is null
      and m.withdrawn_at is null
      and ${HERE}
    group by r.comment_id
    having $3::timestamptz is null or (min(r.made_at), r.comment_id) > ($3, $4::uuid)
    order by min(r.made_at), r.comment_id limit $2`;

const REPORTED_RECAPS = `select r.recap_id item_id, null::uuid comment_id, r.recap_id, min(r.made_at) since
    from reports r
    join recaps a on a.id = r.recap_id
    where r.conference_id = $1
      and r.status = 'open'
      and r.confirmed_at is not null
      and a.withheld_at is null
      and a.withdrawn_at is null
      and ${OF_ALL}
    group by r.recap_id
    having $3::timestamptz is null or (min(r.made_at), r.recap_id) > ($3, $4::uuid)
    order by min(r.made_at), r.recap_id limit $2`;

/** The first of two sorted lists together. */
const merged = (one: string, other: string): string =>
  `select * from ((${one}) union all (${other})) w order by w.since, w.item_id limit $2`;

/**
 * SQL by kind: the items of a page. Held ones are found along an index in waiting order, so that ten thousand cost no
 * more than a page; only the page is then read in full.
 */
const PAGE: Record<QueueKind, string> = {
  held: merged(HELD_COMMENTS, HELD_RECAPS),
  reported: merged(REPORTED_COMMENTS, REPORTED_RECAPS),
  appeals: `select a.id item_id, d.comment_id, d.recap_id, a.at since from appeals a
    join decisions d on d.id = a.decision_id
    left join threads t on t.id = d.thread_id
    where a.conference_id = $1
      and a.outcome is null
      and ($3::timestamptz is null or (a.at, a.id) > ($3, $4::uuid))
      and ${HERE}
    order by a.at, a.id limit $2`,
};

/**
 * SQL: how much waits, at most `$2` of each kind. Parameters: the conference, the bound, null twice, the talks that are
 * moderated or null for all.
 */
export const COUNT_STATEMENT = `select ${Object.values(PAGE)
  .map((page) => `(select count(*)::int from (${page.replaceAll('$6', '$5')}) c)`)
  .join(' + ')} waiting`;

const row = (columns: string, from: string): string => `(select row_to_json(c) from (select ${columns} ${from}) c)`;
const rows = (columns: string, from: string): string => `(select json_agg(c) from (select ${columns} ${from}) c)`;
const MANY = { reports: 20, earlier: 5 };
const CONTEXT = rows(
  COMMENT_COLUMNS.replaceAll('m.', 'q.'),
  `from (select m.root_id id union select m.parent_id) around
   join comments q on q.id = around.id and q.seq is not null
   order by q.seq`,
);
const REPORTS = rows(
  'r.id, r.rule, r.reason, r.made_at at',
  `from reports r
   where (r.comment_id = page.comment_id or r.recap_id = page.recap_id)
     and r.status = 'open'
     and r.confirmed_at is not null
   order by r.made_at limit ${MANY.reports}`,
);
/** Earlier decisions about other words of the persona. */
const EARLIER = rows(
  'd.id, d.kind, d.rule, d.reason, d.at',
  `from (
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
   order by d.at desc limit ${MANY.earlier}`,
);
const CLAIM = row(
  `k.account_id "accountId", k.until, ${knownName('k.account_id', '$1')} name`,
  'from queue_claims k where (k.comment_id = page.comment_id or k.recap_id = page.recap_id) and k.until > $5',
);
const APPEAL = row(
  `a.id, a.decision_id "decisionId", a.party, a.reason, a.at, a.account_id "appellantId",
     d.actor_account_id "firstActorId",
     exists (select from reports o where o.decision_id = d.id and o.account_id = $7) "isReporter",
     json_build_object('id', d.id, 'kind', d.kind, 'rule', d.rule, 'reason', d.reason, 'at', d.at) decision,
     (select p.name from personas p where p.id = d.persona_id) "personaName"`,
  'from appeals a join decisions d on d.id = a.decision_id where a.id = page.item_id',
);

/**
 * SQL: a page of the queue. $1 conference, $2 limit, $3 and $4 the place before it, $5 now, $6 the moderator's talks or
 * null; for appeals $7 the moderator.
 */
export const queueStatement = (kind: QueueKind): string =>
  `with page as materialized (${PAGE[kind]})
   select page.item_id "itemId",
     page.since,
     t.title "threadTitle",
     t.slug "threadSlug",
     coalesce(m.held_because, a.held_because) "heldBecause",
     (select p.account_id from personas p where p.id = coalesce(m.persona_id, a.persona_id)) "authorId",
     page.recap_id "recapId",
     ${row(COMMENT_COLUMNS, 'where m.id is not null')} comment,
     ${CONTEXT} context,
     ${REPORTS} reports,
     ${EARLIER} earlier,
     ${CLAIM} claim
     ${kind === 'appeals' ? `, ${APPEAL} appeal` : ''}
   from page
   left join comments m on m.id = page.comment_id
   left join recaps a on a.id = page.recap_id
   left join threads t on t.id = m.thread_id
   order by page.since, page.item_id`;

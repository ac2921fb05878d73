import { Injectable } from '@nestjs/common';
import { knownName } from '../accounts/known-name.ts';
import { COMMENT_COLUMNS, toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import { Clock } from '../kernel/clock.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { Database } from '../platform/database/database.ts';
import { mayDecideAppeal, type AppealParties } from './moderation.policy.ts';

export type QueueKind = 'held' | 'reported' | 'appeals';

export interface QueueReport {
  id: string;
  rule: string;
  reason: string;
  at: string;
}
/** An earlier decision about this persona in the conference. */
export interface EarlierDecision {
  id: string;
  kind: string;
  rule: string | null;
  reason: string;
  at: string;
}
export interface QueueAppeal {
  id: string;
  decisionId: string;
  party: 'author' | 'reporter';
  reason: string;
  at: string;
  mayDecide: boolean;
  decision: EarlierDecision;
  personaName: string | null;
}

/** An item of the queue, with its words, its surroundings and earlier decisions; never an address. */
export interface QueueItem {
  comment: CommentView | null;
  threadTitle: string | null;
  threadSlug: string | null;
  heldBecause: string | null;
  reports: QueueReport[];
  appeal?: QueueAppeal;
  context: CommentView[];
  earlier: EarlierDecision[];
  claimedBy?: { name: string; isYou: boolean; until: string };
  since: string;
  /** False for the moderator's own comments. */
  mayDecide: boolean;
}

export interface QueueAsked {
  kind: QueueKind;
  limit: number;
  cursor?: string | undefined;
  accountId: string;
  talkIds: readonly string[] | null;
}

interface Waiting {
  itemId: string;
  since: Date;
  claim: { accountId: string; name: string | null; until: string } | null;
  threadTitle: string | null;
  threadSlug: string | null;
  heldBecause: string | null;
  comment: CommentRow | null;
  context: CommentRow[] | null;
  reports: QueueReport[] | null;
  earlier: EarlierDecision[] | null;
  appeal: (Omit<QueueAppeal, 'mayDecide'> & Omit<AppealParties, 'authorId'>) | null;
  authorId: string | null;
}

const HERE = '($6::uuid[] is null or t.talk_id = any($6))';

/**
 * SQL by kind: the items of a page. Held ones are found along an index in waiting order, so that ten thousand cost no
 * more than a page; only the page is then read in full.
 */
const PAGE: Record<QueueKind, string> = {
  held: `select m.id item_id, m.id comment_id, m.held_at since
    from comments m
    where m.held_at is not null
      and m.withheld_at is null
      and m.withdrawn_at is null
      and m.thread_id = any(array(select t.id from threads t where t.conference_id = $1 and ${HERE}))
      and ($3::timestamptz is null or (m.held_at, m.id) > ($3, $4::uuid))
    order by m.held_at, m.id limit $2`,
  reported: `select r.comment_id item_id, r.comment_id, min(r.made_at) since
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
    order by min(r.made_at), r.comment_id limit $2`,
  appeals: `select a.id item_id, d.comment_id, a.at since from appeals a
    join decisions d on d.id = a.decision_id
    left join threads t on t.id = d.thread_id
    where a.conference_id = $1
      and a.outcome is null
      and ($3::timestamptz is null or (a.at, a.id) > ($3, $4::uuid))
      and ${HERE}
    order by a.at, a.id limit $2`,
};

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
   where r.comment_id = m.id and r.status = 'open' and r.confirmed_at is not null
   order by r.made_at limit ${MANY.reports}`,
);
/** Earlier decisions about other comments of the persona. */
const EARLIER = rows(
  'd.id, d.kind, d.rule, d.reason, d.at',
  `from comments o
   join decisions d on d.comment_id = o.id
   where o.persona_id = m.persona_id
     and not m.is_anonymous
     and o.id <> m.id
     and d.kind <> 'release'
   order by d.at desc limit ${MANY.earlier}`,
);
const CLAIM = row(
  `k.account_id "accountId", k.until, ${knownName('k.account_id', '$1')} name`,
  'from queue_claims k where k.comment_id = m.id and k.until > $5',
);
const APPEAL = row(
  `a.id, a.decision_id "decisionId", a.party, a.reason, a.at, a.account_id "appellantId",
     d.actor_account_id "firstActorId",
     exists (select from reports o where o.decision_id = d.id and o.account_id = $7) "isReporter",
     json_build_object('id', d.id, 'kind', d.kind, 'rule', d.rule, 'reason', d.reason, 'at', d.at) decision,
     (select p.name from personas p where p.id = d.persona_id) "personaName"`,
  'from appeals a join decisions d on d.id = a.decision_id where a.id = page.item_id',
);

/** Lists what waits for moderators, the longest waiting first. */
@Injectable()
export class QueueQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(conferenceId: string, { kind, limit, cursor, accountId, talkIds }: QueueAsked): Promise<Page<QueueItem>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['time', 'id'] as const);
    const found = await this.database.ask<Waiting>(
      `with page as materialized (${PAGE[kind]})
       select page.item_id "itemId",
         page.since,
         t.title "threadTitle",
         t.slug "threadSlug",
         m.held_because "heldBecause",
         (select p.account_id from personas p where p.id = m.persona_id) "authorId",
         ${row(COMMENT_COLUMNS, 'where m.id is not null')} comment,
         ${CONTEXT} context,
         ${REPORTS} reports,
         ${EARLIER} earlier,
         ${CLAIM} claim
         ${kind === 'appeals' ? `, ${APPEAL} appeal` : ''}
       from page
       left join comments m on m.id = page.comment_id
       left join threads t on t.id = m.thread_id
       order by page.since, page.item_id`,
      [
        conferenceId,
        limit + 1,
        after?.[0] ?? null,
        after?.[1] ?? null,
        this.clock.now(),
        talkIds,
        ...(kind === 'appeals' ? [accountId] : []),
      ],
    );
    const { items, next } = pageOf(found, limit, ({ since, itemId }) => [since.toISOString(), itemId]);
    return { items: items.map((item) => toItem(item, accountId)), next };
  }

  /** Whether anything waits, for a link on other pages; never a growing number. */
  async waits(conferenceId: string): Promise<boolean> {
    const [found] = await this.database.read<{ any: boolean }>(
      `select exists (
         select from threads t
         join comments m on m.thread_id = t.id
         where t.conference_id = $1
           and m.held_at is not null
           and m.withheld_at is null
           and m.withdrawn_at is null
       )
         or exists (
           select from reports r
           where r.conference_id = $1 and r.status = 'open' and r.confirmed_at is not null
         )
         or exists (select from appeals a where a.conference_id = $1 and a.outcome is null) "any"`,
      [conferenceId],
    );
    return found!.any;
  }
}

const instant = <T extends { at: string }>(thing: T): T => ({ ...thing, at: new Date(thing.at).toISOString() });

function toItem(
  { comment, threadTitle, threadSlug, heldBecause, context, reports, earlier, claim, appeal, since, authorId }: Waiting,
  accountId: string,
): QueueItem {
  return {
    comment: comment && toCommentView(comment, { withWords: true }),
    threadTitle,
    threadSlug,
    heldBecause: comment && toCommentView(comment).state === 'held' ? heldBecause : null,
    reports: (reports ?? []).map(instant),
    ...(appeal ? { appeal: toAppeal(appeal, authorId, accountId) } : {}),
    context: (context ?? []).map((around) => toCommentView(around)),
    earlier: (earlier ?? []).map(instant),
    ...(claim
      ? {
          claimedBy: {
            name: claim.name ?? '',
            isYou: claim.accountId === accountId,
            until: new Date(claim.until).toISOString(),
          },
        }
      : {}),
    since: since.toISOString(),
    mayDecide: authorId !== accountId,
  };
}

function toAppeal(
  { firstActorId, appellantId, isReporter, decision, ...appeal }: NonNullable<Waiting['appeal']>,
  authorId: string | null,
  accountId: string,
): QueueAppeal {
  return {
    ...instant(appeal),
    decision: instant(decision),
    mayDecide: mayDecideAppeal(accountId, { firstActorId, appellantId, authorId, isReporter }),
  };
}

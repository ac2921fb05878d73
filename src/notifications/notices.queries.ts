import { Injectable } from '@nestjs/common';
import { MAILED_KINDS, type MailedKind } from '../accounts/account-notice.entity.ts';
import { Clock } from '../kernel/clock.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { Database } from '../platform/database/database.ts';
import type { ListingQuery } from '../platform/http/listing.requests.ts';
import { TRIED_DAYS } from '../platform/mail/collecting.policy.ts';
import { NOTICES_KEPT_DAYS } from './forget-notices.ts';
import type { EmailNoticeKind, NoticeRule } from './mail.policy.ts';

/** A notice that concerned an account, and its outcome. */
export interface NoticeView {
  id: string;
  /**
   * `decision`: about oneself or about one's report; `passkey-added`, `passkey-removed`: such e-mails cannot be ended.
   * `archived`: a conference of which one had asked to be told.
   */
  kind: EmailNoticeKind | 'archived' | 'decision' | MailedKind;
  /** Time when it happened. */
  at: string;
  /** Of the thread or the conference; empty where nobody may read it now, and without one. */
  title: string;
  /** The page it is about; null where nobody may read it now. */
  url: string | null;
  /**
   * `waiting`: not decided yet; `sent`: by an e-mail of its own; `digest`: in one; `held`: not sent; `void`: what it
   * was about was hidden.
   */
  fate: 'waiting' | 'sent' | 'digest' | 'held' | 'void';
  /** The reason why it waits, waited before it was sent, or was not sent; null for an e-mail at once. */
  rule: NoticeRule | null;
  /** Time when the e-mail left that holds it; null without one. */
  sentAt: string | null;
  /** Time at which it is considered next; null once it is decided. */
  dueAt: string | null;
}

interface NoticeRow extends Omit<NoticeView, 'at' | 'sentAt' | 'dueAt'> {
  at: Date;
  sentAt: Date | null;
  dueAt: Date | null;
}

const NOTICES = `select n.id, n.kind, n.at,
    case when t.hidden_at is null then coalesce(t.title, c.title) else '' end title,
    case
      when n.kind = 'queue' then '/organize/' || c.slug || '/queue'
      when n.kind = 'archived' then '/c/' || c.slug
      when t.hidden_at is null then '/c/' || c.slug || '/t/' || t.slug
    end url,
    coalesce(n.fate, 'waiting') fate, n.rule,
    case when n.fate in ('sent', 'digest') then coalesce(e.left_at, n.settled_at) end "sentAt",
    n.due_at "dueAt"
  from email_notices n
  join conferences c on c.id = n.conference_id
  left join threads t on t.id = n.thread_id
  left join emails e on e.id = n.email_id
  where n.account_id = $1 and n.at > $2`;

/** Columns of an e-mail that is always sent. */
interface AlwaysSent {
  at: string;
  leftAt: string;
  isRefused: string;
  dueAt: string;
}

/** SQL: the fate of an e-mail at $3, and its rule where it was not sent. */
function outcomeOf({ at, leftAt, isRefused, dueAt }: AlwaysSent): string {
  const isGivenUp = `(${leftAt} is null and ${at} < $3::timestamptz - interval '${TRIED_DAYS} days')`;
  return `case when ${isRefused} or ${isGivenUp} then 'held' when ${leftAt} is null then 'waiting' else 'sent' end fate,
    case when ${isRefused} then 'refused' when ${isGivenUp} then 'undelivered' end rule,
    case when not ${isRefused} then ${leftAt} end "sentAt",
    case when ${leftAt} is null and not ${isGivenUp} then ${dueAt} end "dueAt"`;
}

const OF_DECISION = { at: 'l.at', leftAt: 'l.left_at', isRefused: 'l.is_refused', dueAt: 'coalesce(l.due_at, l.at)' };

const DECISIONS = `select l.id, 'decision' kind, l.at, c.title,
    case when l.decision_id is not null then '/me/statements/' || l.decision_id end url,
    ${outcomeOf(OF_DECISION)}
  from decision_letters l
  join conferences c on c.id = l.conference_id
  where l.account_id = $1 and l.at > $2`;

const OF_PASSKEY = { at: 'p.at', leftAt: 'p.letter_left_at', isRefused: 'p.is_refused', dueAt: 'p.at' };

const PASSKEYS = `select p.id, p.kind, p.at, '' title, '/me#passkeys' url,
    ${outcomeOf(OF_PASSKEY)}
  from account_notices p
  where p.account_id = $1 and p.at > $2 and p.kind in (${MAILED_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

/** Lists what concerned an account in the last thirty days, the latest first. */
@Injectable()
export class NoticesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(accountId: string, { limit, cursor }: ListingQuery): Promise<Page<NoticeView>> {
    const before = cursor === undefined ? null : decodeCursor(cursor, ['time', 'id'] as const);
    const rows = await this.database.ask<NoticeRow>(
      `select * from (${NOTICES} union all ${DECISIONS} union all ${PASSKEYS}) x
       where $5::timestamptz is null or (x.at, x.id) < ($5, $6::uuid)
       order by x.at desc, x.id desc limit $4`,
      [
        accountId,
        this.clock.ago({ days: NOTICES_KEPT_DAYS }),
        this.clock.now(),
        limit + 1,
        before?.[0] ?? null,
        before?.[1] ?? null,
      ],
    );
    const { items, next } = pageOf(rows, limit, ({ at, id }) => [at.toISOString(), id]);
    return {
      items: items.map((row) => ({
        ...row,
        at: row.at.toISOString(),
        sentAt: row.sentAt?.toISOString() ?? null,
        dueAt: row.dueAt?.toISOString() ?? null,
      })),
      next,
    };
  }
}

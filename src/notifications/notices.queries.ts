import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { Database } from '../platform/database/database.ts';
import type { ListingQuery } from '../platform/http/listing.requests.ts';
import { NOTICES_KEPT_DAYS } from './forget-notices.ts';
import type { EmailNoticeKind, NoticeRule } from './mail.policy.ts';

/** What concerned an account, and what became of it. */
export interface NoticeView {
  id: string;
  /** `decision`: about oneself or about one's report; such e-mails cannot be ended. */
  kind: EmailNoticeKind | 'decision';
  at: string;
  /** Of the thread or the conference; empty where nobody may read it now. */
  title: string;
  /** The page it is about; null where nobody may read it now. */
  url: string | null;
  /**
   * `waiting`: not decided yet; `sent`: by an e-mail of its own; `digest`: in one; `held`: not sent; `void`: what it
   * was about was hidden.
   */
  fate: 'waiting' | 'sent' | 'digest' | 'held' | 'void';
  /** Why it waits, waited before it was sent, or was not sent; null for an e-mail at once. */
  rule: NoticeRule | null;
  /** When the e-mail left that holds it; null without one. */
  sentAt: string | null;
  /** When it is considered next; null once it is decided. */
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
      when t.hidden_at is null then '/c/' || c.slug || '/t/' || t.slug
    end url,
    coalesce(n.fate, 'waiting') fate, n.rule,
    case when n.fate in ('sent', 'digest') then e.left_at end "sentAt",
    n.due_at "dueAt"
  from email_notices n
  join conferences c on c.id = n.conference_id
  left join threads t on t.id = n.thread_id
  left join emails e on e.id = n.email_id
  where n.account_id = $1 and n.at > $2`;

const DECISIONS = `select l.id, 'decision' kind, l.at, c.title,
    case when l.decision_id is not null then '/me/statements/' || l.decision_id end url,
    case when l.left_at is null then 'waiting' else 'sent' end fate, null rule, l.left_at "sentAt",
    case when l.left_at is null then coalesce(l.due_at, l.at) end "dueAt"
  from decision_letters l
  join conferences c on c.id = l.conference_id
  where l.account_id = $1 and l.at > $2`;

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
      `select * from (${NOTICES} union all ${DECISIONS}) x
       where $4::timestamptz is null or (x.at, x.id) < ($4, $5::uuid)
       order by x.at desc, x.id desc limit $3`,
      [accountId, this.clock.ago({ days: NOTICES_KEPT_DAYS }), limit + 1, before?.[0] ?? null, before?.[1] ?? null],
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

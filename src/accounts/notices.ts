import { Injectable } from '@nestjs/common';
import { blindId } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { isPaused } from './write-email-settings.ts';
import { MAILED_KINDS, type NoticeKind } from './account-notice.entity.ts';

/** `wasTold` says whether another socket got it before; `ageMs` is its age in milliseconds. */
export interface Notice {
  id: string;
  accountId: string;
  kind: NoticeKind;
  commentId: string | null;
  decisionId: string | null;
  wasTold: boolean;
  ageMs: number;
}

const NOTICE = `select id, account_id "accountId", kind, comment_id "commentId", decision_id "decisionId",
    told_at is not null "wasTold", (extract(epoch from clock_timestamp() - at) * 1000)::int "ageMs"
  from account_notices`;

interface NewNotice {
  accountId: string;
  kind: NoticeKind;
  commentId: string | null;
  decisionId?: string | null;
}

/** Notices to one account, written in the transaction of what they report, so that they exist once or not at all. */
@Injectable()
export class Notices {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly database: Database) {}

  /**
   * Also removes notices that were shown more than a day ago, those that are e-mailed after the month in which
   * `/me/email` lists them, and others after three. In a pause none is shown; e-mails about answers are made from the
   * thread's log, so that none is left to do here.
   */
  async add(tx: Tx, { accountId, kind, commentId, decisionId = null }: NewNotice): Promise<void> {
    await tx.query(
      `delete from account_notices
       where account_id = $1
         and at < clock_timestamp() - case
           when kind = any($2) then interval '30 days'
           when told_at is null then interval '90 days'
           else interval '1 day'
         end`,
      [accountId, MAILED_KINDS],
    );
    await tx.query(
      `insert into account_notices (id, account_id, kind, comment_id, decision_id, told_at, letter_left_at)
       values ($1, $2, $3, $4, $5,
         case when $6 or exists (
           select from email_settings s where s.account_id = $2 and ${isPaused('s', 'clock_timestamp()')}
         ) then clock_timestamp() end,
         case when $3 = 'answered' then clock_timestamp() end)`,
      [blindId(), accountId, kind, commentId, decisionId, isMailed(kind)],
    );
  }

  /** Removes the notices about these comments, because they lead from the comments to accounts. */
  async forget(tx: Tx, commentIds: readonly string[]): Promise<void> {
    await tx.query('delete from account_notices where comment_id = any($1)', [commentIds]);
  }

  /**
   * Notices of the last ten seconds, for all accounts. Overlapping reads see late commits; the sender removes
   * duplicates by id.
   */
  async recent(): Promise<Notice[]> {
    const recent = await this.database.askOften<Notice>(
      `${NOTICE} where at > clock_timestamp() - interval '10 seconds' order by at limit 10000`,
    );
    return recent.filter(({ kind }) => !isMailed(kind));
  }

  /** Notices of the last two weeks that these accounts were never shown. */
  untold(accountIds: readonly string[]): Promise<Notice[]> {
    return this.database.ask<Notice>(
      `${NOTICE}
       where account_id = any($1)
         and told_at is null
         and at > clock_timestamp() - interval '14 days'
       order by at limit 1000`,
      [accountIds],
    );
  }

  async markTold(ids: readonly string[]): Promise<void> {
    await this.database.ask(
      'update account_notices set told_at = clock_timestamp() where id = any($1) and told_at is null',
      [ids],
    );
  }

  /** Signals after the commit; this node's sender reads at once, other nodes within a second. */
  signal(): void {
    for (const listen of this.listeners) listen();
  }

  /** Returns how to unsubscribe. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

const isMailed = (kind: NoticeKind): boolean => MAILED_KINDS.some((mailed) => mailed === kind);

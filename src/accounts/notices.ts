import { Injectable } from '@nestjs/common';
import { blindId } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { MAILED_KINDS, type NoticeKind } from './account-notice.entity.ts';

/** `wasTold`: to another socket, before; `ageMs`: so long ago it happened. */
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

/** Words to one account, written in the transaction of what they tell, so that they are told once or not at all. */
@Injectable()
export class Notices {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly database: Database) {}

  /** What was told goes after a day, with the next; what was not waits three months for its account to come back. */
  async tell(
    tx: Tx,
    {
      accountId,
      kind,
      commentId,
      decisionId = null,
    }: { accountId: string; kind: NoticeKind; commentId: string | null; decisionId?: string | null },
  ): Promise<void> {
    await tx.query(
      `delete from account_notices
       where account_id = $1
         and at < clock_timestamp() - case when told_at is null then interval '90 days' else interval '1 day' end`,
      [accountId],
    );
    await tx.query(
      `insert into account_notices (id, account_id, kind, comment_id, decision_id, told_at)
       values ($1, $2, $3, $4, $5, case when $6 then clock_timestamp() end)`,
      [blindId(), accountId, kind, commentId, decisionId, isMailed(kind)],
    );
  }

  /** What was told about these comments leads from them to the accounts that were told. */
  async forget(tx: Tx, commentIds: readonly string[]): Promise<void> {
    await tx.query('delete from account_notices where comment_id = any($1)', [commentIds]);
  }

  /**
   * What is ten seconds young, whoever it is for. Overlapping looks see what was committed late; who sends keeps the
   * ids.
   */
  async recent(): Promise<Notice[]> {
    const recent = await this.database.askOften<Notice>(
      `${NOTICE} where at > clock_timestamp() - interval '10 seconds' order by at limit 10000`,
    );
    return recent.filter(({ kind }) => !isMailed(kind));
  }

  /** What these accounts were never told, for two weeks. */
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

  /** After the commit: whoever sends notices on this node looks now, the others within a second. */
  wake(): void {
    for (const listen of this.listeners) listen();
  }

  /** Answers how to stop listening. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

const isMailed = (kind: NoticeKind): boolean => MAILED_KINDS.some((mailed) => mailed === kind);

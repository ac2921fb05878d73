import { Injectable } from '@nestjs/common';
import { blindId } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { NoticeKind } from './account-notice.entity.ts';

export interface Notice { id: string; accountId: string; kind: NoticeKind; commentId: string; decisionId: string | null }

/** Words to one account, written in the transaction of what they tell, so that they are told once or not at all. */
@Injectable()
export class Notices {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly database: Database) {}

  /** What is older than a day is of no use to an open socket and goes with the next. */
  async tell(tx: Tx, { accountId, kind, commentId, decisionId = null }: { accountId: string; kind: NoticeKind; commentId: string; decisionId?: string | null }): Promise<void> {
    await tx.query(`delete from account_notices where account_id = $1 and at < clock_timestamp() - interval '1 day'`, [accountId]);
    await tx.query('insert into account_notices (id, account_id, kind, comment_id, decision_id) values ($1, $2, $3, $4, $5)', [blindId(), accountId, kind, commentId, decisionId]);
  }

  /** To these accounts, of the last ten seconds. Overlapping looks see what was committed late; who sends keeps the ids. */
  recent(accountIds: readonly string[]): Promise<Notice[]> {
    return this.database.read<Notice>(
      `select id, account_id "accountId", kind, comment_id "commentId", decision_id "decisionId" from account_notices
       where account_id = any($1) and at > clock_timestamp() - interval '10 seconds' order by at`, [accountIds]);
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

import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { isUuid } from '../kernel/ids.ts';
import { Background } from '../platform/background.ts';
import { Database } from '../platform/database/database.ts';
import { ThreadVisits } from '../threads/thread-visits.ts';

/** Settles what waited to be told of a thread once its reader has been there. Nothing else is kept of a visit. */
@Injectable()
export class SettleSeen {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    background: Background,
    threadVisits: ThreadVisits,
  ) {
    threadVisits.subscribe(({ accountId, threadId }) => {
      if (isUuid(threadId)) background.start('settle seen notices', () => this.settle(accountId, threadId));
    });
  }

  /** An e-mail that is on its way stays so. */
  private async settle(accountId: string, threadId: string): Promise<void> {
    await this.database.ask(
      `update email_notices
       set fate = 'held', rule = 'seen', due_at = null, settled_at = $3
       where account_id = $1 and thread_id = $2 and due_at is not null`,
      [accountId, threadId, this.clock.now()],
    );
  }
}

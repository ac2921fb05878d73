import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';

/** Time for which the outcome of a notice can be read, in days. */
export const NOTICES_KEPT_DAYS = 30;

const FORGET_EVERY_MS = 3_600_000;

/** Deletes notices that are settled, and their e-mails, once they are older than `/me/email` shows. */
@Injectable()
export class ForgetNotices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'notifications/forget-notices',
      does: 'Deletes what became of notices after thirty days.',
      everyMs: FORGET_EVERY_MS,
      run: () => this.forget(),
    });
  }

  private async forget(): Promise<void> {
    const before = this.clock.ago({ days: NOTICES_KEPT_DAYS });
    await this.database.ask('delete from email_notices where settled_at < $1', [before]);
    await this.database.ask(
      `delete from emails e
       where e.left_at < $1 and not exists (select from email_notices n where n.email_id = e.id)`,
      [before],
    );
  }
}

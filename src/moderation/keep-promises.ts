import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { HoldReported } from './hold-reported.ts';

const CATCH_UP_EVERY_MS = 30_000;
const FORGET_EVERY_MS = 3_600_000;
/** Days after which an unconfirmed report is deleted. */
const UNCONFIRMED_DAYS = 1;
/** Days after which a notice is deleted, sent or not. */
const NOTICES_KEPT_DAYS = 7;

/** Moderation's recurring work: holds that a crash interrupted, expired words, links that must not last. */
@Injectable()
export class KeepPromises {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    holdReported: HoldReported,
    addressDesk: AddressDesk,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'moderation/catch-up-holding',
      does: 'Holds what enough people have reported and a crash left open.',
      everyMs: CATCH_UP_EVERY_MS,
      run: async () => {
        await holdReported.catchUp();
        // Accounts without a mailbox index, while there are any. Last, so that an unreadable address delays nothing.
        while ((await addressDesk.indexMailboxes()) > 0);
      },
    });
    recurringTasks.add({
      name: 'moderation/forget',
      does: 'Forgets words of decisions, unconfirmed reports and links to authors when their time is over.',
      everyMs: FORGET_EVERY_MS,
      run: () => this.forget(),
    });
  }

  async forget(): Promise<void> {
    await this.database.transaction(async (tx) => {
      // With the salt, so that the words cannot be found out by trying.
      await tx.query('delete from decision_words where kept_until <= $1', [this.clock.now()]);
      await tx.query('delete from reports where confirmed_at is null and made_at < $1', [
        this.clock.ago({ days: UNCONFIRMED_DAYS }),
      ]);
      await tx.query('delete from queue_claims where until < $1', [this.clock.ago({ days: UNCONFIRMED_DAYS })]);
      await tx.query('delete from decision_letters where at < $1', [this.clock.ago({ days: NOTICES_KEPT_DAYS })]);
      // Once an anonymous question has no asker any more, its statements and appeals must not lead to one either.
      const orphans = `select d.id from decisions d
        join comments m on m.id = d.comment_id
        where m.is_anonymous and m.persona_id is null`;
      await tx.query(`delete from statements where decision_id in (${orphans})`);
      await tx.query(
        `update appeals
         set account_id = null
         where party = 'author'
           and account_id is not null
           and decision_id in (${orphans})`,
      );
    });
  }
}

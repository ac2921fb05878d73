import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { HoldReported } from './hold-reported.ts';

const CATCH_UP_EVERY_MS = 30_000;
const FORGET_EVERY_MS = 3_600_000;
/** A report nobody confirmed by then will not be. */
const UNCONFIRMED_DAYS = 1;
/** What was sent, or could not be, is of no use after that. */
const LETTERS_KEPT_DAYS = 7;

/** What this room does by itself: holds that a crash left open, words whose time is over, links that must not last. */
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
        // Accounts from before the index, while there are any. Last, so that an address nobody can read holds nothing
        // up.
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
      // With its salt, so that nobody can find out by trying what was said.
      await tx.query('delete from decision_words where kept_until <= $1', [this.clock.now()]);
      await tx.query('delete from reports where confirmed_at is null and made_at < $1', [
        this.clock.ago({ days: UNCONFIRMED_DAYS }),
      ]);
      await tx.query('delete from queue_claims where until < $1', [this.clock.ago({ days: UNCONFIRMED_DAYS })]);
      await tx.query('delete from decision_letters where at < $1', [this.clock.ago({ days: LETTERS_KEPT_DAYS })]);
      // Once an anonymous question no longer leads to its asker, no statement and no appeal may do so either.
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

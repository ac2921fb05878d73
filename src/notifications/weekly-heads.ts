import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '../accounts/people.queries.ts';
import { DueLetters } from '../moderation/due-letters.ts';
import { MarkHeads } from '../moderation/mark-heads.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';

const LOOK_EVERY_MS = 3_600_000;

/**
 * Once a week, where something was decided since: the head of the ledger to every organizer. Whoever rewrites the
 * ledger cannot rewrite their mail.
 */
@Injectable()
export class WeeklyHeads {
  constructor(
    private readonly markHeads: MarkHeads,
    private readonly peopleQueries: PeopleQueries,
    private readonly dueLetters: DueLetters,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'notifications/weekly-heads',
      does: 'Mails the head of the ledger to organizers once a week.',
      everyMs: LOOK_EVERY_MS,
      run: () => this.send(),
    });
  }

  async send(): Promise<void> {
    await this.markHeads.mark(async (tx, { conferenceId, n, hash }) => {
      for (const accountId of await this.peopleQueries.organizers(conferenceId))
        await this.dueLetters.put(tx, { accountId, kind: 'ledger-head', conferenceId, facts: { n, hash } });
    });
  }
}

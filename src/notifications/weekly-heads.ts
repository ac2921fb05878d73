import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '../accounts/people.queries.ts';
import { DecisionNotices } from '../moderation/decision-notices.ts';
import { MarkHeads } from '../moderation/mark-heads.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';

const LOOK_EVERY_MS = 3_600_000;

/**
 * Mails the ledger's head to every organizer weekly, if something was decided since, because a copy in their mailboxes
 * reveals a rewritten ledger.
 */
@Injectable()
export class WeeklyHeads {
  constructor(
    private readonly markHeads: MarkHeads,
    private readonly peopleQueries: PeopleQueries,
    private readonly decisionNotices: DecisionNotices,
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
        await this.decisionNotices.put(tx, { accountId, kind: 'ledger-head', conferenceId, facts: { n, hash } });
    });
  }
}

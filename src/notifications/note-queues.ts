import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '../accounts/people.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { WAITING_IN } from './email-lines.queries.ts';

const LOOK_EVERY_MS = 600_000;

/** Notes for moderators that something waits, for their digest; again only when something came since the last note. */
@Injectable()
export class NoteQueues {
  constructor(
    private readonly database: Database,
    private readonly peopleQueries: PeopleQueries,
    private readonly clock: Clock,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'notifications/note-queues',
      does: 'Notes for the digest of moderators what waits for them.',
      everyMs: LOOK_EVERY_MS,
      run: () => this.note(),
    });
  }

  private async note(): Promise<void> {
    const waiting = await this.database.ask<{ conferenceId: string; newest: Date }>(
      `select c.id "conferenceId", q.newest
       from conferences c
       cross join lateral (select max(since) newest from ${WAITING_IN('c.id')} x) q
       where c.phase <> 'archived' and q.newest is not null`,
    );
    for (const { conferenceId, newest } of waiting)
      await this.database.ask(
        `insert into email_notices (id, account_id, kind, conference_id, at, due_at)
         select gen_random_uuid(), a.id, 'queue', $1, $3, $3
         from accounts a
         where a.id = any($2) and a.kind = 'full'
           and not exists (
             select from email_notices n
             where n.account_id = a.id
               and n.conference_id = $1
               and n.kind = 'queue'
               and (n.due_at is not null or (n.at >= $4 and n.fate is distinct from 'sent'))
           )
         on conflict do nothing`,
        [conferenceId, await this.peopleQueries.whoDecides(conferenceId), this.clock.now(), newest],
      );
  }
}

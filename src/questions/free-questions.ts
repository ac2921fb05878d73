import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { GrantChanges } from '../accounts/grant-changes.ts';
import { GrantsQueries, leads } from '../accounts/grants.queries.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { freeQuestionWrite, type TakenQuestion } from './free-question.write.ts';

/** Interval, in milliseconds, at which questions are checked for grants that a node revoked just before it ended. */
const LOOK_EVERY_MS = 30_000;

/** Opens questions again whose taker may no longer answer, so that a revoked right never blocks a question. */
@Injectable()
export class FreeQuestions implements BeforeApplicationShutdown {
  private readonly runNow: () => Promise<void>;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly database: Database,
    private readonly threadWriter: ThreadWriter,
    private readonly grantsQueries: GrantsQueries,
    grantChanges: GrantChanges,
    recurringTasks: RecurringTasks,
  ) {
    this.runNow = recurringTasks.add({
      name: 'questions/free-taken',
      does: 'Frees questions whose speaker may not answer any more.',
      everyMs: LOOK_EVERY_MS,
      run: () => this.run(),
    });
    this.unsubscribe = grantChanges.subscribe(() => void this.runNow());
  }

  beforeApplicationShutdown(): void {
    this.unsubscribe();
  }

  private async run(): Promise<void> {
    const taken = await this.database.ask<
      TakenQuestion & { threadId: string; conferenceId: string; talkId: string | null }
    >(
      `select q.comment_id "questionId", q.account_id "accountId", t.id "threadId", t.conference_id "conferenceId",
         t.talk_id "talkId"
       from question_takers q
       join threads t on t.id = q.thread_id
       where not exists (
         select from grants g
         where g.account_id = q.account_id
           and (g.conference_id is null or g.conference_id = t.conference_id)
           and (g.role <> 'speaker' or g.talk_id = t.talk_id)
       )
         or exists (
           select from standings s
           where s.account_id = q.account_id
             and s.conference_id = t.conference_id
             and s.kind = 'suspended'
         )
       limit 100`,
    );
    // Organizers in ORGANIZERS have no grant row.
    for (const { threadId, conferenceId, talkId, ...question } of taken) {
      if (!leads(await this.grantsQueries.rolesIn(question.accountId, conferenceId), talkId))
        await this.threadWriter.submit(threadId, freeQuestionWrite, question);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { Notices } from '../accounts/notices.ts';
import { Database } from '../platform/database/database.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { expireQuestionsWrite } from './expire-questions.write.ts';

/**
 * Every question ends: those still open or taken when their thread becomes read-only expire, and their askers are told
 * in the same transaction, hence once. Looks at the rows themselves: a run that is cut short is made good by the next.
 */
@Injectable()
export class ExpireQuestions {
  private readonly write;

  constructor(
    private readonly database: Database,
    private readonly threadWriter: ThreadWriter,
    private readonly notices: Notices,
  ) {
    this.write = expireQuestionsWrite(notices);
  }

  async expire(): Promise<void> {
    const threads = await this.database.ask<{ id: string }>(
      `select t.id from threads t
       where t.state in ('readonly', 'archived')
         and exists (select from comments m where m.thread_id = t.id and m.question_status in ('open', 'taken'))`,
    );
    for (const { id } of threads)
      while ((await this.threadWriter.submit(id, this.write, null)).numbers.length > 0) this.notices.wake();
  }
}

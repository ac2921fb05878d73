import { Injectable } from '@nestjs/common';
import { Notices } from '../accounts/notices.ts';
import { Database } from '../platform/database/database.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { expireQuestionsWrite } from './expire-questions.write.ts';

/**
 * Expires open and taken questions once their thread is read-only, and notifies the askers in the same transaction,
 * hence once. Reads the questions themselves, so that the next run completes an interrupted one.
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
      while ((await this.threadWriter.submit(id, this.write, null)).numbers.length > 0) this.notices.signal();
  }
}

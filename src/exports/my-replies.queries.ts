import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import type { MyData } from './my-data.view.ts';
import { withTimesAsText } from './times-as-text.ts';

/** Reads for a person the words they sent by e-mail and the e-mails to them that came back. */
@Injectable()
export class MyRepliesQueries {
  constructor(private readonly database: Database) {}

  async list(accountId: string): Promise<Pick<MyData, 'repliesByEmail' | 'returnedEmails'>> {
    const [replies, returned] = await Promise.all([
      this.database.ask<MyData['repliesByEmail'][number]>(
        `select case when t.hidden_at is null then t.title else '' end thread, r.state, r.reason, r.source words, r.at
         from taken_replies r
         join threads t on t.id = r.thread_id
         where r.account_id = $1
         order by r.at, r.id`,
        [accountId],
      ),
      this.database.ask<MyData['returnedEmails'][number]>(
        'select verdict, status, at from email_returns where account_id = $1 order by at',
        [accountId],
      ),
    ]);
    return { repliesByEmail: replies.map(withTimesAsText), returnedEmails: returned.map(withTimesAsText) };
  }
}

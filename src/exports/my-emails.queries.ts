import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import type { MyData } from './my-data.view.ts';

type MyEmails = Pick<MyData, 'tellMeWhenArchived' | 'emailNotices' | 'emailSettings' | 'followedThreads'>;

/** Gathers which e-mails an account gets, and what became of what concerned it. */
@Injectable()
export class MyEmailsQueries {
  constructor(private readonly database: Database) {}

  async get(accountId: string): Promise<MyEmails> {
    const notices = await this.ask<{
      kind: string;
      commentId: string | null;
      at: Date;
      fate: string | null;
      rule: string | null;
    }>(
      `select kind, comment_id "commentId", at, fate, rule from email_notices where account_id = $1 order by at, id`,
      accountId,
    );
    const [settings = null] = await this.ask<Record<string, unknown>>(
      `select daily_budget budget, digest_rhythm rhythm, digest_hour "hour", time_zone "timeZone",
         paused_until::text "pausedUntil", has_words words, ended_kinds "endedKinds"
       from email_settings
       where account_id = $1`,
      accountId,
    );
    return {
      tellMeWhenArchived: await this.ask(
        `select c.title conference from closing_letters l
         join conferences c on c.id = l.conference_id
         where l.account_id = $1
         order by c.title`,
        accountId,
      ),
      emailNotices: notices.map((notice) => ({ ...notice, at: notice.at.toISOString() })),
      emailSettings: settings,
      followedThreads: await this.ask(
        `select c.title conference, case when t.hidden_at is null then t.title else '' end thread
         from thread_follows f
         join threads t on t.id = f.thread_id
         join conferences c on c.id = t.conference_id
         where f.account_id = $1
         order by c.title, t.title, t.id`,
        accountId,
      ),
    };
  }

  private ask<Row extends object>(sql: string, accountId: string): Promise<Row[]> {
    return this.database.ask<Row>(sql, [accountId]);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { DecideOnComment } from './decide-on-comment.ts';
import { isLimited, REPORTS_THAT_HOLD } from './moderation.policy.ts';
import { ReportsQueries } from './reports.queries.ts';

/** Takes away, until a moderator has looked, what several people with confirmed addresses reported. */
@Injectable()
export class HoldReported {
  constructor(private readonly database: Database, private readonly decide: DecideOnComment, private readonly reports: ReportsQueries) {}

  /** After a report of this comment was written. Of reports that arrive at once the last sees all, and holding twice is once. */
  async run(commentId: string): Promise<void> {
    const reporters = await this.reporters(commentId);
    if (reporters >= REPORTS_THAT_HOLD) await this.decide.hold(commentId, reporters);
  }

  /** What a crash left between a report and its hold. */
  async catchUp(): Promise<void> {
    const due = await this.database.ask<{ id: string }>(
      `select r.comment_id id from reports r join comments m on m.id = r.comment_id
       where r.status = 'open' and r.confirmed_at is not null and m.held_at is null and m.withheld_at is null and m.withdrawn_at is null
       group by r.comment_id having count(distinct r.account_id) >= $1 limit 50`, [REPORTS_THAT_HOLD]);
    for (const { id } of due) await this.run(id);
  }

  /** Those who were warned and went on do not count. */
  private async reporters(commentId: string): Promise<number> {
    const rows = await this.database.ask<{ accountId: string; conferenceId: string }>(
      `select distinct account_id "accountId", conference_id "conferenceId" from reports where comment_id = $1 and status = 'open' and confirmed_at is not null and account_id is not null limit 20`, [commentId]);
    const through = { query: <Row>(sql: string, values?: readonly unknown[]) => this.database.ask<Row>(sql, values) };
    const records = await Promise.all(rows.map(({ accountId, conferenceId }) => this.reports.recordOf(through, accountId, conferenceId)));
    return records.filter((record) => !isLimited(record)).length;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import { isLimited, OPEN_REPORTS_AT_MOST } from './moderation.policy.ts';
import { reportsLimited, reportsOpen } from './moderation.problems.ts';
import { ReportersQueries } from './reporters.queries.ts';
import { ReportsQueries } from './reports.queries.ts';

/** Seconds between reports of an account whose reports were mostly unfounded. */
const LIMITED_SECONDS = 86_400;

/** Limits how much one person reports. */
@Injectable()
export class ReportLimits {
  constructor(
    private readonly database: Database,
    private readonly reportsQueries: ReportsQueries,
    private readonly reportersQueries: ReportersQueries,
    private readonly clock: Clock,
  ) {}

  /** Throws `reports-limited` for an account that was warned and went on, and has reported within a day. */
  async demandPatience(accountId: string, conferenceId: string): Promise<void> {
    const through = { query: <Row>(sql: string, values?: readonly unknown[]) => this.database.ask<Row>(sql, values) };
    if (!isLimited(await this.reportsQueries.recordOf(through, accountId, conferenceId))) return;
    const waiting = await this.database.ask(
      `select from reports where account_id = $1 and conference_id = $2 and made_at > $3 limit 1`,
      [accountId, conferenceId, this.clock.ago({ seconds: LIMITED_SECONDS })],
    );
    if (waiting.length > 0) throw reportsLimited({}, { retryAfterSeconds: LIMITED_SECONDS });
  }

  /** Throws `reports-open`. Locks the person, so that an equal report from another tab is stored by now, or waits. */
  async demandFew(tx: Queryable, accountId: string): Promise<void> {
    refuseMany(await this.countOpen(tx, accountId));
  }

  /** The person's open reports; locks the person. */
  countOpen(tx: Queryable, accountId: string): Promise<number> {
    return this.reportersQueries.openOf(tx, accountId);
  }
}

/** Throws `reports-open`. */
export function refuseMany(open: number): void {
  if (open >= OPEN_REPORTS_AT_MOST) throw reportsOpen({ most: OPEN_REPORTS_AT_MOST });
}

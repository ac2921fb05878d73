import { Injectable } from '@nestjs/common';
import { Notices } from '../accounts/notices.ts';
import { Clock } from '../kernel/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { DecisionNotices } from './decision-notices.ts';
import { COLUMN_OF, type JudgedWords } from './judged-words.ts';
import { isMostlyUnfounded } from './moderation.policy.ts';
import type { ReportStatus } from './report.entity.ts';
import { ReportsQueries } from './reports.queries.ts';

export interface SettledReport {
  accountId: string | null;
  isGuest: boolean;
  receipt: string;
  conferenceId: string;
  madeAt: Date;
}

type ReportOutcome = { status: Exclude<ReportStatus, 'open'>; decisionId: string };

const RETURNED = 'account_id "accountId", is_guest "isGuest", receipt, conference_id "conferenceId", made_at "madeAt"';

/** Settles reports with a decision and notifies their reporters: guests by e-mail, others on their own page. */
@Injectable()
export class SettleReports {
  constructor(
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly decisionNotices: DecisionNotices,
    private readonly reportsQueries: ReportsQueries,
  ) {}

  /** Settles all open reports of a comment or recap, or the named one. Returns them, oldest first. */
  async settle(tx: Tx, about: JudgedWords | { reportId: string }, outcome: ReportOutcome): Promise<SettledReport[]> {
    const [column, value] = 'reportId' in about ? ['id', about.reportId] : [COLUMN_OF[about.kind], about.id];
    const settled = await tx.query<SettledReport>(
      `update reports
       set status = $2, decided_at = $3, decision_id = $4
       where ${column} = $1 and status = 'open' and confirmed_at is not null
       returning ${RETURNED}`,
      [value, outcome.status, this.clock.now(), outcome.decisionId],
    );
    await this.notify(tx, settled, outcome);
    return settled.toSorted((a, b) => a.madeAt.getTime() - b.madeAt.getTime());
  }

  /** Notifies again the reporters that a reversed decision had answered. */
  async again(tx: Tx, reversedId: string, outcome: ReportOutcome): Promise<void> {
    const settled = await tx.query<SettledReport>(
      `update reports set status = $2, decided_at = $3, decision_id = $4 where decision_id = $1 returning ${RETURNED}`,
      [reversedId, outcome.status, this.clock.now(), outcome.decisionId],
    );
    await this.notify(tx, settled, outcome);
  }

  private async notify(
    tx: Tx,
    settled: readonly SettledReport[],
    { status, decisionId }: ReportOutcome,
  ): Promise<void> {
    for (const { accountId, isGuest, receipt, conferenceId } of settled) {
      if (accountId === null) continue;
      if (isGuest)
        await this.decisionNotices.put(tx, { accountId, kind: 'report-decided', conferenceId, decisionId, receipt });
      else await this.notices.add(tx, { accountId, kind: 'report-decided', commentId: null, decisionId });
      if (status === 'dismissed') await this.warn(tx, accountId, conferenceId);
    }
  }

  /** Once; an account that goes on is limited (DSA, article 23). */
  private async warn(tx: Tx, accountId: string, conferenceId: string): Promise<void> {
    const record = await this.reportsQueries.recordOf(tx, accountId, conferenceId);
    if (record.unfoundedSinceWarning !== null || !isMostlyUnfounded(record)) return;
    await tx.query(
      'insert into report_warnings (account_id, conference_id, at) values ($1, $2, $3) on conflict do nothing',
      [accountId, conferenceId, this.clock.now()],
    );
    await this.decisionNotices.put(tx, { accountId, kind: 'report-warned', conferenceId });
  }
}

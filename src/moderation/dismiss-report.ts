import { Injectable } from '@nestjs/common';
import { Notices } from '../accounts/notices.ts';
import { stateOf } from '../comments/comment.policy.ts';
import { CommentsQueries } from '../comments/comments.queries.ts';
import { blindId } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { DecideOnComment } from './decide-on-comment.ts';
import { reportSettled } from './moderation.problems.ts';
import { RecordDecision } from './record-decision.ts';
import { ReportsQueries } from './reports.queries.ts';
import { SettleReports } from './settle-reports.ts';

/** Dismisses a report as unfounded. A comment that was held for reports alone is released when none is left. */
@Injectable()
export class DismissReport {
  // A dismissal settles the report, records the decision and may release the comment.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly reportsQueries: ReportsQueries,
    private readonly commentsQueries: CommentsQueries,
    private readonly settleReports: SettleReports,
    private readonly recordDecision: RecordDecision,
    private readonly decideOnComment: DecideOnComment,
    private readonly notices: Notices,
  ) {}

  /** Throws `not-found`, `report-settled`. */
  async dismiss(actorId: string, reportId: string, reason: string): Promise<void> {
    const report = await this.reportsQueries.get(reportId);
    const comment = await this.commentsQueries.get(report.commentId);
    const [others] = await this.database.ask<{ count: number; because: string | null }>(
      `select (
         select count(*)::int from reports
         where comment_id = $1
           and id <> $2
           and status = 'open'
           and confirmed_at is not null
       ) count,
         held_because because
       from comments
       where id = $1`,
      [comment.id, reportId],
    );
    if (stateOf(comment) === 'held' && others!.because === 'reports' && others!.count === 0) {
      if (report.status !== 'open') throw reportSettled();
      await this.decideOnComment.release(actorId, comment.id, comment.revision, reason);
      return;
    }
    await this.database.transaction(async (tx) => {
      const id = blindId();
      const [settled] = await this.settleReports.settle(tx, { reportId }, { status: 'dismissed', decisionId: id });
      if (!settled) throw reportSettled();
      await this.recordDecision.record(tx, {
        id,
        actorId,
        conferenceId: report.conferenceId,
        threadId: comment.threadId,
        commentId: comment.id,
        kind: 'dismiss',
        rule: report.rule,
        reason,
        isPublic: comment.seq !== null,
        isFromReport: true,
        waitingSince: settled.madeAt,
      });
    });
    this.notices.signal();
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { HoldReported } from './hold-reported.ts';
import { reportOwn } from './moderation.problems.ts';
import { ReportLimits } from './report-limits.ts';
import { ReportableComments, type ReportInput } from './reportable-comments.ts';

/** Reports a public comment for breaking a rule. Returns a receipt, whose page shows what became of it. */
@Injectable()
export class ReportComment {
  constructor(
    private readonly database: Database,
    private readonly reportableComments: ReportableComments,
    private readonly reportLimits: ReportLimits,
    private readonly holdReported: HoldReported,
    private readonly clock: Clock,
  ) {}

  /**
   * Idempotent. Throws `not-found`, `comment-gone`, `rule-unknown`, `report-own`, `reports-limited`, `reports-open`.
   */
  async report(accountId: string, asked: ReportInput): Promise<string> {
    const comment = await this.reportableComments.get(asked);
    if (comment.accountId === accountId) throw reportOwn();
    const [waiting] = await this.database.ask<{ receipt: string }>(
      `select receipt from reports where comment_id = $1 and account_id = $2 and status = 'open'`,
      [comment.id, accountId],
    );
    if (waiting) return waiting.receipt;
    await this.reportLimits.demandPatience(accountId, comment.conferenceId);
    const receipt = await this.database.transaction(async (tx) => {
      await this.reportLimits.demandFew(tx, accountId);
      const [made] = await tx.query<{ receipt: string }>(
        `insert into reports (
           id, receipt, conference_id, comment_id, account_id, is_guest, rule, reason, status, made_at, confirmed_at
         )
         values ($1, $2, $3, $4, $5, false, $6, $7, 'open', $8, $8)
         on conflict (comment_id, account_id)
         where status = 'open' and account_id is not null
         do update set rule = excluded.rule
         returning receipt`,
        [blindId(), blindId(), comment.conferenceId, comment.id, accountId, asked.rule, asked.reason, this.clock.now()],
      );
      return made!.receipt;
    });
    await this.holdReported.hold(comment.id);
    return receipt;
  }
}

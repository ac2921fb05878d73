import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { HoldReported } from './hold-reported.ts';
import { COLUMN_OF } from './judged-words.ts';
import { reportOwn } from './moderation.problems.ts';
import { ReportLimits } from './report-limits.ts';
import { ReportableWords, type ReportInput } from './reportable-words.ts';

/** Reports a public comment or recap for breaking a rule. Returns a receipt, whose page shows what became of it. */
@Injectable()
export class ReportWords {
  constructor(
    private readonly database: Database,
    private readonly reportableWords: ReportableWords,
    private readonly reportLimits: ReportLimits,
    private readonly holdReported: HoldReported,
    private readonly clock: Clock,
  ) {}

  /**
   * Idempotent. Throws `not-found`, `comment-gone`, `recap-gone`, `rule-unknown`, `report-own`, `reports-limited`,
   * `reports-open`.
   */
  async report(accountId: string, asked: ReportInput): Promise<string> {
    const { about } = asked;
    const words = await this.reportableWords.get(asked);
    if (words.accountId === accountId) throw reportOwn();
    const column = COLUMN_OF[about.kind];
    const [waiting] = await this.database.ask<{ receipt: string }>(
      `select receipt from reports where ${column} = $1 and account_id = $2 and status = 'open'`,
      [about.id, accountId],
    );
    if (waiting) return waiting.receipt;
    await this.reportLimits.demandPatience(accountId, words.conferenceId);
    const receipt = await this.database.transaction(async (tx) => {
      await this.reportLimits.demandFew(tx, accountId);
      const [made] = await tx.query<{ receipt: string }>(
        `insert into reports (
           id, receipt, conference_id, ${column}, account_id, is_guest, rule, reason, status, made_at, confirmed_at
         )
         values ($1, $2, $3, $4, $5, false, $6, $7, 'open', $8, $8)
         on conflict (${column}, account_id)
         where status = 'open' and account_id is not null
         do update set rule = excluded.rule
         returning receipt`,
        [blindId(), blindId(), words.conferenceId, about.id, accountId, asked.rule, asked.reason, this.clock.now()],
      );
      return made!.receipt;
    });
    await this.holdReported.hold(about);
    return receipt;
  }
}

import { Injectable } from '@nestjs/common';
import { Notices } from '../accounts/notices.ts';
import { blindId } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { DecideOnWords } from './decide-on-words.ts';
import { columnsFor, wordsIn } from './judged-words.ts';
import { JudgedWordsQueries } from './judged-words.queries.ts';
import { reportSettled } from './moderation.problems.ts';
import { RecordDecision } from './record-decision.ts';
import { ReportsQueries } from './reports.queries.ts';
import { SettleReports } from './settle-reports.ts';

/** Dismisses a report as unfounded. Words that were held for reports alone are released when none is left. */
@Injectable()
export class DismissReport {
  // A dismissal settles the report, records the decision and may release the words.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly reportsQueries: ReportsQueries,
    private readonly judgedWordsQueries: JudgedWordsQueries,
    private readonly settleReports: SettleReports,
    private readonly recordDecision: RecordDecision,
    private readonly decideOnWords: DecideOnWords,
    private readonly notices: Notices,
  ) {}

  /** Throws `not-found`, `report-settled`. */
  async dismiss(actorId: string, reportId: string, reason: string): Promise<void> {
    const report = await this.reportsQueries.get(reportId);
    const words = wordsIn(report);
    const facts = await this.judgedWordsQueries.get(words);
    const others = (await this.reportsQueries.openOn(words)).filter((id) => id !== report.id);
    if (facts.state === 'held' && facts.heldBecause === 'reports' && others.length === 0) {
      if (report.status !== 'open') throw reportSettled();
      await this.decideOnWords.release(actorId, words, facts.revision, reason);
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
        threadId: facts.threadId,
        ...columnsFor(words),
        kind: 'dismiss',
        rule: report.rule,
        reason,
        isPublic: facts.isPublic,
        isFromReport: true,
        waitingSince: settled.madeAt,
      });
    });
    this.notices.signal();
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { blindId, isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { APPEALABLE, APPEALABLE_BY_REPORTER, APPEAL_DAYS, appealUntil } from './moderation.policy.ts';
import { appealMade, appealTooLate, decisionFinal } from './moderation.problems.ts';

export interface AppealView {
  id: string;
  decisionId: string;
  /** Time when it was made. */
  at: string;
}

interface AppealableDecision {
  id: string;
  conferenceId: string;
  kind: string;
  at: Date;
  isAuthor: boolean;
  isReporter: boolean;
  isReversed: boolean;
}

/** Asks for a second look at a decision, for the account it is about or whose report it answered. */
@Injectable()
export class AppealDecision {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `not-found` (also for decisions of no concern to the account), `decision-final`, `appeal-too-late`,
   * `appeal-made`.
   */
  async appeal(accountId: string, decisionId: string, reason: string): Promise<AppealView> {
    const decision = await this.find(accountId, decisionId);
    const isForAuthor = decision.isAuthor && APPEALABLE.includes(decision.kind);
    const isForReporter = decision.isReporter && APPEALABLE_BY_REPORTER.includes(decision.kind);
    if (decision.isReversed || !(isForAuthor || isForReporter)) throw decisionFinal();
    const at = this.clock.now();
    if (at > appealUntil(decision.at)) throw appealTooLate({ days: APPEAL_DAYS });
    const [made] = await this.database.ask<{ id: string }>(
      `insert into appeals (id, conference_id, decision_id, account_id, party, reason, at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (decision_id, account_id) do nothing
       returning id`,
      [blindId(), decision.conferenceId, decisionId, accountId, isForAuthor ? 'author' : 'reporter', reason, at],
    );
    if (!made) throw appealMade();
    return { id: made.id, decisionId, at: at.toISOString() };
  }

  private async find(accountId: string, decisionId: string): Promise<AppealableDecision> {
    const [found] = isUuid(decisionId)
      ? await this.database.ask<AppealableDecision>(
          `select d.id, d.conference_id "conferenceId", d.kind, d.at,
             exists (select from decisions r where r.reverses_id = d.id) "isReversed",
             exists (select from statements s where s.decision_id = d.id and s.account_id = $2) "isAuthor",
             exists (select from reports r where r.decision_id = d.id and r.account_id = $2) "isReporter"
           from decisions d
           where d.id = $1`,
          [decisionId, accountId],
        )
      : [];
    if (!found || !(found.isAuthor || found.isReporter)) throw notFound();
    return found;
  }
}

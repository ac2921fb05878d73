import { Injectable } from '@nestjs/common';
import { isUuid } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Decision } from './decision.entity.ts';
import { COLUMN_OF, type JudgedWords } from './judged-words.ts';

/** A decision as a form sends it. */
type SentDecision = Pick<Decision, 'kind' | 'rule' | 'reason'>;

interface SentSanction {
  actorId: string;
  /** Whom it is about. */
  accountId: string;
  conferenceId: string;
  sent: SentDecision & { until: Date | null };
}

/** Seconds by which the ends of a sanction differ that a form sends twice, because it counts days from now. */
const SAME_END_SECONDS = 60;

type LastDecision = SentDecision & { actorId: string | null; at: Date };

/**
 * Recognises a decision that was sent twice, as by two presses of a button: the second finds what the first did. And
 * one that its maker may still take back.
 */
@Injectable()
export class RepeatedDecisions {
  constructor(private readonly database: Database) {}

  /** Whether the last decision on these words is this one, made by the same account for the same reason. */
  isLastOnWords(actorId: string, { kind, id }: JudgedWords, sent: SentDecision): Promise<boolean> {
    return this.isLast(`d.${COLUMN_OF[kind]} = $1`, id, actorId, sent);
  }

  /** Whether the thread was last locked or unlocked by this decision of the same account, for the same reason. */
  isLastOnThread(actorId: string, threadId: string, sent: SentDecision): Promise<boolean> {
    return this.isLast(`d.thread_id = $1 and d.kind in ('lock', 'unlock')`, threadId, actorId, sent);
  }

  /**
   * The sanction in force that is this one: of the same kind, end, rule, reason and account. One that was appealed is
   * never set anew by who set it, so that no press after that is the second of two.
   */
  async sanctionSentBefore(
    tx: Tx,
    { actorId, accountId, conferenceId, sent: { kind, rule, reason, until } }: SentSanction,
  ): Promise<{ id: string; decisionId: string; until: Date | null } | null> {
    const [before] = await tx.query<{ id: string; decisionId: string; until: Date | null }>(
      `select s.id, s.decision_id "decisionId", s.until
       from standings s
       join decisions d on d.id = s.decision_id
       where s.account_id = $1
         and s.conference_id = $2
         and d.kind = $3
         and d.rule = $4
         and d.reason = $5
         and d.actor_account_id = $6
         and not exists (select from appeals a where a.decision_id = d.id)
         and (
           (s.until is null and $7::timestamptz is null)
           or abs(extract(epoch from s.until - $7::timestamptz)) <= ${SAME_END_SECONDS}
         )`,
      [accountId, conferenceId, kind, rule, reason, actorId, until],
    );
    return before ?? null;
  }

  /** Whether this account made the last decision on a comment, hid it by that, and did so since `since`. */
  async isOwnHide(actorId: string, commentId: string, since: Date): Promise<boolean> {
    if (!isUuid(commentId)) return false;
    const last = await this.last('d.comment_id = $1', commentId);
    return last?.actorId === actorId && last.kind === 'withhold' && last.at >= since;
  }

  private async last(about: string, id: string): Promise<LastDecision | undefined> {
    const [last] = await this.database.ask<LastDecision>(
      `select d.kind, d.rule, d.reason, d.at, d.actor_account_id "actorId"
       from decisions d
       where ${about}
       order by d.n desc limit 1`,
      [id],
    );
    return last;
  }

  private async isLast(about: string, id: string, actorId: string, sent: SentDecision): Promise<boolean> {
    const last = await this.last(about, id);
    return (
      last?.actorId === actorId && last.kind === sent.kind && last.rule === sent.rule && last.reason === sent.reason
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Notices } from '../accounts/notices.ts';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { blindId, isUuid } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Decision } from './decision.entity.ts';
import { DecideOnNote } from './decide-on-note.ts';
import { DecideOnWords } from './decide-on-words.ts';
import { wordsIn } from './judged-words.ts';
import { DecisionNotices } from './decision-notices.ts';
import { mayDecideAppeal, type AppealParties } from './moderation.policy.ts';
import { appealDecided, appealOwnDecision } from './moderation.problems.ts';
import type { DecisionCompanion } from './record-act.ts';
import { RecordDecision } from './record-decision.ts';
import type { Appeal } from './report.entity.ts';
import { SanctionPersona } from './sanction-persona.ts';

export interface AppealOutcome {
  /** `upheld` is a decision that stands. */
  outcome: 'upheld' | 'reversed';
  /** The reason, as plain text. */
  reason: string;
}
export interface AppealDecidedView extends AppealOutcome {
  /** The id of the appeal. */
  id: string;
  decisionId: string;
  /** Time when it was decided. */
  decidedAt: string;
}

type FirstDecision = Pick<
  Decision,
  'id' | 'conferenceId' | 'threadId' | 'commentId' | 'recapId' | 'personaId' | 'kind' | 'isPublic' | 'actorAccountId'
> & { reportedRule: string | null };
type AppealFacts = Appeal & Pick<AppealParties, 'authorId' | 'isReporter'> & { first: FirstDecision; isGuest: boolean };

interface UpheldAppeal {
  actorId: string;
  appeal: AppealFacts;
  reason: string;
}

/** Decides an appeal by a second moderator. Reversing undoes the decision and notifies everybody concerned. */
@Injectable()
export class DecideAppeal {
  // Reversing undoes a decision about words or a persona, records that and notifies everybody concerned.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly decideOnWords: DecideOnWords,
    private readonly decideOnNote: DecideOnNote,
    private readonly sanctionPersona: SanctionPersona,
    private readonly recordDecision: RecordDecision,
    private readonly decisionNotices: DecisionNotices,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found`, `appeal-decided`, `appeal-own-decision`, and what undoing the decision throws. */
  async decide(actorId: string, appealId: string, asked: AppealOutcome): Promise<AppealDecidedView> {
    const appeal = await this.get(appealId, actorId);
    if (appeal.outcome !== null) throw appealDecided();
    if (
      !mayDecideAppeal(actorId, { ...appeal, firstActorId: appeal.first.actorAccountId, appellantId: appeal.accountId })
    )
      throw appealOwnDecision();
    if (asked.outcome === 'reversed') await this.reverse(actorId, appeal, asked.reason);
    else await this.database.transaction((tx) => this.uphold(tx, { actorId, appeal, reason: asked.reason }));
    this.notices.signal();
    return { id: appeal.id, decisionId: appeal.decisionId, ...asked, decidedAt: this.clock.now().toISOString() };
  }

  private async reverse(actorId: string, appeal: AppealFacts, reason: string): Promise<void> {
    const { first } = appeal;
    const act = { reversesId: first.id, appealId: appeal.id, waitingSince: appeal.at };
    const closing: DecisionCompanion = (tx) => this.close(tx, appeal.id, { outcome: 'reversed', reason });
    const { kind } = first;
    const reasons = { ...act, reason };
    if (kind === 'withhold') await this.decideOnWords.restore(actorId, wordsIn(first), reasons, closing);
    else if (kind === 'withhold-note')
      await this.decideOnNote.restore(actorId, first.commentId!, { reason, ...act }, closing);
    else if (kind === 'release' || kind === 'dismiss')
      await this.decideOnWords.withhold(actorId, wordsIn(first), { ...reasons, rule: first.reportedRule! }, closing);
    else {
      await this.database.transaction(async (tx) => {
        await this.close(tx, appeal.id, { outcome: 'reversed', reason });
        await this.sanctionPersona.lift(
          tx,
          { decisionId: first.id },
          { actorId, reason, appealId: appeal.id, waitingSince: appeal.at },
        );
      });
    }
  }

  private async uphold(tx: Tx, { actorId, appeal, reason }: UpheldAppeal): Promise<void> {
    const { first, party, accountId, conferenceId } = appeal;
    const id = blindId();
    await this.close(tx, appeal.id, { outcome: 'upheld', reason });
    if (party === 'reporter' && accountId !== null) {
      if (appeal.isGuest)
        await this.decisionNotices.put(tx, { accountId, kind: 'appeal-decided', conferenceId, decisionId: id });
      else await this.notices.add(tx, { accountId, kind: 'appeal-decided', commentId: null, decisionId: id });
    }
    await this.recordDecision.record(tx, {
      id,
      actorId,
      conferenceId,
      threadId: first.threadId,
      commentId: first.commentId,
      recapId: first.recapId,
      personaId: first.personaId,
      kind: 'uphold',
      rule: null,
      reason,
      isPublic: first.isPublic,
      appealId: appeal.id,
      waitingSince: appeal.at,
      about: party === 'author' ? accountId : null,
    });
  }

  /** Of two simultaneous decisions the second is refused and undoes nothing. */
  private async close(tx: Tx, appealId: string, { outcome, reason }: AppealOutcome): Promise<void> {
    const closed = await tx.query(
      `update appeals
       set outcome = $2, outcome_reason = $3, decided_at = $4
       where id = $1 and outcome is null
       returning id`,
      [appealId, outcome, reason, this.clock.now()],
    );
    if (closed.length === 0) throw appealDecided();
  }

  private async get(id: string, actorId: string): Promise<AppealFacts> {
    const [row] = isUuid(id)
      ? await this.database.ask<AppealFacts>(
          `select a.id,
             a.conference_id "conferenceId",
             a.decision_id "decisionId",
             a.account_id "accountId",
             a.party,
             a.reason,
             a.at,
             a.outcome,
             coalesce(r.is_guest, false) "isGuest",
             (
               select p.account_id from personas p
               where p.id = coalesce(
                 (select m.persona_id from comments m where m.id = d.comment_id),
                 (select o.persona_id from recaps o where o.id = d.recap_id)
               )
             ) "authorId",
             exists (select from reports o where o.decision_id = d.id and o.account_id = $2) "isReporter",
             json_build_object(
               'id', d.id, 'conferenceId', d.conference_id, 'threadId', d.thread_id, 'commentId', d.comment_id,
               'recapId', d.recap_id,
               'personaId', d.persona_id, 'kind', d.kind, 'isPublic', d.is_public, 'actorAccountId',
               d.actor_account_id, 'reportedRule', r.rule
             ) first
           from appeals a
           join decisions d on d.id = a.decision_id
           left join lateral (
             select r.is_guest, r.rule from reports r
             where r.decision_id = d.id and r.account_id = a.account_id
             limit 1
           ) r on true
           where a.id = $1`,
          [id, actorId],
        )
      : [];
    if (!row) throw notFound();
    return row;
  }
}

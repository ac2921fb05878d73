import { Injectable } from '@nestjs/common';
import { GrantsQueries } from '../accounts/grants.queries.ts';
import { Notices } from '../accounts/notices.ts';
import { WriteStanding } from '../accounts/write-standing.ts';
import { Clock } from '../kernel/clock.ts';
import { invalidRequest, notAllowed, notFound } from '../kernel/common.problems.ts';
import { blindId, isUuid } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { mayLift, maySanction } from './moderation.policy.ts';
import { decisionOwn } from './moderation.problems.ts';
import { PublishedRules } from './published-rules.ts';
import { RecordDecision } from './record-decision.ts';
import { RepeatedDecisions } from './repeated-decisions.queries.ts';

export interface SanctionInput {
  kind: 'mute' | 'suspend';
  until: Date | null;
  rule: string;
  reason: string;
}
export interface SanctionView {
  id: string;
  decisionId: string;
  /** `mute` forbids every write in the conference; `suspend` also what is read in a session there. */
  kind: 'mute' | 'suspend';
  /** Time when it ends by itself; null where it does not. */
  until: string | null;
}

interface LiftFields {
  actorId: string;
  reason: string;
  id?: string;
  appealId?: string;
  waitingSince?: Date;
}

/** Sanctions the account behind a persona in one conference, for a time or for good, and lifts the sanction. */
@Injectable()
export class SanctionPersona {
  // A sanction is judged by grants and rules, set in accounts, recorded and announced in one transaction.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly writeStanding: WriteStanding,
    private readonly grantsQueries: GrantsQueries,
    private readonly publishedRules: PublishedRules,
    private readonly recordDecision: RecordDecision,
    private readonly notices: Notices,
    private readonly repeatedDecisions: RepeatedDecisions,
    private readonly clock: Clock,
  ) {}

  /**
   * Sent twice, as by two presses of a button, it is done once. Throws `invalid-request` (a past end, a mute without
   * one), `not-found`, `rule-unknown`, `decision-own`, `not-allowed`.
   */
  async sanction(
    actorId: string,
    personaId: string,
    { kind, until, rule, reason }: SanctionInput,
  ): Promise<SanctionView> {
    if (until === null && kind === 'mute') throw invalidRequest([{ pointer: '#/until', detail: 'Say until when.' }]);
    if (until !== null && until <= this.clock.now())
      throw invalidRequest([{ pointer: '#/until', detail: 'Choose a time that is still to come.' }]);
    const { accountId, conferenceId } = await this.behind(personaId);
    await this.publishedRules.demand(conferenceId, rule);
    const [actor, target] = await Promise.all([
      this.grantsQueries.rolesIn(actorId, conferenceId),
      this.grantsQueries.heldIn(accountId, conferenceId),
    ]);
    if (actorId === accountId) throw decisionOwn();
    if (!maySanction(actor, target)) throw notAllowed();
    const made = await this.database.transaction(async (tx) => {
      // Two presses of one button wait for each other.
      await tx.query('select from accounts where id = $1 for no key update', [accountId]);
      const before = await this.repeatedDecisions.sanctionSentBefore(tx, {
        actorId,
        accountId,
        conferenceId,
        sent: { kind, rule, reason, until },
      });
      if (before) return before;
      const decisionId = blindId();
      const id = await this.writeStanding.set(tx, {
        accountId,
        conferenceId,
        kind: kind === 'mute' ? 'muted' : 'suspended',
        until,
        reason,
        decisionId,
      });
      await this.recordDecision.record(tx, {
        id: decisionId,
        actorId,
        conferenceId,
        personaId,
        kind,
        rule,
        reason,
        until,
        isPublic: true,
        about: accountId,
      });
      return { id, decisionId, until };
    });
    this.notices.signal();
    return { id: made.id, decisionId: made.decisionId, kind, until: made.until && made.until.toISOString() };
  }

  /** Before its end. Throws `not-found`, `decision-own`, `not-allowed`, `appeal-own-decision`. */
  async end(actorId: string, sanctionId: string, reason: string): Promise<void> {
    await this.database.transaction((tx) => this.lift(tx, { id: sanctionId }, { actorId, reason }));
    this.notices.signal();
  }

  /** In the transaction of an appeal. Throws `not-found` when the sanction was replaced or has ended. */
  async lift(
    tx: Tx,
    which: { id: string } | { decisionId: string },
    { actorId, reason, ...rest }: LiftFields,
  ): Promise<void> {
    const lifted = await this.writeStanding.lift(tx, which);
    if (!lifted || lifted.kind === 'trusted') throw notFound();
    const [actor, target] = await Promise.all([
      this.grantsQueries.rolesIn(actorId, lifted.conferenceId, tx),
      this.grantsQueries.heldIn(lifted.accountId, lifted.conferenceId, tx),
    ]);
    if (actorId === lifted.accountId) throw decisionOwn();
    if (!mayLift(actor, target)) throw notAllowed();
    const [first] = await tx.query<{ personaId: string | null }>(
      'select persona_id "personaId" from decisions where id = $1',
      [lifted.decisionId],
    );
    await this.recordDecision.record(tx, {
      ...rest,
      actorId,
      conferenceId: lifted.conferenceId,
      personaId: first?.personaId ?? null,
      kind: lifted.kind === 'muted' ? 'unmute' : 'unsuspend',
      rule: null,
      reason,
      reversesId: lifted.decisionId,
      isPublic: true,
      about: lifted.accountId,
    });
    // After recording, because a decider must not have a part in a waiting appeal.
    await tx.query(
      `update appeals
       set outcome = 'reversed', outcome_reason = '', decided_at = $2
       where decision_id = $1 and outcome is null`,
      [lifted.decisionId, this.clock.now()],
    );
  }

  private async behind(personaId: string): Promise<{ accountId: string; conferenceId: string }> {
    const [row] = isUuid(personaId)
      ? await this.database.ask<{ accountId: string; conferenceId: string }>(
          `select account_id "accountId", conference_id "conferenceId"
           from personas
           where id = $1 and account_id is not null`,
          [personaId],
        )
      : [];
    if (!row) throw notFound();
    return row;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import type { DecisionKind } from './decision.entity.ts';
import { COLUMN_OF, columnsFor, type JudgedWords } from './judged-words.ts';
import { APPEALABLE_BY_REPORTER } from './moderation.policy.ts';
import { RecordDecision } from './record-decision.ts';
import { SettleReports } from './settle-reports.ts';

/** An act on words, with the fields of its decision. */
export interface ActOnWords {
  actorId: string | null;
  kind: DecisionKind;
  rule?: string | null;
  reason: string;
  reversesId?: string | null;
  appealId?: string | null;
  waitingSince?: Date | null;
}

/** Runs in the transaction of the act before its decision is recorded: for the appeal it decides. */
export type DecisionCompanion = (tx: Tx, decisionId: string) => Promise<void>;

/** The words of an act as its transaction has locked them. */
export interface LockedWords extends JudgedWords {
  readonly conferenceId: string;
  readonly threadId: string;
  /** Whether they were ever public: if not, their decision must not make them known, nor its number. */
  readonly isPublic: boolean;
  readonly heldAt: Date | null;
  readonly source: string;
  /** The account of their author; null where none is known. */
  readonly accountId: string | null;
}

/** Records an act on words in its own transaction: the decision, the reports it settles, the appeals it closes. */
@Injectable()
export class RecordAct {
  constructor(
    private readonly recordDecision: RecordDecision,
    private readonly settleReports: SettleReports,
    private readonly clock: Clock,
  ) {}

  /** Throws `decision-own`, `appeal-own-decision`, which roll back the act. */
  async record(tx: Tx, words: LockedWords, act: ActOnWords, besides?: DecisionCompanion): Promise<void> {
    const decisionId = blindId();
    await besides?.(tx, decisionId);
    const waited = await this.settle(tx, words, act, decisionId);
    await lockAppeals(tx, words);
    await this.recordDecision.record(tx, {
      id: decisionId,
      conferenceId: words.conferenceId,
      threadId: words.threadId,
      ...columnsFor(words),
      ...act,
      rule: act.rule ?? null,
      reversesId: act.reversesId ?? (await undone(tx, words, act.kind)),
      isPublic: words.isPublic,
      isFromReport: act.kind === 'hold' || waited !== null,
      waitingSince: act.waitingSince ?? waited ?? words.heldAt,
      words: act.kind === 'hold' || act.kind === 'withhold' ? words.source : null,
      about: words.accountId,
    });
    await this.closeAppeals(tx, words, act.kind, decisionId);
  }

  /** Returns since when the oldest reporter waited; null without reports. */
  private async settle(
    tx: Tx,
    words: JudgedWords,
    { actorId, kind, reversesId }: ActOnWords,
    decisionId: string,
  ): Promise<Date | null> {
    const status = kind === 'withhold' ? ('decided' as const) : ('dismissed' as const);
    if (kind === 'hold') return null;
    const reversed = reversesId ?? (kind === 'restore' ? await undone(tx, words, kind) : null);
    if (reversed !== null) await this.settleReports.again(tx, reversed, { status, decisionId });
    const settled = await this.settleReports.settle(tx, words, { status, decisionId });
    // A moderator's own report does not make it a decision on a report.
    return settled.find(({ accountId }) => accountId !== actorId)?.madeAt ?? null;
  }

  /** Closes appeals that asked for what was done now, and notifies their reporters again. */
  private async closeAppeals(tx: Tx, words: JudgedWords, kind: DecisionKind, decisionId: string): Promise<void> {
    const fulfils = kind === 'restore' ? ['withhold'] : APPEALABLE_BY_REPORTER;
    if (kind !== 'restore' && kind !== 'withhold') return;
    const closed = await tx.query<{ id: string }>(
      `update appeals a set outcome = 'reversed', outcome_reason = '', decided_at = $3 from decisions d
       where d.id = a.decision_id and d.${COLUMN_OF[words.kind]} = $1 and d.kind = any($2) and a.outcome is null
       returning d.id`,
      [words.id, fulfils, this.clock.now()],
    );
    if (kind === 'withhold')
      for (const { id } of closed) await this.settleReports.again(tx, id, { status: 'decided', decisionId });
  }
}

const UNDONE_BY: Partial<Record<DecisionKind, DecisionKind>> = { restore: 'withhold', release: 'hold' };

/** The decision that an act of this kind reverses. */
async function undone(tx: Tx, { kind: of, id }: JudgedWords, kind: DecisionKind): Promise<string | null> {
  const what = UNDONE_BY[kind];
  if (what === undefined) return null;
  const [row] = await tx.query<{ id: string }>(
    `select d.id from decisions d
     where d.${COLUMN_OF[of]} = $1
       and d.kind = $2
       and not exists (select from decisions r where r.reverses_id = d.id)
     order by d.n desc limit 1`,
    [id, what],
  );
  return row?.id ?? null;
}

/** Before the ledger's head, as a decision on an appeal does. They are closed after it, which checks who has a part. */
async function lockAppeals(tx: Tx, { kind, id }: JudgedWords): Promise<void> {
  await tx.query(
    `select from appeals a
     join decisions d on d.id = a.decision_id
     where d.${COLUMN_OF[kind]} = $1 and a.outcome is null
     order by a.id for no key update of a`,
    [id],
  );
}

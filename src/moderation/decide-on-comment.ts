import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { Notices } from '../accounts/notices.ts';
import type { CommentView } from '../comments/comment.view.ts';
import { CommentsQueries, type LockedComment, type OwnedRow } from '../comments/comments.queries.ts';
import { WithholdComment } from '../comments/withhold-comment.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import type { DecisionKind } from './decision.entity.ts';
import { APPEALABLE_BY_REPORTER } from './moderation.policy.ts';
import { PublishedRules } from './published-rules.ts';
import { RecordDecision } from './record-decision.ts';
import { SettleReports } from './settle-reports.ts';

/** An act on a comment, with the fields of its decision. */
interface CommentDecisionInput {
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

/** A moderator's acts on a comment. Each writes its decision in the same transaction and settles the open reports. */
@Injectable()
export class DecideOnComment {
  // An act on a comment records a decision, settles reports and closes appeals, all in its own transaction.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly commentsQueries: CommentsQueries,
    private readonly withholdComment: WithholdComment,
    private readonly recordDecision: RecordDecision,
    private readonly publishedRules: PublishedRules,
    private readonly settleReports: SettleReports,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found`, `rule-unknown`, `comment-wrong-state`, `decision-own`, `appeal-own-decision`. */
  async withhold(
    actorId: string,
    commentId: string,
    { rule, reason, ...appeal }: { rule: string; reason: string } & Partial<CommentDecisionInput>,
    besides?: DecisionCompanion,
  ): Promise<CommentView> {
    const comment = await this.commentsQueries.get(commentId);
    await this.publishedRules.demand(comment.conferenceId, rule);
    return this.signalling(
      this.withholdComment.withhold(
        commentId,
        this.recording(comment, { ...appeal, actorId, kind: 'withhold', rule, reason }, besides),
      ),
    );
  }

  /** Throws `not-found`, `comment-wrong-state`, `decision-own`, `appeal-own-decision`. */
  async restore(
    actorId: string,
    commentId: string,
    reason: string,
    appeal: Partial<CommentDecisionInput> = {},
    besides?: DecisionCompanion,
  ): Promise<CommentView> {
    return this.signalling(
      this.withholdComment.restore(
        commentId,
        this.recording(
          await this.commentsQueries.get(commentId),
          { ...appeal, actorId, kind: 'restore', reason },
          besides,
        ),
      ),
    );
  }

  /** Throws `not-found`, `comment-wrong-state`, `comment-edited-since`, `decision-own`, `appeal-own-decision`. */
  async release(actorId: string, commentId: string, revision: number, reason = ''): Promise<CommentView> {
    return this.signalling(
      this.withholdComment.release(
        commentId,
        revision,
        this.recording(await this.commentsQueries.get(commentId), { actorId, kind: 'release', reason }),
      ),
    );
  }

  /**
   * The server's own decision: hides a comment with this many reporters until a moderator decides. Does nothing to one
   * that is not visible.
   */
  async hold(commentId: string, reporters: number): Promise<void> {
    const comment = await this.commentsQueries.get(commentId);
    const { locale } = await this.programmeQueries.getConference(comment.conferenceId);
    const reason = words(locale)('pages.ledger.heldByReports', { count: reporters });
    await this.signalling(
      this.withholdComment.hold(commentId, 'reports', this.recording(comment, { actorId: null, kind: 'hold', reason })),
    );
  }

  private recording({ conferenceId }: OwnedRow, act: CommentDecisionInput, besides?: DecisionCompanion) {
    return async (tx: Tx, comment: LockedComment): Promise<void> => {
      const decisionId = blindId();
      await besides?.(tx, decisionId);
      const waited = await this.settle(tx, comment, act, decisionId);
      await this.recordDecision.record(tx, {
        id: decisionId,
        conferenceId,
        threadId: comment.threadId,
        commentId: comment.id,
        ...act,
        rule: act.rule ?? null,
        reversesId: act.reversesId ?? (await undone(tx, comment.id, act.kind)),
        // A comment that was never public must not become known by its decision, nor by the decision's number.
        isPublic: comment.seq !== null,
        isFromReport: act.kind === 'hold' || waited !== null,
        waitingSince: act.waitingSince ?? waited ?? comment.heldAt,
        words: act.kind === 'hold' || act.kind === 'withhold' ? comment.source : null,
        about: comment.accountId,
      });
      await this.closeAppeals(tx, comment.id, act.kind, decisionId);
    };
  }

  /** Returns since when the oldest reporter waited; null without reports. */
  private async settle(
    tx: Tx,
    comment: LockedComment,
    { actorId, kind, reversesId }: CommentDecisionInput,
    decisionId: string,
  ): Promise<Date | null> {
    const status = kind === 'withhold' ? ('decided' as const) : ('dismissed' as const);
    if (kind === 'hold') return null;
    const reversed = reversesId ?? (kind === 'restore' ? await undone(tx, comment.id, kind) : null);
    if (reversed !== null) await this.settleReports.again(tx, reversed, { status, decisionId });
    const settled = await this.settleReports.settle(tx, { commentId: comment.id }, { status, decisionId });
    // A moderator's own report does not make it a decision on a report.
    return settled.find(({ accountId }) => accountId !== actorId)?.madeAt ?? null;
  }

  /** Closes appeals that asked for what was done now, and notifies their reporters again. */
  private async closeAppeals(tx: Tx, commentId: string, kind: DecisionKind, decisionId: string): Promise<void> {
    const fulfils = kind === 'restore' ? ['withhold'] : APPEALABLE_BY_REPORTER;
    if (kind !== 'restore' && kind !== 'withhold') return;
    const closed = await tx.query<{ id: string }>(
      `update appeals a set outcome = 'reversed', outcome_reason = '', decided_at = $3 from decisions d
       where d.id = a.decision_id and d.comment_id = $1 and d.kind = any($2) and a.outcome is null returning d.id`,
      [commentId, fulfils, this.clock.now()],
    );
    if (kind === 'withhold')
      for (const { id } of closed) await this.settleReports.again(tx, id, { status: 'decided', decisionId });
  }

  private async signalling<T>(work: Promise<T>): Promise<T> {
    const done = await work;
    this.notices.signal();
    return done;
  }
}

const UNDONE_BY: Partial<Record<DecisionKind, DecisionKind>> = { restore: 'withhold', release: 'hold' };

/** The decision that an act of this kind reverses. */
async function undone(tx: Tx, commentId: string, kind: DecisionKind): Promise<string | null> {
  const what = UNDONE_BY[kind];
  if (what === undefined) return null;
  const [row] = await tx.query<{ id: string }>(
    `select d.id from decisions d
     where d.comment_id = $1
       and d.kind = $2
       and not exists (select from decisions r where r.reverses_id = d.id)
     order by d.n desc limit 1`,
    [commentId, what],
  );
  return row?.id ?? null;
}

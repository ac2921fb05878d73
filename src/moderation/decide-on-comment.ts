import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { Notices } from '../accounts/notices.ts';
import type { CommentView } from '../comments/comment.view.ts';
import { CommentsQueries, type LockedComment, type OwnedRow } from '../comments/comments.queries.ts';
import { WithholdComment } from '../comments/withhold-comment.ts';
import type { Tx } from '../platform/database/database.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { PublishedRules } from './published-rules.ts';
import { RecordAct, type ActOnWords, type DecisionCompanion } from './record-act.ts';

/** A moderator's acts on a comment. Each writes its decision in the same transaction and settles the open reports. */
@Injectable()
export class DecideOnComment {
  // An act on a comment records a decision, settles reports and closes appeals, all in its own transaction.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly commentsQueries: CommentsQueries,
    private readonly withholdComment: WithholdComment,
    private readonly recordAct: RecordAct,
    private readonly publishedRules: PublishedRules,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly notices: Notices,
  ) {}

  /** Throws `not-found`, `rule-unknown`, `comment-wrong-state`, `decision-own`, `appeal-own-decision`. */
  async withhold(
    actorId: string,
    commentId: string,
    { rule, reason, ...appeal }: { rule: string; reason: string } & Partial<ActOnWords>,
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
    appeal: Partial<ActOnWords> = {},
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

  private recording({ conferenceId }: OwnedRow, act: ActOnWords, besides?: DecisionCompanion) {
    return (tx: Tx, comment: LockedComment): Promise<void> =>
      this.recordAct.record(
        tx,
        { ...comment, kind: 'comment', conferenceId, isPublic: comment.seq !== null },
        act,
        besides,
      );
  }

  private async signalling<T>(work: Promise<T>): Promise<T> {
    const done = await work;
    this.notices.signal();
    return done;
  }
}

import { Injectable } from '@nestjs/common';
import { Notices } from '../accounts/notices.ts';
import type { CommentView } from '../comments/comment.view.ts';
import { CommentViews } from '../comments/comment-views.ts';
import { CommentsQueries } from '../comments/comments.queries.ts';
import { noteAuthorOf } from '../comments/note-authors.ts';
import { WithholdNote } from '../comments/withhold-note.ts';
import type { ExtraNoteWrite } from '../comments/withhold-note.write.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { PublishedRules } from './published-rules.ts';
import type { DecisionCompanion } from './record-act.ts';
import { RecordDecision, type DecisionInput } from './record-decision.ts';

interface NoteDecision extends Pick<DecisionInput, 'reversesId' | 'appealId' | 'waitingSince'> {
  actorId: string;
  kind: 'withhold-note' | 'restore-note';
  rule: string | null;
  reason: string;
}

/** A moderator's acts on the note of a question. Each writes its decision in the same transaction. */
@Injectable()
export class DecideOnNote {
  // Deciding reads the question, changes its note, records the decision, closes appeals and notifies the author.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly commentsQueries: CommentsQueries,
    private readonly commentViews: CommentViews,
    private readonly withholdNote: WithholdNote,
    private readonly recordDecision: RecordDecision,
    private readonly publishedRules: PublishedRules,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found`, `rule-unknown`, `note-wrong-state`, `decision-own`. */
  async withhold(
    actorId: string,
    commentId: string,
    { rule, reason }: { rule: string; reason: string },
  ): Promise<CommentView> {
    const { conferenceId } = await this.commentsQueries.get(commentId);
    await this.publishedRules.demand(conferenceId, rule);
    await this.withholdNote.withhold(
      commentId,
      this.recording(conferenceId, { actorId, kind: 'withhold-note', rule, reason }),
    );
    return this.viewOf(actorId, commentId);
  }

  /** Throws `not-found`, `note-wrong-state`, `decision-own`. */
  async restore(
    actorId: string,
    commentId: string,
    { reason, ...appeal }: { reason: string } & Partial<NoteDecision>,
    companion?: DecisionCompanion,
  ): Promise<CommentView> {
    const { conferenceId } = await this.commentsQueries.get(commentId);
    await this.withholdNote.restore(
      commentId,
      this.recording(conferenceId, { ...appeal, actorId, kind: 'restore-note', rule: null, reason }, companion),
    );
    return this.viewOf(actorId, commentId);
  }

  private viewOf(actorId: string, commentId: string): Promise<CommentView> {
    this.notices.signal();
    return this.commentViews.viewFor(actorId, commentId);
  }

  /** Explained to the author of the note, as far as that is known. */
  private recording(conferenceId: string, decision: NoteDecision, companion?: DecisionCompanion): ExtraNoteWrite {
    return async (tx, question) => {
      const id = blindId();
      await companion?.(tx, id);
      const reversesId = decision.kind === 'restore-note' ? await withheldBy(tx, question.id) : null;
      await this.recordDecision.record(tx, {
        ...decision,
        id,
        conferenceId,
        threadId: question.threadId,
        commentId: question.id,
        reversesId: decision.reversesId ?? reversesId,
        isPublic: true,
        words: decision.kind === 'withhold-note' ? question.questionReason : null,
        about: await noteAuthorOf(tx, question.id),
      });
      if (reversesId !== null) await this.closeAppeal(tx, reversesId);
    };
  }

  /** The appeal that asked for what was done now, without waiting for its decision. */
  private async closeAppeal(tx: Tx, decisionId: string): Promise<void> {
    await tx.query(
      `update appeals
       set outcome = 'reversed', outcome_reason = '', decided_at = $2
       where decision_id = $1 and outcome is null`,
      [decisionId, this.clock.now()],
    );
  }
}

/** The decision that hid the note, unless it was reversed. */
async function withheldBy(tx: Tx, commentId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select d.id from decisions d
     where d.comment_id = $1
       and d.kind = 'withhold-note'
       and not exists (select from decisions r where r.reverses_id = d.id)
     order by d.n desc limit 1`,
    [commentId],
  );
  return row?.id ?? null;
}

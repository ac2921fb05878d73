import { Injectable } from '@nestjs/common';
import type { CommentView } from '../comments/comment.view.ts';
import { CommentViews } from '../comments/comment-views.ts';
import { CommentsQueries } from '../comments/comments.queries.ts';
import { WithholdNote } from '../comments/withhold-note.ts';
import type { ExtraNoteWrite } from '../comments/withhold-note.write.ts';
import type { Tx } from '../platform/database/database.ts';
import { PublishedRules } from './published-rules.ts';
import { RecordDecision } from './record-decision.ts';

interface NoteDecision {
  actorId: string;
  kind: 'withhold-note' | 'restore-note';
  rule: string | null;
  reason: string;
}

/** A moderator's acts on the note of a question. Each writes its decision in the same transaction. */
@Injectable()
export class DecideOnNote {
  constructor(
    private readonly commentsQueries: CommentsQueries,
    private readonly commentViews: CommentViews,
    private readonly withholdNote: WithholdNote,
    private readonly recordDecision: RecordDecision,
    private readonly publishedRules: PublishedRules,
  ) {}

  /** Throws `not-found`, `rule-unknown`, `note-wrong-state`. */
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
    return this.commentViews.viewFor(actorId, commentId);
  }

  /** Throws `not-found`, `note-wrong-state`. */
  async restore(actorId: string, commentId: string, reason: string): Promise<CommentView> {
    const { conferenceId } = await this.commentsQueries.get(commentId);
    await this.withholdNote.restore(
      commentId,
      this.recording(conferenceId, { actorId, kind: 'restore-note', rule: null, reason }),
    );
    return this.commentViews.viewFor(actorId, commentId);
  }

  /** Explained in the ledger only, because the author of a note is not stored. */
  private recording(conferenceId: string, decision: NoteDecision): ExtraNoteWrite {
    return async (tx, question) => {
      await this.recordDecision.record(tx, {
        ...decision,
        conferenceId,
        threadId: question.threadId,
        commentId: question.id,
        reversesId: decision.kind === 'restore-note' ? await withheldBy(tx, question.id) : null,
        isPublic: true,
        words: decision.kind === 'withhold-note' ? question.questionReason : null,
      });
    };
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

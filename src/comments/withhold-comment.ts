import { Injectable } from '@nestjs/common';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { changeStateWrite, type StateChange } from './change-state.write.ts';
import { stateOf } from './comment.policy.ts';
import { toCommentView, type CommentView } from './comment.view.ts';
import { editedSince, wrongState } from './comments.problems.ts';
import { CommentsQueries } from './comments.queries.ts';

type Also = StateChange['also'];

/** What moderation does to a comment. The room calls these and writes its decision in the same transaction (`also`). */
@Injectable()
export class WithholdComment {
  constructor(
    private readonly threadWriter: ThreadWriter,
    private readonly commentsQueries: CommentsQueries,
  ) {}

  /** Out of sight until a moderator has looked; what is out of sight already stays as it is. Throws not-found. */
  hold(commentId: string, because: string, also?: Also): Promise<CommentView> {
    return this.change({
      commentId,
      event: 'comment.held',
      because,
      also,
      factsOf: (comment, now) => (stateOf(comment) === 'visible' ? { ...comment, heldAt: now } : null),
    });
  }

  /** Nobody reads it any more, held or not. Throws not-found, comment-wrong-state. */
  withhold(commentId: string, also?: Also): Promise<CommentView> {
    return this.change({
      commentId,
      event: 'comment.withheld',
      also,
      factsOf: (comment, now) => {
        const state = stateOf(comment);
        if (state === 'withheld' || state === 'withdrawn') throw wrongState({ state });
        return { ...comment, heldAt: null, withheldAt: now };
      },
    });
  }

  /**
   * It is read again, in its place; what its author withdrew stays withdrawn. Throws not-found, comment-wrong-state.
   */
  restore(commentId: string, also?: Also): Promise<CommentView> {
    return this.change({
      commentId,
      event: 'comment.restored',
      also,
      factsOf: (comment) => {
        if (comment.withheldAt === null) throw wrongState({ state: stateOf(comment) });
        return { ...comment, withheldAt: null };
      },
    });
  }

  /** What was held is published, as it was read: an edit since then is `comment-edited-since`. */
  release(commentId: string, revision: number, also?: Also): Promise<CommentView> {
    return this.change({
      commentId,
      event: 'comment.released',
      also,
      factsOf: (comment) => {
        const state = stateOf(comment);
        if (state !== 'held') throw wrongState({ state });
        if (comment.revision !== revision) throw editedSince({ revision: comment.revision });
        return { ...comment, heldAt: null };
      },
    });
  }

  private async change({
    also,
    ...change
  }: Omit<StateChange, 'also'> & { also: Also | undefined }): Promise<CommentView> {
    const { threadId } = await this.commentsQueries.get(change.commentId);
    await this.threadWriter.submit(threadId, changeStateWrite, { ...change, ...(also ? { also } : {}) });
    return toCommentView(await this.commentsQueries.get(change.commentId), { withWords: true });
  }
}

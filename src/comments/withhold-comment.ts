import { Injectable } from '@nestjs/common';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { changeStateWrite, type StateChange } from './change-state.write.ts';
import { stateOf } from './comment.policy.ts';
import { toCommentView, type CommentView } from './comment.view.ts';
import { editedSince, wrongState } from './comments.problems.ts';
import { CommentsQueries } from './comments.queries.ts';

type ExtraStateWrite = StateChange['also'];

/** Holds, withholds, restores and releases a comment; a decision is written in the same transaction (`also`). */
@Injectable()
export class WithholdComment {
  constructor(
    private readonly threadWriter: ThreadWriter,
    private readonly commentsQueries: CommentsQueries,
  ) {}

  /** Hides a visible comment until a moderator has looked; others stay as they are. Throws `not-found`. */
  hold(commentId: string, because: string, also?: ExtraStateWrite): Promise<CommentView> {
    return this.change({
      commentId,
      event: 'comment.held',
      because,
      also,
      factsOf: (comment, now) => (stateOf(comment) === 'visible' ? { ...comment, heldAt: now } : null),
    });
  }

  /** Hides a comment from readers, held or not. Throws `not-found`, `comment-wrong-state`. */
  withhold(commentId: string, also?: ExtraStateWrite): Promise<CommentView> {
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

  /** Shows it again in its place; a withdrawn one stays withdrawn. Throws `not-found`, `comment-wrong-state`. */
  restore(commentId: string, also?: ExtraStateWrite): Promise<CommentView> {
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

  /**
   * Publishes a held comment in the revision that was read. Throws `not-found`, `comment-wrong-state`,
   * `comment-edited-since`.
   */
  release(commentId: string, revision: number, also?: ExtraStateWrite): Promise<CommentView> {
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
  }: Omit<StateChange, 'also'> & { also: ExtraStateWrite | undefined }): Promise<CommentView> {
    const { threadId } = await this.commentsQueries.get(change.commentId);
    await this.threadWriter.submit(threadId, changeStateWrite, { ...change, ...(also ? { also } : {}) });
    return toCommentView(await this.commentsQueries.get(change.commentId), { withWords: true });
  }
}

import { Injectable } from '@nestjs/common';
import { notAllowed, notFound } from '../kernel/common.problems.ts';
import { Precondition } from '../kernel/precondition.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { changeStateWrite } from './change-state.write.ts';
import { commentVersion, toCommentView } from './comment.view.ts';
import { CommentsQueries } from './comments.queries.ts';

/** Withdraws a comment for its author, at any time. A public one leaves a tombstone; its replies stay. */
@Injectable()
export class WithdrawComment {
  constructor(
    private readonly threadWriter: ThreadWriter,
    private readonly commentsQueries: CommentsQueries,
  ) {}

  /** Idempotent. Throws `not-found`, `not-allowed`, `version-outdated`. */
  async withdraw(accountId: string, commentId: string, precondition = Precondition.none): Promise<void> {
    const { threadId } = await this.commentsQueries.get(commentId);
    await this.threadWriter.submit(threadId, changeStateWrite, {
      commentId,
      accountId,
      event: 'comment.withdrawn',
      factsOf: (comment, now) => {
        if (comment.accountId !== accountId) throw comment.seq === null ? notFound() : notAllowed();
        if (comment.withdrawnAt) return null;
        precondition.demand(commentVersion(toCommentView(comment)));
        return { ...comment, withdrawnAt: now };
      },
    });
  }
}

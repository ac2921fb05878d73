import { Injectable } from '@nestjs/common';
import { GrantsQueries, leads, moderates } from '../accounts/grants.queries.ts';
import type { CommentView } from '../comments/comment.view.ts';
import { CommentViews } from '../comments/comment-views.ts';
import { CommentsQueries } from '../comments/comments.queries.ts';
import { notAllowed, notFound } from '../kernel/common.problems.ts';
import { Precondition } from '../kernel/precondition.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { changeKindWrite } from './change-kind.write.ts';

/** Turns a comment into a question or back. It keeps its id, votes and replies. */
@Injectable()
export class ChangeKind {
  constructor(
    private readonly threadWriter: ThreadWriter,
    private readonly commentsQueries: CommentsQueries,
    private readonly commentViews: CommentViews,
    private readonly grantsQueries: GrantsQueries,
  ) {}

  /**
   * For its author, moderators and the talk's speakers. Throws `not-found`, `not-allowed`, `comment-gone`,
   * `thread-closed`, `guest-not-allowed`, `version-outdated`, `comment-kind-fixed`, `invalid-request`.
   */
  async change(
    accountId: string,
    commentId: string,
    kind: 'comment' | 'question',
    precondition = Precondition.none,
  ): Promise<CommentView> {
    const comment = await this.commentsQueries.get(commentId);
    if (comment.accountId !== accountId) {
      const roles = await this.grantsQueries.rolesIn(accountId, comment.conferenceId);
      if (comment.seq === null && !moderates(roles, comment.talkId)) throw notFound();
      if (!leads(roles, comment.talkId)) throw notAllowed();
    }
    await this.threadWriter.submit(comment.threadId, changeKindWrite, { commentId, kind, accountId, precondition });
    return this.commentViews.viewFor(accountId, commentId);
  }
}

import { Injectable } from '@nestjs/common';
import { GrantsQueries, moderates } from '../accounts/grants.queries.ts';
import { notFound } from '../kernel/common.problems.ts';
import { RepeatedAnswers } from '../platform/http/repeated-answers.ts';
import { toCommentView, type CommentView } from './comment.view.ts';
import { CommentsQueries } from './comments.queries.ts';

/**
 * The view that a write on a comment returns: hidden words only for its author and the moderators of its thread, a
 * hidden note only for the moderators.
 */
@Injectable()
export class CommentViews {
  constructor(
    private readonly commentsQueries: CommentsQueries,
    private readonly grantsQueries: GrantsQueries,
    repeatedAnswers: RepeatedAnswers,
  ) {
    repeatedAnswers.register('comment', ({ accountId, params }) => this.viewFor(accountId, params['id']!));
  }

  /** Throws `not-found`, also for another account's comment that was never public. */
  async viewFor(accountId: string, commentId: string): Promise<CommentView> {
    const comment = await this.commentsQueries.get(commentId);
    const isAuthor = comment.accountId === accountId;
    const roles = await this.grantsQueries.rolesIn(accountId, comment.conferenceId);
    const isModerator = moderates(roles, comment.talkId);
    if (comment.seq === null && !isAuthor && !isModerator) throw notFound();
    return toCommentView(comment, {
      withWords: isAuthor || (isModerator && comment.withdrawnAt === null),
      withNote: isModerator && comment.withdrawnAt === null,
    });
  }
}

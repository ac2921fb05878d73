import { Injectable } from '@nestjs/common';
import { GrantsQueries, leads } from '../accounts/grants.queries.ts';
import { Notices } from '../accounts/notices.ts';
import { toCommentView, type CommentView } from '../comments/comment.view.ts';
import { CommentsQueries } from '../comments/comments.queries.ts';
import { invalidRequest, notAllowed, notFound } from '../kernel/common.problems.ts';
import { Precondition } from '../kernel/precondition.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import type { StatusRequest } from './questions.requests.ts';
import { settleQuestionWrite } from './settle-question.write.ts';

/** Takes a question or sets its status: answered aloud, declined with a reason, merged, open again. */
@Injectable()
export class SettleQuestion {
  private readonly settling;

  constructor(
    private readonly threadWriter: ThreadWriter,
    private readonly commentsQueries: CommentsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly notices: Notices,
  ) {
    this.settling = settleQuestionWrite(notices);
  }

  /**
   * Idempotent; `isChanged` tells whether this call settled it. Throws `not-found`, `not-allowed`, `invalid-request`,
   * `comment-gone`, `question-settled`, `question-taken`, `thread-closed`, `version-outdated`.
   */
  async settle(
    accountId: string,
    questionId: string,
    { status, reason, note, mergedInto }: StatusRequest,
    precondition = Precondition.none,
  ): Promise<{ comment: CommentView; isChanged: boolean }> {
    const question = await this.commentsQueries.get(questionId);
    const roles = await this.grantsQueries.rolesIn(accountId, question.conferenceId);
    if (question.kind !== 'question' || question.seq === null) throw notFound();
    if (!leads(roles, question.talkId)) throw notAllowed();
    if (status === 'declined' && reason === undefined)
      throw invalidRequest([{ pointer: '#/reason', detail: 'Say why; the reason is published.' }]);
    if (status === 'merged' && mergedInto === undefined)
      throw invalidRequest([
        { pointer: '#/mergedInto', detail: 'Choose an open, taken or answered question of this thread.' },
      ]);
    const answeredNote = status === 'answered' ? (note ?? null) : null;
    const words = status === 'declined' ? reason! : answeredNote;
    const { numbers } = await this.threadWriter.submit(question.threadId, this.settling, {
      questionId,
      accountId,
      roles,
      precondition,
      to: status,
      words,
      mergedInto: mergedInto ?? null,
    });
    this.notices.signal();
    return { comment: toCommentView(await this.commentsQueries.get(questionId)), isChanged: numbers.length > 0 };
  }
}

import { Injectable } from '@nestjs/common';
import { GrantsQueries } from '../accounts/grants.queries.ts';
import { StandingsQueries } from '../accounts/standings.queries.ts';
import { Precondition } from '../kernel/precondition.ts';
import { Database } from '../platform/database/database.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { toCommentView, type CommentView } from './comment.view.ts';
import { CommentsQueries } from './comments.queries.ts';
import { writeText } from './write-text.ts';
import { editCommentWrite } from './edit-comment.write.ts';

/** Edits a comment while its edit window is open. Earlier wordings are kept; public ones are shown. */
@Injectable()
export class EditComment {
  constructor(
    private readonly threadWriter: ThreadWriter,
    private readonly commentsQueries: CommentsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly standingsQueries: StandingsQueries,
    private readonly database: Database,
  ) {}

  /**
   * Throws `not-found`, `account-suspended`, `account-muted`, `invalid-request`, `not-allowed`, `comment-gone`,
   * `thread-closed`, `version-outdated`, `question-has-votes`, `comment-edit-window-closed`.
   */
  async edit(
    accountId: string,
    commentId: string,
    body: string,
    precondition = Precondition.none,
  ): Promise<CommentView> {
    const { threadId, conferenceId } = await this.commentsQueries.get(commentId);
    await this.standingsQueries.mayTakePart(
      { query: (sql, values) => this.database.ask(sql, values) },
      accountId,
      conferenceId,
    );
    const roles = await this.grantsQueries.rolesIn(accountId, conferenceId);
    await this.threadWriter.submit(threadId, editCommentWrite, {
      commentId,
      accountId,
      roles,
      precondition,
      ...writeText(body),
    });
    return toCommentView(await this.commentsQueries.get(commentId), { withWords: true });
  }
}

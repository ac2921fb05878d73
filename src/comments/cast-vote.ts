import { Injectable } from '@nestjs/common';
import { StandingsQueries } from '../accounts/standings.queries.ts';
import { notFound } from '../kernel/common.problems.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import type { VoteView } from './comment.view.ts';
import { CommentsQueries } from './comments.queries.ts';
import { castVoteWrite } from './cast-vote.write.ts';
import { RefusedVotes } from './refused-votes.ts';

/** Gives and takes back a vote. Idempotent; a refused vote is counted, without its account. */
@Injectable()
export class CastVote {
  private readonly write: ReturnType<typeof castVoteWrite>;

  constructor(
    private readonly threadWriter: ThreadWriter,
    private readonly commentsQueries: CommentsQueries,
    private readonly refusedVotes: RefusedVotes,
    standingsQueries: StandingsQueries,
  ) {
    this.write = castVoteWrite(standingsQueries);
  }

  /** Throws `not-found` where the thread has nothing to vote for under this id. */
  async demand(commentId: string, threadId: string): Promise<void> {
    if ((await this.commentsQueries.threadOf(commentId)) !== threadId) throw notFound();
  }

  /**
   * Throws `not-found`; `account-suspended`, `account-muted` and `guest-not-allowed` when giving; `vote-own`,
   * `comment-gone`, `thread-closed`.
   */
  async cast(accountId: string, commentId: string, on: boolean): Promise<VoteView> {
    const threadId = await this.commentsQueries.threadOf(commentId);
    const casting = this.threadWriter.submit(threadId, this.write, { commentId, accountId, on });
    if (on) casting.catch((error: unknown) => this.refusedVotes.note(error, threadId, accountId));
    const {
      rows: { votes },
    } = await casting;
    return { voted: on, votes };
  }
}

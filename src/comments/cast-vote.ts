import { Injectable } from '@nestjs/common';
import { StandingsQueries } from '../accounts/standings.queries.ts';
import { notFound } from '../kernel/common.problems.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { CommentsQueries } from './comments.queries.ts';
import { castVoteWrite } from './cast-vote.write.ts';

/** Gives and takes back a vote. Idempotent. */
@Injectable()
export class CastVote {
  private readonly write: ReturnType<typeof castVoteWrite>;

  constructor(
    private readonly threadWriter: ThreadWriter,
    private readonly commentsQueries: CommentsQueries,
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
  async cast(accountId: string, commentId: string, on: boolean): Promise<{ voted: boolean; votes: number }> {
    const {
      rows: { votes },
    } = await this.threadWriter.submit(await this.commentsQueries.threadOf(commentId), this.write, {
      commentId,
      accountId,
      on,
    });
    return { voted: on, votes };
  }
}

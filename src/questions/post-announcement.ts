import { Injectable } from '@nestjs/common';
import { GrantsQueries, leads } from '../accounts/grants.queries.ts';
import { PostComment, type Posted, type PostCommentWrite } from '../comments/post-comment.ts';
import type { Posting } from '../comments/posting.ts';
import type { PostingFacts, PostingRows } from '../comments/post-comment.write.ts';
import { notAllowed } from '../kernel/common.problems.ts';
import { ChangeThread, showAnnouncement } from '../threads/change-thread.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { toThreadView, type ThreadRow, type ThreadView } from '../threads/thread.view.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';

/** The comment and its place above the thread, in one transaction. */
const announcingWith = (post: PostCommentWrite): ExclusiveWrite<Posting, PostingFacts, PostingRows> => ({
  isBatched: false,
  conflictKeys: () => [],
  accountOf: ({ accountId }) => accountId,
  read: (tx, context, postings) =>
    post.read(
      tx,
      postings.map((input) => ({ input, threadId: context.thread.id })),
      context.now,
    ),

  decide(posting, facts, context) {
    const posted = post.decide(posting, facts, context);
    if (posted.events.length === 0) return posted;
    return {
      ...posted,
      events: [...posted.events, { kind: 'thread.announced', commentId: posting.commentId, isPublic: true }],
    };
  },

  async write(tx, { thread }, [written]) {
    const { rows, numbers } = written!;
    post.write(tx, [{ rows, numbers: [numbers[0]!], threadId: thread.id }]);
    await showAnnouncement(tx, thread.id, rows.commentId);
  },
});

/**
 * A line to everyone, from whoever leads: a comment that stands above the thread and on the stage until the next, or
 * until it is taken down.
 */
@Injectable()
export class PostAnnouncement {
  constructor(
    private readonly postComment: PostComment,
    private readonly threadWriter: ThreadWriter,
    private readonly changeThread: ChangeThread,
    private readonly threadsQueries: ThreadsQueries,
    private readonly grantsQueries: GrantsQueries,
  ) {}

  /** Throws not-found, not-allowed, and what posting a comment throws. */
  async post(
    accountId: string,
    threadId: string,
    { body, personaId, key }: { body: string; personaId?: string | undefined; key?: string | undefined },
  ): Promise<Posted> {
    const { id } = await this.demand(accountId, threadId);
    return this.postComment.post(
      accountId,
      { threadId: id, kind: 'comment', body, personaId, key },
      (_threadId, posting, kind) => this.threadWriter.submit(id, announcingWith(kind), posting),
    );
  }

  /** The comment stays where it is said. Twice is once. Throws not-found, not-allowed. */
  async takeDown(accountId: string, threadId: string): Promise<ThreadView> {
    const { id } = await this.demand(accountId, threadId);
    await this.changeThread.change(id, {
      event: 'thread.announcement-ended',
      changesOf: ({ thread }) => (thread.announcementId === null ? null : { announcementId: null }),
    });
    return toThreadView(await this.threadsQueries.get(id));
  }

  private async demand(accountId: string, threadId: string): Promise<ThreadRow> {
    const thread = await this.threadsQueries.get(threadId);
    if (!leads(await this.grantsQueries.heldIn(accountId, thread.conferenceId), thread.talkId)) throw notAllowed();
    return thread;
  }
}

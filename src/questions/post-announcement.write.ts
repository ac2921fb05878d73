import type { Posting } from '../comments/posting.ts';
import type { PostCommentWrite, PostingFacts, PostingRows } from '../comments/post-comment.write.ts';
import { showAnnouncement } from '../threads/change-thread.write.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';

/** The comment and its place above the thread, in one transaction. */
export const postAnnouncementWrite = (post: PostCommentWrite): ExclusiveWrite<Posting, PostingFacts, PostingRows> => ({
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

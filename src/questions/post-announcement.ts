import { Injectable } from '@nestjs/common';
import { GrantsQueries, leads } from '../accounts/grants.queries.ts';
import { PostComment, type PostedComment } from '../comments/post-comment.ts';
import { notAllowed } from '../kernel/common.problems.ts';
import { Precondition } from '../kernel/precondition.ts';
import { ChangeThread } from '../threads/change-thread.ts';
import { toThreadView, type ThreadRow, type ThreadView } from '../threads/thread.view.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { postAnnouncementWrite } from './post-announcement.write.ts';

interface AnnouncementFields {
  body: string;
  personaId?: string | undefined;
  /** The name of the author's first persona here. */
  name?: string | undefined;
  key?: string | undefined;
}

/**
 * Announces a comment, which is shown above the thread and on the stage until the next one, or until it is taken down.
 */
@Injectable()
export class PostAnnouncement {
  constructor(
    private readonly postComment: PostComment,
    private readonly changeThread: ChangeThread,
    private readonly threadsQueries: ThreadsQueries,
    private readonly grantsQueries: GrantsQueries,
  ) {}

  /** Throws `not-found`, `not-allowed`, and what posting a comment throws. */
  async post(
    accountId: string,
    threadId: string,
    { body, personaId, name, key }: AnnouncementFields,
  ): Promise<PostedComment> {
    const { id } = await this.demand(accountId, threadId);
    return this.postComment.post(
      accountId,
      { threadId: id, kind: 'comment', body, personaId, name, key, isFromDesk: true },
      (posting, write, submit) => submit(id, postAnnouncementWrite(write), posting),
    );
  }

  /**
   * The comment itself stays in the thread. Idempotent. Throws `not-found`, `not-allowed`, and `version-outdated` where
   * the precondition, of the announcement's id, meant another one.
   */
  async takeDown(accountId: string, threadId: string, precondition = Precondition.none): Promise<ThreadView> {
    const { id } = await this.demand(accountId, threadId);
    await this.changeThread.change(id, {
      event: 'thread.announcement-ended',
      changesOf: ({ thread }) => {
        if (thread.announcementId === null) return null;
        precondition.demand(thread.announcementId);
        return { announcementId: null };
      },
    });
    return toThreadView(await this.threadsQueries.get(id));
  }

  private async demand(accountId: string, threadId: string): Promise<ThreadRow> {
    const thread = await this.threadsQueries.get(threadId);
    if (!leads(await this.grantsQueries.heldIn(accountId, thread.conferenceId), thread.talkId)) throw notAllowed();
    return thread;
  }
}

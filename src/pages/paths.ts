import { Injectable } from '@nestjs/common';
import type { InvitedRole } from '../accounts/invitation-rows.ts';
import { CommentsQueries } from '../comments/comments.queries.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';

/** Finds the paths of things on this site. */
@Injectable()
export class Paths {
  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly threadsQueries: ThreadsQueries,
    private readonly commentsQueries: CommentsQueries,
  ) {}

  /** The place of a comment in its thread; of a held one, where its author sees it. */
  async toComment(commentId: string): Promise<string> {
    const comment = await this.commentsQueries.get(commentId);
    const path = await this.toThread(comment.threadId);
    return comment.seq === null ? `${path}#own` : `${path}?comment=${comment.rootId ?? comment.id}#c-${comment.id}`;
  }

  async toThread(threadId: string): Promise<string> {
    const thread = await this.threadsQueries.get(threadId);
    const { slug } = await this.programmeQueries.getConference(thread.conferenceId);
    return `/c/${slug}/t/${thread.slug}`;
  }

  /** The page that says what an accepted invitation gave, and where to go. */
  async afterClaim({ role, conferenceId, talkId }: InvitedRole): Promise<string> {
    if (conferenceId === null) return `/claim?as=${role}`;
    if (role === 'speaker' && talkId) {
      const talk = await this.programmeQueries.findTalk(talkId);
      if (talk?.threadId) return `/claim?talk=${talk.id}`;
    }
    const { slug } = await this.programmeQueries.getConference(conferenceId);
    return role === 'speaker' ? `/c/${slug}` : `/claim?as=${role}&conference=${slug}`;
  }
}

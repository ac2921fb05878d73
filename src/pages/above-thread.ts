import { Injectable } from '@nestjs/common';
import type { CommentShape } from '../../web/components/shapes.ts';
import { Problem } from '../kernel/problem.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { Transcript, type ThreadPageSnapshot } from '../transcript/transcript.ts';

/** Returns null for an absent or hidden thing: `.catch(absent)`. */
export function absent(error: unknown): null {
  if (error instanceof Problem && error.kind.status === 404) return null;
  throw error;
}

/** Reads the comments shown above a thread and on its stage: waiting questions, and the announcement. */
@Injectable()
export class AboveThread {
  constructor(
    private readonly transcript: Transcript,
    private readonly threadsQueries: ThreadsQueries,
  ) {}

  /** The most wanted waiting or taken questions, wherever they are in the thread. */
  async questions(threadId: string): Promise<CommentShape[]> {
    return waitingOf((await this.topQuestions(threadId)).page);
  }

  topQuestions(threadId: string): Promise<ThreadPageSnapshot> {
    return this.transcript.page(threadId, { sort: 'top', kind: 'question', limit: 100 });
  }

  /** The announced comment, while it may be read. */
  async announcement(threadId: string): Promise<CommentShape | null> {
    const { announcementId } = await this.threadsQueries.get(threadId);
    const said = announcementId === null ? null : await this.transcript.comment(announcementId).catch(absent);
    return said?.state === 'visible' ? said : null;
  }
}

/** The waiting and taken questions of a page, without their replies. */
export const waitingOf = (page: ThreadPageSnapshot['page']): CommentShape[] =>
  (page.items as CommentShape[])
    .filter(
      ({ question, state }) => state === 'visible' && (question?.status === 'open' || question?.status === 'taken'),
    )
    .map((question) => ({ ...question, replies: [] }));

import { Injectable } from '@nestjs/common';
import type { CommentShape, ConferenceShape, TalkShape, ThreadShape } from '../../web/components/shapes.ts';
import { ProgrammeListing } from '../transcript/programme-listing.ts';
import { Transcript } from '../transcript/transcript.ts';
import { AboveThread } from './above-thread.ts';
import { ThreadPlaces, type ThreadPath } from './thread-places.ts';

/** A thread as its stage and its desk show it. */
export interface StagePageContent {
  conference: ConferenceShape;
  /** Null for a thread that belongs to no talk. */
  talk: TalkShape | null;
  thread: ThreadShape;
  questions: CommentShape[];
  announcement: CommentShape | null;
}

/** Reads what a stage and a desk show of a thread: public data only. */
@Injectable()
export class StageView {
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly programmeListing: ProgrammeListing,
    private readonly transcript: Transcript,
    private readonly aboveThread: AboveThread,
  ) {}

  /** Throws `not-found`. */
  async get(path: ThreadPath): Promise<StagePageContent> {
    const { threadId, conferenceId, talkId } = await this.threadPlaces.find(path);
    const [around, { thread }, questions, announcement] = await Promise.all([
      this.programmeListing.around(conferenceId, talkId),
      this.transcript.page(threadId, { sort: 'oldest', kind: null, limit: 1 }),
      this.aboveThread.questions(threadId),
      this.aboveThread.announcement(threadId),
    ]);
    return { conference: around.conference as ConferenceShape, talk: around.talk, thread, questions, announcement };
  }
}

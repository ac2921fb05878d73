import { Injectable } from '@nestjs/common';
import type { CommentShape, ConferenceShape, TalkShape, ThreadShape } from '../../web/components/shapes.ts';
import { Database } from '../platform/database/database.ts';
import { latestTakenOf } from '../questions/question-takers.queries.ts';
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
  /** The question that is being answered; of several the one that was taken last. */
  taken: CommentShape | null;
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
    private readonly database: Database,
  ) {}

  /** Throws `not-found`. */
  async get(path: ThreadPath): Promise<StagePageContent> {
    const { threadId, conferenceId, talkId } = await this.threadPlaces.find(path);
    const [around, { thread }, questions, announcement, latest] = await Promise.all([
      this.programmeListing.around(conferenceId, talkId),
      this.transcript.page(threadId, { sort: 'oldest', kind: null, limit: 1 }),
      this.aboveThread.questions(threadId),
      this.aboveThread.announcement(threadId),
      latestTakenOf(this.database, threadId),
    ]);
    const taken = questions.filter(({ question }) => question?.status === 'taken');
    return {
      conference: around.conference as ConferenceShape,
      talk: around.talk,
      thread,
      questions,
      taken: taken.find(({ id }) => id === latest) ?? taken[0] ?? null,
      announcement,
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { ConferenceShape, TalkShape, ThreadShape } from '../../web/components/shapes.ts';
import { ProgrammeListing } from '../transcript/programme-listing.ts';
import { ThreadPlaces, type ThreadPath } from './thread-places.ts';

/** Reads what a thread is about: its conference, its talk, its title. */
@Injectable()
export class ThreadSubject {
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly programmeListing: ProgrammeListing,
  ) {}

  /** Without the discussion. Throws `not-found`. */
  async get(path: ThreadPath): Promise<{ conference: ConferenceShape; talk: TalkShape | null; thread: ThreadShape }> {
    const { threadId, conferenceId, talkId } = await this.threadPlaces.find(path);
    const [{ conference, talk }, thread] = await Promise.all([
      this.programmeListing.around(conferenceId, talkId),
      this.programmeListing.thread(threadId),
    ]);
    return { conference: conference as ConferenceShape, talk, thread };
  }
}

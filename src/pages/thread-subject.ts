import { Injectable } from '@nestjs/common';
import type { ConferenceShape, TalkShape, ThreadShape } from '../../web/components/shapes.ts';
import { ProgrammeListing } from '../transcript/programme-listing.ts';
import { pageOf, ThreadPlaces, type ThreadPath } from './thread-places.ts';

interface Subject {
  conference: ConferenceShape;
  talk: TalkShape | null;
  thread: ThreadShape;
  /** The address of the page that shows the thread. */
  page: string;
}

/** Reads what a thread is about: its conference, its talk, its title. */
@Injectable()
export class ThreadSubject {
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly programmeListing: ProgrammeListing,
  ) {}

  /** Without the discussion. Throws `not-found`. */
  async get(path: ThreadPath): Promise<Subject> {
    const place = await this.threadPlaces.find(path);
    const { threadId, conferenceId, talkId } = place;
    const [{ conference, talk }, thread] = await Promise.all([
      this.programmeListing.around(conferenceId, talkId),
      this.programmeListing.thread(threadId),
    ]);
    return { conference: conference as ConferenceShape, talk, thread, page: pageOf(path, place) };
  }
}

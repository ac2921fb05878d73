import { Injectable } from '@nestjs/common';
import { SingleFlight } from '../kernel/single-flight.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { RecapQueries } from '../recap/recap.queries.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';

/** A thread by the slugs (or ids) in its address. */
export interface ThreadPath {
  conference: string;
  thread: string;
}

/** A thread by its ids. */
export interface ThreadPlace {
  threadId: string;
  talkId: string | null;
  /** The recap that is answered here, by its slug; null for every other thread. */
  recap: string | null;
  conferenceId: string;
  /** All contributions, questions too. */
  comments: number;
}

/** The address of a thread on this site. */
export const pathOf = ({ conference, thread }: ThreadPath): string =>
  `/c/${encodeURIComponent(conference)}/t/${encodeURIComponent(thread)}`;

/** The address of the page that shows a thread: of a recap's discussion, the recap's. */
export const pageOf = ({ conference, thread }: ThreadPath, { recap }: Pick<ThreadPlace, 'recap'>): string =>
  recap === null
    ? pathOf({ conference, thread })
    : `/c/${encodeURIComponent(conference)}/recaps/${encodeURIComponent(recap)}`;

/** Finds the thread of an address. */
@Injectable()
export class ThreadPlaces {
  private readonly finding = new SingleFlight<ThreadPlace>();

  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly threadsQueries: ThreadsQueries,
    private readonly recapQueries: RecapQueries,
  ) {}

  /** Simultaneous callers share one reading. Throws `not-found`. */
  find({ conference, thread: slug }: ThreadPath): Promise<ThreadPlace> {
    return this.finding.ask(JSON.stringify([conference, slug]), async () => {
      const { id } = await this.programmeQueries.getConference(conference);
      const thread = await this.threadsQueries.getBySlug(id, slug);
      const { talkId, recapId, comments, questions } = thread;
      const recap = recapId === null ? null : ((await this.recapQueries.byId(recapId))?.slug ?? null);
      return { threadId: thread.id, talkId, recap, conferenceId: id, comments: comments + questions };
    });
  }

  /** As `find`, by the thread's id. Throws `not-found`. */
  async get(threadId: string): Promise<ThreadPlace> {
    const { conferenceId, slug } = await this.threadsQueries.get(threadId);
    return this.find({ conference: conferenceId, thread: slug });
  }
}

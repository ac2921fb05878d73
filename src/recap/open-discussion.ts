import { Injectable } from '@nestjs/common';
import { FreeNames } from '../kernel/free-names.ts';
import { slugOf } from '../kernel/slug.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { OpenThreads } from '../threads/open-threads.ts';
import { ThreadSignals } from '../threads/thread-signals.ts';
import type { Recap } from './recap.entity.ts';

/** Parts of addresses of recaps that lead elsewhere. */
const RESERVED = ['new'];

/** Opens the thread in which a recap is answered, and gives recaps their addresses. */
@Injectable()
export class OpenDiscussion {
  constructor(
    private readonly openThreads: OpenThreads,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly threadSignals: ThreadSignals,
  ) {}

  /**
   * Opens the thread; its first event publishes the recap, or holds it. Returns its id. The caller has locked the
   * conference, and calls `announce` after the commit.
   */
  async open(
    tx: Tx,
    recap: Pick<Recap, 'id' | 'conferenceId' | 'slug' | 'personaId'>,
    { title, isHeld }: { title: string; isHeld: boolean },
  ): Promise<string> {
    return this.openIn(tx, await this.programmeQueries.getConference(recap.conferenceId), recap, { title, isHeld });
  }

  /** As `open`, in a conference that may be as new as the recap. */
  async openIn(
    tx: Tx,
    conference: Conference,
    recap: Pick<Recap, 'id' | 'slug' | 'personaId'>,
    { title, isHeld }: { title: string; isHeld: boolean },
  ): Promise<string> {
    const [threadId] = await this.openThreads.open(tx, conference, [
      { slug: recap.slug, title, talk: null, recap: { id: recap.id, authorId: recap.personaId, isHeld } },
    ]);
    await tx.query('update recaps set discussion_id = $2 where id = $1', [recap.id, threadId]);
    return threadId!;
  }

  /** Tells every node of a new thread, so that lists show it at once. */
  announce(threadId: string): void {
    this.threadSignals.publish({ threadId, seq: 1, n: 1 });
  }

  /** A free slug in the conference, which the caller has locked. */
  async slugFor(tx: Tx, conferenceId: string, title: string): Promise<string> {
    const taken = await tx.query<{ slug: string }>('select slug from recaps where conference_id = $1', [conferenceId]);
    return new FreeNames([...RESERVED, ...taken.map(({ slug }) => slug)]).claim(slugOf(title, 'recap'));
  }
}

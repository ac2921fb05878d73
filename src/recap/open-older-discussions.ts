import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { lockConference } from '../programme/lock-conferences.ts';
import { lockRecap } from './lock-recap.ts';
import { OpenDiscussion } from './open-discussion.ts';
import { recapStateOf } from './recap.policy.ts';
import { PUBLIC_RECAP, RecapQueries } from './recap.queries.ts';
import { Recaps } from './recaps.ts';

/** Interval at which they are looked for, in milliseconds: a server of an earlier version may still publish one. */
const LOOK_EVERY_MS = 3_600_000;
/** Recaps read at once. */
const SLICE = 50;

interface OlderRecap {
  id: string;
  conferenceId: string;
}

/**
 * Opens the discussions of conferences' own recaps that have none: they were published before recaps had one, or came
 * with an archive of that time. Each in its own transaction, so that nobody waits.
 */
@Injectable()
export class OpenOlderDiscussions {
  constructor(
    private readonly database: Database,
    private readonly recapQueries: RecapQueries,
    private readonly recaps: Recaps,
    private readonly openDiscussion: OpenDiscussion,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'recap/open-older-discussions',
      does: 'Opens the discussions of recaps that were published before recaps had one.',
      everyMs: LOOK_EVERY_MS,
      isAtStart: true,
      run: () => this.openAll(),
    });
  }

  private async openAll(): Promise<void> {
    for (;;) {
      const older = await this.database.ask<OlderRecap>(
        `select r.id, r.conference_id "conferenceId" from recaps r
         where r.is_official and r.about_thread_id is null and r.discussion_id is null and ${PUBLIC_RECAP}
         order by r.id limit ${SLICE}`,
        [],
      );
      for (const recap of older) {
        const threadId = await this.database.transaction((tx) => this.open(tx, recap));
        if (threadId !== null) this.openDiscussion.announce(threadId);
      }
      if (older.length < SLICE) return;
    }
  }

  /** Null where another node, or the author, was faster. */
  private async open(tx: Tx, { id, conferenceId }: OlderRecap): Promise<string | null> {
    await lockConference(tx, conferenceId);
    await lockRecap(tx, { conferenceId, threadId: null });
    const recap = await this.recapQueries.byId(id, tx);
    if (!recap || recap.discussionId !== null || recapStateOf(recap) !== 'published') return null;
    const text = await this.recapQueries.version(id, 'published', tx);
    const title = text?.title ?? (await this.recaps.titleOf(recap));
    return this.openDiscussion.open(tx, recap, { title, isHeld: false });
  }
}

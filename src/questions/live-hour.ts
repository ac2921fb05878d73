import { Injectable } from '@nestjs/common';
import { GrantsQueries, leads } from '../accounts/grants.queries.ts';
import { addTo } from '../kernel/clock.ts';
import { notAllowed, notFound } from '../kernel/common.problems.ts';
import { Precondition } from '../kernel/precondition.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ChangeThread } from '../threads/change-thread.ts';
import { mayChange, phaseOf, stateOf } from '../threads/thread.policy.ts';
import { threadClosed } from '../threads/threads.problems.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { toThreadView, type ThreadRow, type ThreadView } from '../threads/thread.view.ts';

/** Names a live hour, by when it began, so that ending it can mean this one. */
export const liveHourVersion = (since: Date): string => since.toISOString();

/**
 * Begins and ends the hour in which questions are answered on stage. It ends by itself an hour after the talk's end;
 * after a talk that is long over, or without one, an hour after it began.
 */
@Injectable()
export class LiveHour {
  constructor(
    private readonly threadsQueries: ThreadsQueries,
    private readonly changeThread: ChangeThread,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly grantsQueries: GrantsQueries,
  ) {}

  /**
   * Idempotent; `begun` names the hour that this call began, null where one was going on. Throws `not-found`,
   * `not-allowed`, `thread-closed`.
   */
  async begin(accountId: string, threadId: string): Promise<{ thread: ThreadView; begun: string | null }> {
    const thread = await this.demand(accountId, threadId);
    const talk = thread.talkId === null ? null : await this.programmeQueries.findTalk(thread.talkId);
    const end = talk?.startsAt ? addTo(talk.startsAt, { hours: 1 + talk.durationMinutes / 60 }) : null;
    let begun: string | null = null;
    await this.changeThread.change(thread.id, {
      event: 'thread.live-began',
      changesOf: ({ thread: locked, now }) => {
        if (!mayChange(locked, now)) throw threadClosed({ state: stateOf(phaseOf(locked, now), locked.lockedAt) });
        if (locked.liveSince !== null && locked.liveUntil !== null && locked.liveUntil > now) return null;
        begun = liveHourVersion(now);
        return { liveSince: now, liveUntil: end !== null && end > now ? end : addTo(now, { hours: 1 }) };
      },
    });
    return { thread: toThreadView(await this.threadsQueries.get(thread.id)), begun };
  }

  /**
   * Idempotent; `isChanged` tells whether this call ended one. Throws `not-found`, `not-allowed`, and
   * `version-outdated` where the precondition, of the hour's name, meant another one.
   */
  async end(
    accountId: string,
    threadId: string,
    precondition = Precondition.none,
  ): Promise<{ thread: ThreadView; isChanged: boolean }> {
    const thread = await this.demand(accountId, threadId);
    const isChanged = await this.changeThread.change(thread.id, {
      event: 'thread.live-ended',
      changesOf: ({ thread: locked }) => {
        if (locked.liveSince === null) return null;
        precondition.demand(liveHourVersion(locked.liveSince));
        return { liveSince: null, liveUntil: null };
      },
    });
    return { thread: toThreadView(await this.threadsQueries.get(thread.id)), isChanged };
  }

  private async demand(accountId: string, threadId: string): Promise<ThreadRow> {
    const thread = await this.threadsQueries.get(threadId);
    // Nobody is on stage under a recap.
    if (thread.recapId !== null) throw notFound();
    if (!leads(await this.grantsQueries.rolesIn(accountId, thread.conferenceId), thread.talkId)) throw notAllowed();
    return thread;
  }
}

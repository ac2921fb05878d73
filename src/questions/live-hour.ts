import { Injectable } from '@nestjs/common';
import { GrantsQueries, leads } from '../accounts/grants.queries.ts';
import { addTo } from '../kernel/clock.ts';
import { notAllowed } from '../kernel/common.problems.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ChangeThread } from '../threads/change-thread.ts';
import { mayChange, phaseOf, stateOf } from '../threads/thread.policy.ts';
import { threadClosed } from '../threads/threads.problems.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { toThreadView, type ThreadRow, type ThreadView } from '../threads/thread.view.ts';

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

  /** Idempotent. Throws `not-found`, `not-allowed`, `thread-closed`. */
  async begin(accountId: string, threadId: string): Promise<ThreadView> {
    const thread = await this.demand(accountId, threadId);
    const talk = thread.talkId === null ? null : await this.programmeQueries.findTalk(thread.talkId);
    const end = talk?.startsAt ? addTo(talk.startsAt, { hours: 1 + talk.durationMinutes / 60 }) : null;
    await this.changeThread.change(thread.id, {
      event: 'thread.live-began',
      changesOf: ({ thread: locked, now }) => {
        if (!mayChange(locked, now)) throw threadClosed({ state: stateOf(phaseOf(locked, now), locked.lockedAt) });
        if (locked.liveSince !== null && locked.liveUntil !== null && locked.liveUntil > now) return null;
        return { liveSince: now, liveUntil: end !== null && end > now ? end : addTo(now, { hours: 1 }) };
      },
    });
    return toThreadView(await this.threadsQueries.get(thread.id));
  }

  /** Idempotent. Throws `not-found`, `not-allowed`. */
  async end(accountId: string, threadId: string): Promise<ThreadView> {
    const thread = await this.demand(accountId, threadId);
    await this.changeThread.change(thread.id, {
      event: 'thread.live-ended',
      changesOf: ({ thread: locked }) => (locked.liveSince === null ? null : { liveSince: null, liveUntil: null }),
    });
    return toThreadView(await this.threadsQueries.get(thread.id));
  }

  private async demand(accountId: string, threadId: string): Promise<ThreadRow> {
    const thread = await this.threadsQueries.get(threadId);
    if (!leads(await this.grantsQueries.rolesIn(accountId, thread.conferenceId), thread.talkId)) throw notAllowed();
    return thread;
  }
}

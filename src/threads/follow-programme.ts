import { Injectable } from '@nestjs/common';
import { Clock, stopwatch } from '../kernel/clock.ts';
import { byKey } from '../kernel/by-key.ts';
import { Problem } from '../kernel/problem.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { CONFERENCE_COLUMNS } from '../programme/programme.queries.ts';
import { ChangeThread } from './change-thread.ts';
import type { ThreadChanges } from './change-thread.write.ts';
import { DueThreadUpdates, type DueUpdate, type FollowProgress } from './due-thread-updates.ts';
import { THREAD_COLUMNS } from './thread-head.ts';
import type { Thread } from './thread.entity.ts';
import { liveIsOver, slowModeIsOver, type Phases } from './thread.policy.ts';
import { phasesOf } from './phases.ts';

type FollowedThread = Thread & { talkTitle: string | null; talkStartsAt: Date | null };
interface ProgrammedThread {
  title: string;
  phases: Phases;
}

/**
 * Longest wait of a request that changed a conference for its threads, in milliseconds; the recurring task does the
 * rest.
 */
const IN_REQUEST_MS = 1_000;
/** Threads compared in one go; computing their phases takes some microseconds each. */
const COMPARED_AT_ONCE = 200;
/** Threads claimed in one go, and how many of them are written at the same time. */
const CLAIMED_AT_ONCE = 20;
const WRITTEN_AT_ONCE = 4;

const FOLLOWED = `select ${THREAD_COLUMNS}, k.title "talkTitle", k.starts_at "talkStartsAt"
  from threads t left join talks k on k.id = t.talk_id`;

/**
 * Updates threads after changes of their talk, their conference and the clock, one transaction each. Due updates are
 * rows, so that any node continues after a crash. A thread never loses its slug.
 */
@Injectable()
export class FollowProgramme {
  constructor(
    private readonly database: Database,
    private readonly changeThread: ChangeThread,
    private readonly dueThreadUpdates: DueThreadUpdates,
    private readonly clock: Clock,
  ) {}

  /**
   * In the transaction that changes a conference's settings: every thread takes a number, because its page shows them.
   */
  announce(tx: Tx, conferenceId: string): Promise<void> {
    return this.dueThreadUpdates.noteAll(tx, conferenceId);
  }

  /**
   * After an import or a change of the conference: notes the threads that differ, and updates what IN_REQUEST_MS
   * allows, some hundred threads. The recurring task does the rest.
   */
  async conference(conferenceId: string): Promise<void> {
    await this.noteDiffering(conferenceId);
    await this.catchUp(IN_REQUEST_MS);
  }

  progressIn(conferenceId: string): Promise<FollowProgress> {
    return this.dueThreadUpdates.progressIn(conferenceId);
  }

  /** Updates due threads for about `forMs` milliseconds, beside other nodes that do the same. */
  async catchUp(forMs = Infinity): Promise<void> {
    const elapsed = stopwatch();
    const busy = new Set<string>();
    while (elapsed() < forMs) {
      const claimed = await this.dueThreadUpdates.claim(CLAIMED_AT_ONCE);
      const isStuck = claimed.every(({ threadId }) => busy.has(threadId));
      const refused = await this.bringInLine(claimed);
      if (isStuck) return;
      for (const threadId of refused) busy.add(threadId);
    }
  }

  /** Writes each phase that the clock has reached, with a number. Returns how many threads changed. */
  async clockwork(): Promise<number> {
    const due = await this.database.ask<{ id: string }>(
      'select thread_id id from thread_heads where next_phase_at <= $1',
      [this.clock.now()],
    );
    for (const { id } of due) {
      await this.changeThread.change(id, {
        event: 'thread.phase-reached',
        changesOf: ({ head, thread, now }) =>
          head.nextPhaseAt === null || head.nextPhaseAt > now ? null : endedBy(thread, now),
      });
    }
    return due.length;
  }

  private async noteDiffering(conferenceId: string): Promise<void> {
    const conferences = await this.conferences([conferenceId]);
    for (let after: string | null = null; ;) {
      const threads: FollowedThread[] = await this.database.ask<FollowedThread>(
        `${FOLLOWED}
         where t.conference_id = $1 and ($2::uuid is null or t.id > $2)
         order by t.id limit ${COMPARED_AT_ONCE}`,
        [conferenceId, after],
      );
      await this.dueThreadUpdates.note(
        threads.filter((thread) => differs(thread, wantedOf(conferences, thread))).map(({ id }) => id),
      );
      if (threads.length < COMPARED_AT_ONCE) return;
      after = threads.at(-1)!.id;
    }
  }

  /** Returns the threads that were too busy to be changed; they stay due. */
  private async bringInLine(claimed: readonly DueUpdate[]): Promise<string[]> {
    if (claimed.length === 0) return [];
    const threads = await this.database.ask<FollowedThread>(`${FOLLOWED} where t.id = any($1)`, [
      claimed.map(({ threadId }) => threadId),
    ]);
    const conferences = await this.conferences([...new Set(threads.map(({ conferenceId }) => conferenceId))]);
    const byId = byKey(threads, ({ id }) => id);
    const refused: string[] = [];
    for (let i = 0; i < claimed.length; i += WRITTEN_AT_ONCE) {
      await Promise.all(
        claimed.slice(i, i + WRITTEN_AT_ONCE).map(async (update) => {
          const thread = byId.get(update.threadId);
          if (!thread) return;
          if (!(await this.bringOneInLine(update, thread, wantedOf(conferences, thread))))
            refused.push(update.threadId);
        }),
      );
    }
    return refused;
  }

  private async bringOneInLine(update: DueUpdate, thread: FollowedThread, wanted: ProgrammedThread): Promise<boolean> {
    if (!update.isAnnounced && !differs(thread, wanted)) {
      await this.dueThreadUpdates.settle(update);
      return true;
    }
    try {
      await this.changeThread.change(thread.id, {
        event: 'thread.changed',
        changesOf: () => wanted,
        also: (tx) => this.dueThreadUpdates.settle(update, tx),
      });
      return true;
    } catch (error) {
      await this.dueThreadUpdates.release(update);
      if (error instanceof Problem) return false;
      throw error;
    }
  }

  private async conferences(ids: readonly string[]): Promise<Map<string, Conference>> {
    const rows = await this.database.ask<Conference>(
      `select ${CONFERENCE_COLUMNS} from conferences where id = any($1)`,
      [ids],
    );
    return byKey(rows, ({ id }) => id);
  }
}

const endedBy = (thread: Thread, now: Date): ThreadChanges => ({
  ...(liveIsOver(thread, now) ? { liveSince: null, liveUntil: null } : {}),
  ...(slowModeIsOver(thread, now) ? { slowMode: null } : {}),
});

function wantedOf(conferences: ReadonlyMap<string, Conference>, thread: FollowedThread): ProgrammedThread {
  const talk = thread.talkId === null ? null : { startsAt: thread.talkStartsAt };
  return {
    title: thread.talkTitle ?? thread.title,
    phases: phasesOf(conferences.get(thread.conferenceId)!, talk, thread.phaseOverrides),
  };
}

const differs = (thread: FollowedThread, { title, phases }: ProgrammedThread): boolean =>
  thread.title !== title ||
  (Object.keys(phases) as (keyof Phases)[]).some((name) => thread[name].getTime() !== phases[name].getTime());

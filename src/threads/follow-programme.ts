import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { Clock } from '../kernel/clock.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { CONFERENCE_COLUMNS } from '../programme/programme.queries.ts';
import { ChangeThread, type ThreadChanges } from './change-thread.ts';
import { THREAD_COLUMNS } from './thread-head.ts';
import type { Thread } from './thread.entity.ts';
import { liveIsOver, slowModeIsOver, type Phases } from './thread.policy.ts';
import { phasesOf } from './phases.ts';

type Followed = Thread & { talkTitle: string | null; talkStartsAt: Date | null };

/**
 * Brings threads in line with their talks, their conference and the clock, one thread a transaction. Looks at the rows
 * themselves, so that a crash half-way is made good by the next run. Threads never lose their slug, hence their address.
 */
@Injectable()
export class FollowProgramme {
  constructor(private readonly database: Database, private readonly changeThread: ChangeThread, private readonly clock: Clock) {}

  /** After an import or a change of the conference; `announce` also stamps threads whose own rows stay as they are. */
  async conference(conferenceId: string, { announce = false } = {}): Promise<void> {
    const [conference] = await this.database.ask<Conference>(`select ${CONFERENCE_COLUMNS} from conferences where id = $1`, [conferenceId]);
    const threads = await this.database.ask<Followed>(
      `select ${THREAD_COLUMNS}, k.title "talkTitle", k.starts_at "talkStartsAt" from threads t left join talks k on k.id = t.talk_id where t.conference_id = $1`,
      [conferenceId],
    );
    for (const thread of threads) {
      const wanted = wantedOf(conference!, thread);
      if (announce || differs(thread, wanted)) await this.changeThread.run(thread.id, { event: 'thread.changed', changesOf: () => wanted });
    }
  }

  /** Gives each phase that the clock has reached its number. Answers how many threads changed. */
  async clockwork(): Promise<number> {
    const due = await this.database.ask<{ id: string }>('select thread_id id from thread_heads where next_phase_at <= $1', [this.clock.now()]);
    for (const { id } of due) {
      await this.changeThread.run(id, { event: 'thread.phase-reached', changesOf: ({ head, thread, now }) => (head.nextPhaseAt === null || head.nextPhaseAt > now ? null : endedBy(thread, now)) });
    }
    return due.length;
  }
}

const endedBy = (thread: Thread, now: Date): ThreadChanges => ({ ...(liveIsOver(thread, now) ? { liveSince: null, liveUntil: null } : {}), ...(slowModeIsOver(thread, now) ? { slowMode: null } : {}) });

const wantedOf = (conference: Conference, thread: Followed): { title: string; phases: Phases } => ({
  title: thread.talkTitle ?? thread.title,
  phases: phasesOf(conference, thread.talkId === null ? null : { startsAt: thread.talkStartsAt }, thread.phaseOverrides),
});

const differs = (thread: Followed, { title, phases }: { title: string; phases: Phases }): boolean =>
  thread.title !== title || (Object.keys(phases) as (keyof Phases)[]).some((name) => thread[name].getTime() !== phases[name].getTime());

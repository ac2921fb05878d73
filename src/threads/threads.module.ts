import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ScopeRegistry } from '../platform/http/access.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { ThreadSignals } from './thread-signals.ts';
import { ThreadVisits } from './thread-visits.ts';
import { ChangeThread } from './change-thread.ts';
import { DueThreadUpdate } from './due-thread-update.entity.ts';
import { DueThreadUpdates } from './due-thread-updates.ts';
import { FollowProgramme } from './follow-programme.ts';
import { LogReaders } from './log-readers.ts';
import { OpenThreads } from './open-threads.ts';
import { PhaseKeeper } from './phase-keeper.ts';
import { ReaderPlace } from './reader-place.entity.ts';
import { ThreadWriter } from './thread-writer.ts';
import { Thread, ThreadHead, ThreadLogEntry } from './thread.entity.ts';
import { ThreadsQueries } from './threads.queries.ts';

/**
 * Threads, their numbers, and the log of what happened in them.
 *
 * Owns: threads, thread_heads, thread_log, reader_places, due_thread_updates.
 * Appends: thread.opened, thread.changed, thread.phase-reached, thread.restored, and recap.published or recap.held
 * where a recap opens the thread. Other modules append theirs through the ThreadWriter.
 * Knows nothing of the rows of comments and people: each write brings its own.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([DueThreadUpdate, ReaderPlace, Thread, ThreadHead, ThreadLogEntry]),
    ProgrammeModule,
  ],
  providers: [
    ThreadSignals,
    ThreadVisits,
    ChangeThread,
    DueThreadUpdates,
    FollowProgramme,
    LogReaders,
    OpenThreads,
    PhaseKeeper,
    ThreadWriter,
    ThreadsQueries,
  ],
  exports: [
    ThreadSignals,
    ThreadVisits,
    ChangeThread,
    DueThreadUpdates,
    FollowProgramme,
    LogReaders,
    OpenThreads,
    PhaseKeeper,
    ThreadWriter,
    ThreadsQueries,
  ],
})
export class ThreadsModule implements OnModuleInit {
  constructor(
    private readonly scopeRegistry: ScopeRegistry,
    private readonly threadsQueries: ThreadsQueries,
    phaseKeeper: PhaseKeeper,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'threads/follow-phases',
      does: 'Opens and closes threads whose moment has come.',
      everyMs: PHASES_EVERY_MS,
      run: () => phaseKeeper.keepPhases(),
    });
  }

  onModuleInit(): void {
    this.scopeRegistry.register('thread', (key) => this.threadsQueries.conferenceOf(key), {
      talkOf: async (key) => (await this.threadsQueries.get(key)).talkId,
    });
  }
}

/**
 * Most delay, in milliseconds, with which readers see a phase begin. It extends no permission, because policies use the
 * clock.
 */
const PHASES_EVERY_MS = 5_000;

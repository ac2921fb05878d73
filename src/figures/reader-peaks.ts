import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';

const KEEP_EVERY_MS = 10_000;
const HOUR_MS = 3_600_000;

interface Peak {
  readonly threadId: string;
  readonly hour: number;
  readonly readers: number;
}

/**
 * Notes the most readers that each thread has at the same moment, by the hour: a number in memory, written down every
 * ten seconds. Never who.
 */
@Injectable()
export class ReaderPeaks implements BeforeApplicationShutdown {
  private peaks = new Map<string, Peak>();
  private readonly keepNow: () => Promise<void>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    recurringTasks: RecurringTasks,
  ) {
    this.keepNow = recurringTasks.add({
      name: 'figures/note-readers',
      does: 'Writes down the most readers that each thread had at the same moment, by the hour.',
      everyMs: KEEP_EVERY_MS,
      run: () => this.keep(),
    });
  }

  /** Notes how many readers have the thread open now, on all nodes. */
  note(threadId: string, readers: number): void {
    if (readers === 0) return;
    this.raise({ threadId, hour: Math.floor(this.clock.now().getTime() / HOUR_MS), readers });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.keepNow();
  }

  private async keep(): Promise<void> {
    const noted = [...this.peaks.values()];
    if (noted.length === 0) return;
    this.peaks = new Map();
    try {
      await this.write(noted);
    } catch (error) {
      for (const peak of noted) this.raise(peak);
      throw error;
    }
  }

  private raise(peak: Peak): void {
    const key = `${peak.threadId} ${peak.hour}`;
    if (peak.readers > (this.peaks.get(key)?.readers ?? 0)) this.peaks.set(key, peak);
  }

  private async write(noted: readonly Peak[]): Promise<void> {
    // A thread may be gone with its conference.
    await this.database.ask(
      `insert into reader_peaks as p (thread_id, hour, readers)
       select t.id, u.hour, u.readers
       from unnest($1::uuid[], $2::timestamptz[], $3::int[]) as u(thread_id, hour, readers)
       join threads t on t.id = u.thread_id
       order by t.id, u.hour
       on conflict (thread_id, hour) do update
       set readers = excluded.readers
       where p.readers < excluded.readers`,
      [
        noted.map(({ threadId }) => threadId),
        noted.map(({ hour }) => new Date(hour * HOUR_MS)),
        noted.map(({ readers }) => readers),
      ],
    );
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { stopwatch } from '../kernel/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Log } from '../platform/logging/log.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ThreadSignals } from './thread-signals.ts';
import { ThreadWriter } from './thread-writer.ts';
import type { ThreadEventKind } from './thread-event.ts';

export interface LogEntry {
  readonly n: number;
  readonly seq: number | null;
  readonly kind: ThreadEventKind;
  readonly commentId: string | null;
  readonly data: Record<string, unknown>;
  readonly at: Date;
}

/** A log reader: reads every thread's log to its end at its own pace. */
export interface LogReader {
  /** Under which its place is stored; never changed. */
  readonly name: string;
  /**
   * Handles entries in the transaction that moves the reader's place: once each, or again after a failure that rolled
   * back.
   */
  read(tx: Tx, threadId: string, entries: readonly LogEntry[]): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
/** Delay between a signal and the reading of logs, in milliseconds, so that one reading serves several comments. */
const AFTER_A_SIGNAL_MS = 500;
/** While writes are queued, a reader pauses this many times as long as its last step took, because writes go first. */
const REST = 4;
const THREADS_AT_ONCE = 100;
const ENTRIES_AT_ONCE = 500;

/**
 * Reads the logs of all threads for the registered readers. Each reader has one place a thread; threads whose head is
 * ahead of it have news. Nodes share the work by skipping what another has locked.
 */
@Injectable()
export class LogReaders implements BeforeApplicationShutdown {
  private readonly readers: LogReader[] = [];
  private readonly readNow: () => Promise<void>;
  private timer: NodeJS.Timeout | undefined;
  private isEnding = false;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    recurringTasks: RecurringTasks,
    private readonly threadWriter: ThreadWriter,
    threadSignals: ThreadSignals,
  ) {
    this.readNow = recurringTasks.add({
      name: 'threads/read-logs',
      does: 'Lets every reader of the thread logs read on.',
      everyMs: LOOK_EVERY_MS,
      run: () => this.readOn(),
    });
    this.unsubscribe = threadSignals.subscribe(() => {
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        void this.readNow();
      }, AFTER_A_SIGNAL_MS).unref();
    });
  }

  register(reader: LogReader): void {
    this.readers.push(reader);
  }

  beforeApplicationShutdown(): void {
    this.isEnding = true;
    this.unsubscribe();
    clearTimeout(this.timer);
  }

  /** Until every reader is at the end. A failed reader is tried again at the next look, the others go on. */
  async readOn(): Promise<void> {
    for (const reader of this.readers)
      await this.readAll(reader).catch((error: unknown) =>
        this.log.warn({ error, reader: reader.name }, 'a reader of the logs failed and will be tried again'),
      );
  }

  private async readAll(reader: LogReader): Promise<void> {
    for (;;) {
      const threads = await this.database.ask<{ id: string }>(
        `select h.thread_id id from thread_heads h
         left join reader_places p on p.reader = $1 and p.thread_id = h.thread_id
         where h.n > coalesce(p.n, 0)
         limit ${THREADS_AT_ONCE}`,
        [reader.name],
      );
      let moved = 0;
      for (const { id } of threads) {
        const took = stopwatch();
        moved += await this.database.transaction((tx) => readThread(tx, reader, id));
        if (this.threadWriter.isBusy && !this.isEnding) await pause(took() * REST, undefined, { ref: false });
      }
      // Nothing moved: all is read, or another node reads the rest. When this node ends, the others or the next start
      // do.
      if (moved === 0 || this.isEnding) return;
    }
  }
}

/** Returns how many entries were read; none while another node reads them. */
async function readThread(tx: Tx, reader: LogReader, threadId: string): Promise<number> {
  tx.send('insert into reader_places (reader, thread_id, n) values ($1, $2, 0) on conflict do nothing', [
    reader.name,
    threadId,
  ]);
  // Sent together; each statement sees what is true after the lock of the one before.
  const [[place], entries] = await Promise.all([
    tx.query<{ n: number }>('select n from reader_places where reader = $1 and thread_id = $2 for update skip locked', [
      reader.name,
      threadId,
    ]),
    tx.query<LogEntry>(
      `select n, seq, kind, comment_id "commentId", data, at
       from thread_log
       where thread_id = $2
         and n > (select n from reader_places where reader = $1 and thread_id = $2)
       order by n limit ${ENTRIES_AT_ONCE}`,
      [reader.name, threadId],
    ),
  ]);
  if (!place || entries.length === 0) return 0;
  await reader.read(tx, threadId, entries);
  tx.send('update reader_places set n = $3 where reader = $1 and thread_id = $2', [
    reader.name,
    threadId,
    entries.at(-1)!.n,
  ]);
  return entries.length;
}

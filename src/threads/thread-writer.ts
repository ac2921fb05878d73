import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { Clock, stopwatch } from '../kernel/clock.ts';
import { isUuid } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { Database } from '../platform/database/database.ts';
import { ThreadSignals } from './thread-signals.ts';
import { FairQueue } from './fair-queue.ts';
import { runWrites, type WriteOutcome, type SubmittedWrite } from './thread-transaction.ts';
import { threadBusy } from './threads.problems.ts';
import type { ThreadWrite, NumberedDecision } from './thread-write.ts';

/** Most writes in one transaction, which bounds how long heads stay locked. */
const BATCH = 64;
/**
 * Lanes: shared transactions that run at once, so that one works while the other waits for the disk. More would make
 * each smaller.
 */
const LANES = 2;
/** Most writes queued for one thread; further ones are refused untouched. */
const WAITING = 500;
/** Most of them from one account, so that no account fills the queue alone. */
const WAITING_OF_ACCOUNT = 100;
/** Longest time in the queue, in milliseconds, before a write is refused untouched. */
const PATIENCE_MS = 3_000;
/** The queue's account of writes that no person asked for. */
const THE_FORUM = '';

interface QueuedWrite extends SubmittedWrite {
  readonly conflictKeys: readonly string[];
  readonly waited: () => number;
  readonly resolve: (written: NumberedDecision<unknown>) => void;
  readonly reject: (reason: unknown) => void;
}

/** The writes queued for one thread, and how many of its transactions run. */
interface ThreadQueue {
  readonly writes: FairQueue<QueuedWrite>;
  transactions: number;
}

/**
 * The only way to change what a thread shows. On a node a thread has one transaction at a time, so that the order of
 * numbers is that of commits and of visibility.
 * 1. Writes queue by thread, and accounts take turns in each queue.
 * 2. Batched writes of all idle threads share a transaction and one flush of the disk; a thread that is locked
 * elsewhere gets a transaction of its own. Exclusive writes run alone.
 * 3. A refused write writes nothing. After a failed statement each write is tried alone.
 * 4. Callers are answered after the commit, then signals go out.
 *
 * Throws `thread-busy` for writes that waited too long and are untouched, `unavailable` while the database is away or
 * the outcome of a commit is unknown.
 */
@Injectable()
export class ThreadWriter {
  /** In the order in which threads began to wait. */
  private readonly queues = new Map<string, ThreadQueue>();
  private lanes = 0;

  constructor(
    private readonly database: Database,
    private readonly threadSignals: ThreadSignals,
    private readonly clock: Clock,
  ) {}

  /** Whether writes are queued or running. */
  get isBusy(): boolean {
    return this.queues.size > 0;
  }

  submit<Input, Facts, Rows>(
    threadId: string,
    kind: ThreadWrite<Input, Facts, Rows>,
    input: Input,
  ): Promise<NumberedDecision<Rows>> {
    if (!isUuid(threadId)) return Promise.reject(notFound());
    return new Promise<NumberedDecision<Rows>>((resolve, reject) => {
      const queue = this.queues.get(threadId) ?? { writes: new FairQueue<QueuedWrite>(), transactions: 0 };
      const account = kind.accountOf?.(input) ?? THE_FORUM;
      const isFull =
        queue.writes.size >= WAITING ||
        (account !== THE_FORUM && queue.writes.waitingFrom(account) >= WAITING_OF_ACCOUNT);
      if (isFull) return reject(threadBusy({}, { retryAfterSeconds: 1 }));
      queue.writes.push(account, {
        threadId,
        kind,
        input,
        conflictKeys: kind.conflictKeys(input),
        waited: stopwatch(),
        resolve,
        reject,
      } as unknown as QueuedWrite);
      this.queues.set(threadId, queue);
      this.startNext();
    });
  }

  /** Starts every transaction that may run now. */
  private startNext(): void {
    for (const [threadId, queue] of this.queues) {
      if (queue.transactions > 0) continue;
      sendLateAway(queue.writes);
      const next = queue.writes.first();
      if (!next) this.queues.delete(threadId);
      else if (!next.kind.isBatched)
        this.occupy([threadId], () => this.runBatch(queue.writes.take(1), { skip: false }));
    }
    while (this.lanes < LANES) {
      const batch = this.takeBatch();
      if (batch.length === 0) return;
      this.lanes += 1;
      this.occupy(
        threadsOf(batch),
        () => this.runBatch(batch, { skip: true }),
        () => {
          this.lanes -= 1;
        },
      );
    }
  }

  /** Marks threads as busy while a transaction runs, then goes on. */
  private occupy(threadIds: readonly string[], run: () => Promise<void>, after?: () => void): void {
    const queues = threadIds.map((threadId) => this.queues.get(threadId)!);
    for (const queue of queues) queue.transactions += 1;
    void run().finally(() => {
      for (const queue of queues) queue.transactions -= 1;
      after?.();
      this.startNext();
    });
  }

  /** The next writes that may share a transaction, from all idle threads, by turns of accounts. */
  private takeBatch(): QueuedWrite[] {
    const batch: QueuedWrite[] = [];
    const named = new Set<string>();
    const mayJoin = ({ kind, conflictKeys }: QueuedWrite): boolean => {
      if (!kind.isBatched || conflictKeys.some((thing) => named.has(thing))) return false;
      for (const thing of conflictKeys) named.add(thing);
      return true;
    };
    for (const { writes, transactions } of this.queues.values()) {
      if (transactions > 0) continue;
      batch.push(...writes.take(BATCH - batch.length, mayJoin));
      if (batch.length >= BATCH) break;
    }
    return batch;
  }

  /** Never rejects; each write gets its own outcome. */
  private async runBatch(writes: readonly QueuedWrite[], { skip }: { skip: boolean }): Promise<void> {
    try {
      await this.runTransaction(writes, { skip });
    } catch (error) {
      if (writes.length === 1 || isForAll(error)) return writes.forEach(({ reject }) => reject(error));
      for (const write of writes) await this.runTransaction([write], { skip: false }).catch(write.reject);
    }
  }

  private async runTransaction(writes: readonly QueuedWrite[], { skip }: { skip: boolean }): Promise<void> {
    const { outcomes, contexts } = await this.database
      .transaction((tx) => runWrites(tx, writes, { now: this.clock.now(), skip }))
      .catch((error: unknown) => {
        // The outcome of a commit may be unknown, so every subscriber checks the numbers.
        for (const threadId of threadsOf(writes)) this.threadSignals.publish({ threadId, seq: -1, n: -1 });
        throw error;
      });
    // In the next turn, so that the database works on the next transaction while the answers are sent.
    setImmediate(() => {
      for (const outcome of outcomes) settle(outcome);
      for (const { head } of contexts)
        this.threadSignals.publish({ threadId: head.threadId, seq: head.seq, n: head.n });
    });
    const absent = outcomes.filter((outcome) => 'absent' in outcome).map(({ submitted: write }) => write);
    if (absent.length === 0) return;
    if (!skip) return absent.forEach(({ reject }) => reject(notFound()));
    // Absent, or locked elsewhere. They wait for the lock outside of the lane, which is free for others.
    for (const threadId of threadsOf(absent))
      this.occupy([threadId], () =>
        this.runBatch(
          absent.filter((write) => write.threadId === threadId),
          { skip: false },
        ),
      );
  }
}

/** Whether every write of a transaction is refused: the database is away, which another try would not find out. */
const isForAll = (error: unknown): boolean => error instanceof Problem && error.kind.status === 503;

const threadsOf = (writes: readonly SubmittedWrite[]): string[] => [...new Set(writes.map(({ threadId }) => threadId))];

function settle(outcome: WriteOutcome<QueuedWrite>): void {
  if ('written' in outcome) outcome.submitted.resolve(outcome.written);
  else if ('refused' in outcome) outcome.submitted.reject(outcome.refused);
}

/** Refuses writes that waited too long; they are untouched. */
function sendLateAway(writes: FairQueue<QueuedWrite>): void {
  const late = writes.takeLate(({ waited }) => waited() > PATIENCE_MS);
  for (const { reject } of late) reject(threadBusy({}, { retryAfterSeconds: 1 }));
}

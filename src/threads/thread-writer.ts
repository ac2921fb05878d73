import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { Clock, stopwatch } from '../kernel/clock.ts';
import { isUuid } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { Database } from '../platform/database/database.ts';
import { ThreadSignals } from './thread-signals.ts';
import { FairQueue } from './fair-queue.ts';
import { runWorks, type Outcome, type Work } from './thread-transaction.ts';
import { threadBusy } from './threads.problems.ts';
import type { ThreadWrite, Written } from './thread-write.ts';

/** Works one transaction takes at most: a bound on how long heads stay locked. */
const BATCH = 64;
/**
 * Shared transactions under way at once: while one waits for the disk, the next is at work. More would only make each
 * smaller.
 */
const LANES = 2;
/** Most writes that may wait for one thread; more are refused untouched. */
const WAITING = 500;
/** Most of them from one account, so that one alone cannot fill the thread's queue. */
const WAITING_OF_ACCOUNT = 100;
/** How long a write may wait, in milliseconds, before it is refused untouched. */
const PATIENCE_MS = 3_000;
/** Under which writes wait that no person asked for. */
const THE_FORUM = '';

interface Waiting extends Work {
  readonly apart: readonly string[];
  readonly waited: () => number;
  readonly resolve: (written: Written<unknown>) => void;
  readonly reject: (reason: unknown) => void;
}

/** The works that wait for one thread; while one of its transactions runs, the others stay here. */
interface Queue {
  readonly works: FairQueue<Waiting>;
  transactions: number;
}

/**
 * The one way to change what a thread shows. A thread has one transaction at a time on a node; works that arrive
 * meanwhile wait and share the next one, so that number order is commit order is visibility order. Works of kinds that
 * share travel together, also with those of other threads: one flush of the disk for all of them. A thread that
 * somebody else has locked is left out there, and gets a transaction of its own which waits. In each thread the
 * accounts take turns, so that nobody waits behind a hundred writes of another.
 *
 * A refused work writes nothing. A statement that fails rolls all back, and each work is tried alone, so that none
 * harms another. Callers are answered after the commit only, then the bells ring. Throws `thread-busy` (503, untouched)
 * for works that waited too long, `unavailable` (503) while the database is away or a commit's outcome is unknown.
 */
@Injectable()
export class ThreadWriter {
  /** In the order in which threads began to wait. */
  private readonly queues = new Map<string, Queue>();
  private lanes = 0;

  constructor(
    private readonly database: Database,
    private readonly threadSignals: ThreadSignals,
    private readonly clock: Clock,
  ) {}

  /** Whether works are being written now. */
  get isBusy(): boolean {
    return this.queues.size > 0;
  }

  submit<Input, Facts, Rows>(
    threadId: string,
    kind: ThreadWrite<Input, Facts, Rows>,
    input: Input,
  ): Promise<Written<Rows>> {
    if (!isUuid(threadId)) return Promise.reject(notFound());
    return new Promise<Written<Rows>>((resolve, reject) => {
      const queue = this.queues.get(threadId) ?? { works: new FairQueue<Waiting>(), transactions: 0 };
      const account = kind.accountOf?.(input) ?? THE_FORUM;
      const isFull =
        queue.works.size >= WAITING ||
        (account !== THE_FORUM && queue.works.waitingFrom(account) >= WAITING_OF_ACCOUNT);
      if (isFull) return reject(threadBusy({}, { retryAfterSeconds: 1 }));
      queue.works.push(account, {
        threadId,
        kind,
        input,
        apart: kind.conflictKeys(input),
        waited: stopwatch(),
        resolve,
        reject,
      } as unknown as Waiting);
      this.queues.set(threadId, queue);
      this.go();
    });
  }

  /** Sets off everything that may run now. */
  private go(): void {
    for (const [threadId, queue] of this.queues) {
      if (queue.transactions > 0) continue;
      sendLateAway(queue.works);
      const next = queue.works.first();
      if (!next) this.queues.delete(threadId);
      else if (!next.kind.isBatched)
        this.occupy([threadId], () => this.runTogether(queue.works.take(1), { skip: false }));
    }
    while (this.lanes < LANES) {
      const batch = this.takeShared();
      if (batch.length === 0) return;
      this.lanes += 1;
      this.occupy(
        threadsOf(batch),
        () => this.runTogether(batch, { skip: true }),
        () => {
          this.lanes -= 1;
        },
      );
    }
  }

  /** Keeps threads to one transaction while it runs; then goes on. */
  private occupy(threadIds: readonly string[], run: () => Promise<void>, after?: () => void): void {
    const queues = threadIds.map((threadId) => this.queues.get(threadId)!);
    for (const queue of queues) queue.transactions += 1;
    void run().finally(() => {
      for (const queue of queues) queue.transactions -= 1;
      after?.();
      this.go();
    });
  }

  /**
   * The next works that may share a transaction, of all threads that are not busy, in each thread by turns of accounts.
   */
  private takeShared(): Waiting[] {
    const batch: Waiting[] = [];
    const named = new Set<string>();
    const mayJoin = ({ kind, apart }: Waiting): boolean => {
      if (!kind.isBatched || apart.some((thing) => named.has(thing))) return false;
      for (const thing of apart) named.add(thing);
      return true;
    };
    for (const { works, transactions } of this.queues.values()) {
      if (transactions > 0) continue;
      batch.push(...works.take(BATCH - batch.length, mayJoin));
      if (batch.length >= BATCH) break;
    }
    return batch;
  }

  /** Never rejects: each work hears its own outcome. */
  private async runTogether(works: readonly Waiting[], { skip }: { skip: boolean }): Promise<void> {
    try {
      await this.run(works, { skip });
    } catch (error) {
      if (works.length === 1 || error instanceof Problem) return works.forEach(({ reject }) => reject(error));
      for (const work of works) await this.run([work], { skip: false }).catch(work.reject);
    }
  }

  private async run(works: readonly Waiting[], { skip }: { skip: boolean }): Promise<void> {
    const { outcomes, contexts } = await this.database
      .transaction((tx) => runWorks(tx, works, { now: this.clock.now(), skip }))
      .catch((error: unknown) => {
        // The outcome of a commit may be unknown: the bell makes every listener ask what is true.
        for (const threadId of threadsOf(works)) this.threadSignals.publish({ threadId, seq: -1, n: -1 });
        throw error;
      });
    // In the next turn: first the database gets what waited meanwhile, so that it works while the answers are written.
    setImmediate(() => {
      for (const outcome of outcomes) tell(outcome);
      for (const { head } of contexts)
        this.threadSignals.publish({ threadId: head.threadId, seq: head.seq, n: head.n });
    });
    const absent = outcomes.filter((outcome) => 'absent' in outcome).map(({ work }) => work);
    if (absent.length === 0) return;
    if (!skip) return absent.forEach(({ reject }) => reject(notFound()));
    // Absent, or locked by somebody else. They wait for their lock beside the lane, which is for others meanwhile.
    for (const threadId of threadsOf(absent))
      this.occupy([threadId], () =>
        this.runTogether(
          absent.filter((work) => work.threadId === threadId),
          { skip: false },
        ),
      );
  }
}

const threadsOf = (works: readonly Work[]): string[] => [...new Set(works.map(({ threadId }) => threadId))];

function tell(outcome: Outcome<Waiting>): void {
  if ('written' in outcome) outcome.work.resolve(outcome.written);
  else if ('refused' in outcome) outcome.work.reject(outcome.refused);
}

/** Those that waited too long have not been touched, and are told so. */
function sendLateAway(works: FairQueue<Waiting>): void {
  const late = works.takeLate(({ waited }) => waited() > PATIENCE_MS);
  for (const { reject } of late) reject(threadBusy({}, { retryAfterSeconds: 1 }));
}

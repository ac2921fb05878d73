import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { Clock, stopwatch } from '../kernel/clock.ts';
import { isUuid } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Bells } from './bells.ts';
import { lockHead, saveHead, type HeadChange } from './thread-head.ts';
import { threadBusy } from './threads.problems.ts';
import type { Decision, ThreadContext, WorkKind, Written } from './work.ts';

/** Works one transaction takes at most: a bound on how long the head stays locked. */
const BATCH = 64;
/** Works that may wait for one thread, and how long in milliseconds, before they are sent away untouched. */
const WAITING = 500;
const PATIENCE_MS = 3_000;

interface Waiting {
  readonly kind: WorkKind<unknown, unknown, unknown>;
  readonly input: unknown;
  readonly apart: readonly string[];
  readonly waited: () => number;
  readonly resolve: (written: Written<unknown>) => void;
  readonly reject: (reason: unknown) => void;
}

type Outcome = { work: Waiting; written: Written<unknown> } | { work: Waiting; refused: unknown };

/**
 * The one way to change what a thread shows. One writer a thread and node: works that arrive while a transaction runs
 * share the next one, under one lock of the thread's head, so that number order is commit order is visibility order.
 *
 * A refused work writes nothing. A statement that fails rolls all back, and each work is tried alone, so that none
 * harms another. Callers are answered after the commit only, then the bell rings. Throws `thread-busy` (503, untouched)
 * for works that waited too long, `unavailable` (503) while the database is away or a commit's outcome is unknown.
 */
@Injectable()
export class ThreadWriter {
  private readonly queues = new Map<string, Waiting[]>();

  constructor(private readonly database: Database, private readonly bells: Bells, private readonly clock: Clock) {}

  submit<Input, Facts, Rows>(threadId: string, kind: WorkKind<Input, Facts, Rows>, input: Input): Promise<Written<Rows>> {
    if (!isUuid(threadId)) return Promise.reject(notFound());
    return new Promise<Written<Rows>>((resolve, reject) => {
      const queue = this.queues.get(threadId);
      if (queue && queue.length >= WAITING) return reject(threadBusy({}, { retryAfterSeconds: 1 }));
      const work = { kind, input, apart: kind.apart(input), waited: stopwatch(), resolve, reject } as unknown as Waiting;
      if (queue) queue.push(work);
      else {
        this.queues.set(threadId, [work]);
        void this.drain(threadId);
      }
    });
  }

  private async drain(threadId: string): Promise<void> {
    const queue = this.queues.get(threadId)!;
    while (queue.length > 0) {
      const batch = takeBatch(queue);
      if (batch.length > 0) await this.runTogether(threadId, batch);
    }
    this.queues.delete(threadId);
  }

  private async runTogether(threadId: string, batch: readonly Waiting[]): Promise<void> {
    try {
      await this.run(threadId, batch);
    } catch (error) {
      if (batch.length === 1 || error instanceof Problem) return batch.forEach(({ reject }) => reject(error));
      for (const work of batch) await this.run(threadId, [work]).catch(work.reject);
    }
  }

  private async run(threadId: string, batch: readonly Waiting[]): Promise<void> {
    const { outcomes, context } = await this.database.transaction((tx) => this.inOneTransaction(tx, threadId, batch))
      .catch((error: unknown) => {
        // The outcome of a commit may be unknown: the bell makes every listener ask what is true.
        this.bells.ring({ threadId, seq: -1, n: -1 });
        throw error;
      });
    for (const outcome of outcomes) {
      if ('written' in outcome) outcome.work.resolve(outcome.written);
      else outcome.work.reject(outcome.refused);
    }
    this.bells.ring({ threadId, seq: context.head.seq, n: context.head.n });
  }

  private async inOneTransaction(tx: Tx, threadId: string, batch: readonly Waiting[]): Promise<{ outcomes: Outcome[]; context: ThreadContext }> {
    const context = await lockHead(tx, threadId, this.clock.now());
    const change: HeadChange = { events: [], counts: {}, isActivity: false };
    const facts = await readAll(tx, context, batch);
    const outcomes = batch.map((work): Outcome => {
      try {
        const decision: Decision<unknown> = work.kind.decide(work.input, facts.get(work), context);
        return { work, written: { rows: decision.rows, numbers: number(context, change, decision) } };
      } catch (refused) {
        if (!(refused instanceof Problem)) throw refused;
        return { work, refused };
      }
    });
    for (const [kind, written] of byKind(outcomes)) await kind.write(tx, context, written);
    await saveHead(tx, context, change);
    return { outcomes, context };
  }
}

/** The next works that may share a transaction, in order of arrival; those that waited too long are sent away. */
function takeBatch(queue: Waiting[]): Waiting[] {
  const late = queue.filter(({ waited }) => waited() > PATIENCE_MS);
  for (const work of late) {
    queue.splice(queue.indexOf(work), 1);
    work.reject(threadBusy({}, { retryAfterSeconds: 1 }));
  }
  const named = new Set<string>();
  let taken = 0;
  while (taken < queue.length && taken < BATCH) {
    const { kind, apart } = queue[taken]!;
    if (taken > 0 && (!kind.shares || apart.some((thing) => named.has(thing)))) break;
    for (const thing of apart) named.add(thing);
    taken += 1;
    if (!kind.shares) break;
  }
  return queue.splice(0, taken);
}

async function readAll(tx: Tx, context: ThreadContext, batch: readonly Waiting[]): Promise<Map<Waiting, unknown>> {
  const facts = new Map<Waiting, unknown>();
  for (const kind of new Set(batch.map((work) => work.kind))) {
    const works = batch.filter((work) => work.kind === kind);
    const read = await kind.read(tx, context, works.map(({ input }) => input));
    works.forEach((work, i) => facts.set(work, read[i]));
  }
  return facts;
}

/** Gives a decision's events the thread's next numbers. Every event takes `n`; what readers can see takes `seq` too. */
function number(context: ThreadContext, change: HeadChange, decision: Decision<unknown>): Written<unknown>['numbers'] {
  const head = context.head as { n: number; seq: number };
  for (const [name, by] of Object.entries(decision.counts ?? {})) {
    const counts = change.counts as Record<string, number>;
    counts[name] = (counts[name] ?? 0) + by;
  }
  if (decision.isActivity) change.isActivity = true;
  return decision.events.map((event) => {
    head.n += 1;
    if (event.isPublic) head.seq += 1;
    const numbers = { n: head.n, seq: event.isPublic ? head.seq : null };
    change.events.push({ event, numbers });
    return numbers;
  });
}

function byKind(outcomes: readonly Outcome[]): Map<Waiting['kind'], Written<unknown>[]> {
  const groups = new Map<Waiting['kind'], Written<unknown>[]>();
  for (const outcome of outcomes) {
    if (!('written' in outcome) || outcome.written.numbers.length === 0) continue;
    groups.set(outcome.work.kind, [...(groups.get(outcome.work.kind) ?? []), outcome.written]);
  }
  return groups;
}

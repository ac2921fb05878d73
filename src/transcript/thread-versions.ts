import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ThreadSignals } from '../threads/thread-signals.ts';
import { LABEL, type Label } from './label.ts';

/** How long a confirmed label may be used, and how often all cached ones are confirmed, in milliseconds. */
const CONFIRMED_FOR_MS = 1_000;
const POLL_MS = 400;
/** Milliseconds after its last read until a thread is no longer polled. */
const FORGET_AFTER_MS = 60_000;

/** When the primary was asked, and how many signals had come by then. */
export interface Asked {
  readonly at: number;
  readonly doubts: number;
}

interface Known {
  label: Label | null;
  confirmedAt: number;
  wantedAt: number;
  doubts: number;
  asking: Promise<Label> | null;
}

/**
 * The labels of threads as the primary last told this node. Cached answers are sent only while their label was
 * confirmed within a second; one poll confirms all, and a signal makes the node ask at once.
 */
@Injectable()
export class ThreadVersions implements BeforeApplicationShutdown {
  private readonly known = new Map<string, Known>();
  private readonly watchers: (() => Iterable<string>)[] = [];
  private readonly listeners: ((label: Label) => void)[] = [];
  private readonly unsubscribe: () => void;

  constructor(
    private readonly database: Database,
    recurringTasks: RecurringTasks,
    threadSignals: ThreadSignals,
  ) {
    recurringTasks.add({
      name: 'transcript/confirm-numbers',
      does: 'Asks the database for the numbers of the threads that are read now.',
      everyMs: POLL_MS,
      run: () => this.confirmAll(),
    });
    this.unsubscribe = threadSignals.subscribe(({ threadId }) => this.invalidate(threadId));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.unsubscribe();
  }

  /** Also polls threads with live readers; `heard` gets the label of each at every poll. */
  alsoWatch(threads: () => Iterable<string>, heard: (label: Label) => void): void {
    this.watchers.push(threads);
    this.listeners.push(heard);
  }

  /** The label if it was confirmed within the last second; null when the primary has to be asked. */
  confirmed(threadId: string): Label | null {
    const known = this.known.get(threadId);
    if (!known) return null;
    const now = performance.now();
    known.wantedAt = now;
    return now - known.confirmedAt < CONFIRMED_FOR_MS ? known.label : null;
  }

  /** The confirmed label, read if necessary; simultaneous callers share the query. Throws `not-found`. */
  get(threadId: string): Promise<Label> {
    const confirmed = this.confirmed(threadId);
    if (confirmed) return Promise.resolve(confirmed);
    if (!isUuid(threadId)) return Promise.reject(notFound());
    const known = this.entry(threadId);
    return (known.asking ??= this.ask(threadId, known));
  }

  /** Reads the label from the primary, whatever was confirmed before. Throws `not-found`. */
  fresh(threadId: string): Promise<Label> {
    return this.ask(threadId, this.entry(threadId));
  }

  /** To be called before a query to the primary, and passed on with its answer. */
  asked(threadId: string): Asked {
    return { at: performance.now(), doubts: this.known.get(threadId)?.doubts ?? 0 };
  }

  /** Records the label of a snapshot. One that was read before the last signal confirms nothing. */
  confirm(label: Label, { at, doubts }: Asked): void {
    const known = this.entry(label.threadId);
    if (doubts === known.doubts && at > known.confirmedAt) Object.assign(known, { label, confirmedAt: at });
  }

  /** Marks a thread's label as unknown until the primary is asked again. */
  private invalidate(threadId: string): void {
    const known = this.known.get(threadId);
    if (known) Object.assign(known, { confirmedAt: Number.NEGATIVE_INFINITY, doubts: known.doubts + 1, asking: null });
  }

  private async ask(threadId: string, known: Known): Promise<Label> {
    const asked = this.asked(threadId);
    try {
      const [label] = await this.database.read<Label>(`${LABEL} where t.id = $1`, [threadId]);
      if (!label) {
        this.known.delete(threadId);
        throw notFound();
      }
      this.confirm(label, asked);
      return label;
    } finally {
      if (known.doubts === asked.doubts) known.asking = null;
    }
  }

  private entry(threadId: string): Known {
    let known = this.known.get(threadId);
    if (!known) {
      known = {
        label: null,
        confirmedAt: Number.NEGATIVE_INFINITY,
        wantedAt: performance.now(),
        doubts: 0,
        asking: null,
      };
      this.known.set(threadId, known);
    }
    return known;
  }

  private async confirmAll(): Promise<void> {
    const now = performance.now();
    for (const [id, { wantedAt, asking }] of this.known)
      if (asking === null && now - wantedAt > FORGET_AFTER_MS) this.known.delete(id);
    const ids = new Set([...this.known.keys(), ...this.watchers.flatMap((threads) => [...threads()])]);
    if (ids.size === 0) return;
    const asked = new Map([...ids].map((id) => [id, this.asked(id)]));
    for (const label of await this.database.watch<Label>(`${LABEL} where t.id = any($1)`, [[...ids]])) {
      if (this.known.has(label.threadId)) this.confirm(label, asked.get(label.threadId)!);
      for (const heard of this.listeners) heard(label);
    }
  }
}

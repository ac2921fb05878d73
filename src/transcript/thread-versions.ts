import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ThreadSignals } from '../threads/thread-signals.ts';
import { VERSION_LABEL, type VersionLabel } from './version-label.ts';

/** Longest use of a confirmed label, and the interval at which all cached ones are confirmed, in milliseconds. */
const CONFIRMED_FOR_MS = 1_000;
const POLL_MS = 400;
/** Milliseconds after its last read until a thread is no longer polled. */
const FORGET_AFTER_MS = 60_000;

/** Learns at every poll how the watched threads are. */
interface VersionListener {
  confirmed(versionLabel: VersionLabel): void;
  /** The thread is read by nobody any more. */
  gone(threadId: string): void;
}

/** The time when the primary was asked, and the number of signals until then. */
export interface ReadStart {
  readonly at: number;
  readonly invalidations: number;
}

interface KnownThreadVersion {
  versionLabel: VersionLabel | null;
  confirmedAt: number;
  wantedAt: number;
  invalidations: number;
  asking: Promise<VersionLabel> | null;
}

/**
 * The labels of threads as the primary last told this node. Cached answers are sent only while their label was
 * confirmed within a second; one poll confirms all, and a signal makes the node ask at once.
 */
@Injectable()
export class ThreadVersions implements BeforeApplicationShutdown {
  private readonly known = new Map<string, KnownThreadVersion>();
  private readonly watchers: (() => Iterable<string>)[] = [];
  private readonly listeners: VersionListener[] = [];
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

  /** Also polls threads with live readers; the listener learns of each at every poll. */
  alsoWatch(threads: () => Iterable<string>, listener: VersionListener): void {
    this.watchers.push(threads);
    this.listeners.push(listener);
  }

  /** The label if it was confirmed within the last second; null when the primary has to be asked. */
  confirmed(threadId: string): VersionLabel | null {
    const known = this.known.get(threadId);
    if (!known) return null;
    const now = performance.now();
    known.wantedAt = now;
    return now - known.confirmedAt < CONFIRMED_FOR_MS ? known.versionLabel : null;
  }

  /** The confirmed label, read if necessary; simultaneous callers share the query. Throws `not-found`. */
  get(threadId: string): Promise<VersionLabel> {
    const confirmed = this.confirmed(threadId);
    if (confirmed) return Promise.resolve(confirmed);
    if (!isUuid(threadId)) return Promise.reject(notFound());
    const known = this.entry(threadId);
    return (known.asking ??= this.ask(threadId, known));
  }

  /** Reads the label from the primary, whatever was confirmed before. Throws `not-found`. */
  fresh(threadId: string): Promise<VersionLabel> {
    return this.ask(threadId, this.entry(threadId));
  }

  /** To be called before a query to the primary, and passed on with its answer. */
  startRead(threadId: string): ReadStart {
    return { at: performance.now(), invalidations: this.known.get(threadId)?.invalidations ?? 0 };
  }

  /** Records the label of a snapshot. One that was read before the last signal confirms nothing. */
  confirm(versionLabel: VersionLabel, { at, invalidations }: ReadStart): void {
    const known = this.entry(versionLabel.threadId);
    if (invalidations === known.invalidations && at > known.confirmedAt) {
      known.versionLabel = versionLabel;
      known.confirmedAt = at;
    }
  }

  /** Marks a thread's label as unknown until the primary is asked again. */
  private invalidate(threadId: string): void {
    const known = this.known.get(threadId);
    if (known)
      Object.assign(known, {
        confirmedAt: Number.NEGATIVE_INFINITY,
        invalidations: known.invalidations + 1,
        asking: null,
      });
  }

  private async ask(threadId: string, known: KnownThreadVersion): Promise<VersionLabel> {
    const asked = this.startRead(threadId);
    try {
      const [versionLabel] = await this.database.read<VersionLabel>(
        `${VERSION_LABEL} where t.id = $1 and t.hidden_at is null`,
        [threadId],
      );
      if (!versionLabel) {
        this.known.delete(threadId);
        throw notFound();
      }
      this.confirm(versionLabel, asked);
      return versionLabel;
    } finally {
      if (known.invalidations === asked.invalidations) known.asking = null;
    }
  }

  private entry(threadId: string): KnownThreadVersion {
    let known = this.known.get(threadId);
    if (!known) {
      known = {
        versionLabel: null,
        confirmedAt: Number.NEGATIVE_INFINITY,
        wantedAt: performance.now(),
        invalidations: 0,
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
    const asked = new Map([...ids].map((id) => [id, this.startRead(id)]));
    for (const versionLabel of await this.database.watch<VersionLabel>(
      `${VERSION_LABEL} where t.id = any($1) and t.hidden_at is null`,
      [[...ids]],
    )) {
      if (this.known.has(versionLabel.threadId)) this.confirm(versionLabel, asked.get(versionLabel.threadId)!);
      asked.delete(versionLabel.threadId);
      for (const listener of this.listeners) listener.confirmed(versionLabel);
    }
    for (const id of asked.keys()) for (const listener of this.listeners) listener.gone(id);
  }
}

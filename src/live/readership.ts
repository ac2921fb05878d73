import { Injectable } from '@nestjs/common';
import { ReaderPeaks } from '../figures/reader-peaks.ts';
import { stopwatch } from '../kernel/clock.ts';
import { Messenger } from '../platform/redis/messenger.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';

interface ReaderCount {
  threadId: string;
  readers: number;
}

/** Interval at which a node repeats its counts, and the age at which those of a silent node expire, in milliseconds. */
const REPEAT_MS = 4_000;
const FORGET_MS = 10_000;

/** Counts a thread's readers on the other nodes: sockets, never identities. */
@Injectable()
export class Readership {
  private readonly elsewhere = new Map<string, Map<string, { readers: number; age: () => number }>>();
  private readonly own = new Map<string, number>();
  private changed: (threadId: string) => void = () => undefined;

  constructor(
    private readonly messenger: Messenger,
    private readonly readerPeaks: ReaderPeaks,
    recurringTasks: RecurringTasks,
  ) {
    messenger.subscribe<ReaderCount>('readers', (count, from) => this.note(count, from));
    recurringTasks.add({
      name: 'live/tell-readership',
      does: 'Tells other nodes how many readers each thread has here.',
      everyMs: REPEAT_MS,
      run: async () => {
        for (const [threadId, readers] of this.own) messenger.publish('readers', { threadId, readers });
      },
    });
  }

  onChange(changed: (threadId: string) => void): void {
    this.changed = changed;
  }

  /** Publishes this node's count when it has changed. Returns that of all nodes, and notes it for the figures. */
  total(threadId: string, here: number): number {
    if (this.own.get(threadId) !== here) this.messenger.publish('readers', { threadId, readers: here });
    if (here === 0) this.own.delete(threadId);
    else this.own.set(threadId, here);
    const others = this.elsewhere.get(threadId);
    for (const [node, { age }] of others ?? []) if (age() > FORGET_MS) others!.delete(node);
    const total = here + [...(others?.values() ?? [])].reduce((sum, { readers }) => sum + readers, 0);
    this.readerPeaks.note(threadId, total);
    return total;
  }

  private note({ threadId, readers }: ReaderCount, from: string): void {
    const nodes = this.elsewhere.get(threadId) ?? new Map<string, { readers: number; age: () => number }>();
    const before = nodes.get(from)?.readers ?? 0;
    if (readers === 0) nodes.delete(from);
    else nodes.set(from, { readers, age: stopwatch() });
    if (nodes.size === 0) this.elsewhere.delete(threadId);
    else this.elsewhere.set(threadId, nodes);
    if (before !== readers) this.changed(threadId);
  }
}

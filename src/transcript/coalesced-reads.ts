import { isSameVersion, type VersionLabel } from './version-label.ts';
import type { ThreadVersions } from './thread-versions.ts';

/** The answer of one query, with the snapshot it was read in. */
export interface VersionedValue<T> {
  readonly value: T;
  readonly versionLabel: VersionLabel;
}

/** Cached answers for later equal reads, about so many bytes; the oldest go first. */
const BYTES = 16 * 1024 * 1024;

/**
 * Shares one query among equal reads of a thread: while it runs, and afterwards as long as its snapshot's number is the
 * confirmed one. A query that began before the last signal is not shared with later reads.
 */
export class CoalescedReads<T> {
  private readonly underWay = new Map<string, Promise<VersionedValue<T>>>();
  private readonly kept = new Map<string, { brought: VersionedValue<T>; bytes: number }>();
  private bytes = 0;

  /** `weigh` returns the bytes it takes to cache an answer; null for one that is never shared later. */
  constructor(
    private readonly threadVersions: Pick<ThreadVersions, 'confirmed' | 'startRead' | 'confirm'>,
    private readonly weigh: (value: T) => number | null,
    private readonly room = BYTES,
  ) {}

  async ask(threadId: string, question: string, bring: () => Promise<VersionedValue<T>>): Promise<VersionedValue<T>> {
    const key = `${threadId} ${question}`;
    const known = this.kept.get(key)?.brought;
    const confirmed = known && this.threadVersions.confirmed(threadId);
    if (known && confirmed && isSameVersion(confirmed, known.versionLabel)) return known;
    const asked = this.threadVersions.startRead(threadId);
    const shared = `${key} ${asked.invalidations}`;
    const running = this.underWay.get(shared);
    if (running) return running;
    const asking = bring()
      .then((brought) => {
        this.threadVersions.confirm(brought.versionLabel, asked);
        this.keep(key, brought);
        return brought;
      })
      .finally(() => this.underWay.delete(shared));
    this.underWay.set(shared, asking);
    return asking;
  }

  private keep(key: string, brought: VersionedValue<T>): void {
    this.drop(key);
    const bytes = this.weigh(brought.value);
    if (bytes === null) return;
    this.kept.set(key, { brought, bytes });
    this.bytes += bytes;
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.room) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.bytes -= this.kept.get(key)?.bytes ?? 0;
    this.kept.delete(key);
  }
}

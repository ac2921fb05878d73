import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { WriteSignal } from '../platform/http/write-signal.ts';
import { ThreadSignals } from '../threads/thread-signals.ts';

/**
 * The version of a conference: `programme` changes with its settings and talks, `activity` with anything public in its
 * threads, recaps and ledger. `firstAt`: when its first talk begins; `lastAt`: when its last day ends or last talk
 * begins.
 */
export interface ConferenceVersion {
  readonly id: string;
  readonly slug: string;
  readonly programme: string;
  readonly activity: string;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

/** Longest use of a confirmed version, in milliseconds. */
const CONFIRMED_FOR_MS = 1_000;
/** Most conferences in the cache, each by its id and its slug. */
const KNOWN_AT_MOST = 1_000;

/** The writes and signals that this node knew of when it asked. */
interface SignalCounts {
  writes: number;
  threadSignals: number;
}
interface KnownConferenceVersion extends SignalCounts {
  version: ConferenceVersion;
  askedAt: number;
}

/**
 * Editions and numbers never go back and are hashed with their ids, so the exclusive or of the hashes, with their
 * count, changes whenever one of them does.
 */
const VERSION = `select c.id, c.slug, k."firstAt",
    greatest(k."lastAt", (c.ends_on + 1)::timestamp at time zone c.time_zone) "lastAt",
    concat(c.edition, '-', k.talks, '-', h.threads) programme,
    concat(
      h.heads, '-', (
        select concat(count(*), '-', bit_xor(uuid_hash_extended(r.id, r.version)))
        from recap_versions r where r.conference_id = c.id and r.is_published),
      '-', (select l.n from ledger_heads l where l.conference_id = c.id),
      '-', (select count(*) from archived_decisions a where a.conference_id = c.id)) activity
  from conferences c cross join lateral (
    select
      concat(count(*), '-', bit_xor(uuid_hash_extended(t.id, 0))) threads,
      bit_xor(uuid_hash_extended(t.id, n.seq)) heads
    from threads t join thread_heads n on n.thread_id = t.id where t.conference_id = c.id) h
  cross join lateral (
    select
      concat(count(*), '-', bit_xor(uuid_hash_extended(k.id, k.edition))) talks,
      min(k.starts_at) "firstAt", max(k.starts_at) "lastAt"
    from talks k where k.conference_id = c.id) k`;

/**
 * The latest versions of conferences that the primary told this node. One is read when it is needed, at most once a
 * second, and again after a write that was answered here.
 */
@Injectable()
export class ConferenceVersions implements BeforeApplicationShutdown {
  private readonly known = new Map<string, KnownConferenceVersion>();
  private readonly asking = new Map<string, Promise<ConferenceVersion>>();
  private readonly counts: SignalCounts = { writes: 0, threadSignals: 0 };
  private readonly unsubscribes: (() => void)[];

  constructor(
    private readonly database: Database,
    writeSignal: WriteSignal,
    threadSignals: ThreadSignals,
  ) {
    this.unsubscribes = [
      writeSignal.subscribe(() => {
        this.counts.writes += 1;
      }),
      threadSignals.subscribe(() => {
        this.counts.threadSignals += 1;
      }),
    ];
  }

  beforeApplicationShutdown(): void {
    for (const unsubscribe of this.unsubscribes) unsubscribe();
  }

  /**
   * The version if it was confirmed within the last second and since the last write, for words since the last comment.
   */
  confirmed(idOrSlug: string, { showsWords }: { showsWords: boolean }): ConferenceVersion | null {
    const known = this.known.get(idOrSlug);
    if (!known || performance.now() - known.askedAt > CONFIRMED_FOR_MS || known.writes !== this.counts.writes)
      return null;
    return showsWords && known.threadSignals !== this.counts.threadSignals ? null : known.version;
  }

  /** As `confirmed`, read from the primary if necessary; simultaneous callers share the query. Throws `not-found`. */
  get(idOrSlug: string, needs: { showsWords: boolean }): Promise<ConferenceVersion> {
    const confirmed = this.confirmed(idOrSlug, needs);
    if (confirmed) return Promise.resolve(confirmed);
    const { writes, threadSignals } = this.counts;
    const question = `${idOrSlug} ${writes} ${threadSignals}`;
    const running = this.asking.get(question);
    if (running) return running;
    const asked = this.ask(idOrSlug, { writes, threadSignals }).finally(() => this.asking.delete(question));
    this.asking.set(question, asked);
    return asked;
  }

  private async ask(idOrSlug: string, counts: SignalCounts): Promise<ConferenceVersion> {
    const askedAt = performance.now();
    const [version] = await this.database.readOften<ConferenceVersion>(
      `${VERSION} where c.${isUuid(idOrSlug) ? 'id' : 'slug'} = $1`,
      [idOrSlug],
    );
    if (!version) {
      this.known.delete(idOrSlug);
      throw notFound();
    }
    // A page asks by one name and what it shows by the other.
    for (const name of [version.id, version.slug]) this.remember(name, { ...counts, version, askedAt });
    return version;
  }

  private remember(idOrSlug: string, known: KnownConferenceVersion): void {
    const before = this.known.get(idOrSlug);
    if (before && before.askedAt > known.askedAt) return;
    this.known.delete(idOrSlug);
    this.known.set(idOrSlug, known);
    if (this.known.size > 2 * KNOWN_AT_MOST) this.known.delete(this.known.keys().next().value!);
  }
}

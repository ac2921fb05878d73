import type { ConferenceSettings } from '../programme/conference.settings.ts';
import type { Tx } from '../platform/database/database.ts';
import type { CountChange, EventNumbers, ThreadEvent } from './thread-event.ts';
import type { Thread, ThreadHead } from './thread.entity.ts';

/** The state of a thread that every write is given once the head is locked. */
export interface ThreadContext {
  readonly thread: Thread;
  readonly head: Readonly<ThreadHead>;
  readonly conference: { readonly id: string; readonly settings: ConferenceSettings; readonly timeZone: string };
  readonly now: Date;
}

/**
 * The decision of a write. Without events it is not written, takes no number and changes no counts. Nothing else
 * compares a decision with what is stored, so `decide` returns no events where nothing differs.
 */
export interface WriteDecision<Rows> {
  readonly events: readonly ThreadEvent[];
  readonly counts?: CountChange;
  /** Whether it adds a contribution, which moves the thread up in the list by activity. */
  readonly isActivity?: boolean;
  readonly rows: Rows;
}

/** A decision with numbers for its events, in the same order. */
export interface NumberedDecision<Rows> {
  readonly rows: Rows;
  readonly numbers: readonly EventNumbers[];
}

interface WriteRules<Input, Facts, Rows> {
  /** Writes with an equal key never share a transaction, because the later one must see the result of the earlier. */
  conflictKeys(input: Input): readonly string[];
  /** The account that asks, by which accounts take turns in a thread. Left out where no person asks. */
  accountOf?(input: Input): string | undefined;
  /** Pure. Throws a Problem to refuse this write alone. */
  decide(input: Input, facts: Facts, context: ThreadContext): WriteDecision<Rows>;
}

/**
 * A kind of write that runs alone in its transaction: read (after the lock, in statements of its own), decide, write.
 */
export interface ExclusiveWrite<Input, Facts, Rows> extends WriteRules<Input, Facts, Rows> {
  readonly isBatched: false;
  /** Takes the locks that go before that of a thread: those of its conference. */
  before?(tx: Tx, input: Input): Promise<void>;
  /** One entry for each input, in order. */
  read(tx: Tx, context: ThreadContext, inputs: readonly Input[]): Promise<readonly Facts[]>;
  write(tx: Tx, context: ThreadContext, written: readonly NumberedDecision<Rows>[]): Promise<void>;
}

/** An input with its thread. */
export interface BatchedInput<Input> {
  readonly input: Input;
  readonly threadId: string;
}

/**
 * A kind of frequent, small writes: many of them, of many threads, share one transaction. Each step handles all of them
 * in as many statements as one would need.
 */
export interface BatchedWrite<Input, Facts, Rows> extends WriteRules<Input, Facts, Rows> {
  readonly isBatched: true;
  /**
   * One entry for each input, in order. All statements must be sent before any is awaited: they follow the one that
   * locks the heads, so that they see what holds under the lock and cost no round trip.
   */
  read(tx: Tx, writes: readonly BatchedInput<Input>[], now: Date): Promise<readonly Facts[]>;
  /** Sends its statements without waiting for them. */
  write(tx: Tx, written: readonly (NumberedDecision<Rows> & { readonly threadId: string })[]): void;
}

export type ThreadWrite<Input, Facts, Rows> = ExclusiveWrite<Input, Facts, Rows> | BatchedWrite<Input, Facts, Rows>;

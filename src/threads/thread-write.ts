import type { ConferenceSettings } from '../programme/conference.settings.ts';
import type { Tx } from '../platform/database/database.ts';
import type { CountChange, Numbered, ThreadEvent } from './thread-event.ts';
import type { Thread, ThreadHead } from './thread.entity.ts';

/** What every work finds once the head of its thread is locked. */
export interface ThreadContext {
  readonly thread: Thread;
  readonly head: Readonly<ThreadHead>;
  readonly conference: { readonly id: string; readonly settings: ConferenceSettings; readonly timeZone: string };
  readonly now: Date;
}

/**
 * What a work decided. Without events its `write` is not called and it takes no number. Nothing else compares what it
 * decided with what is there: to write nothing where nothing differs, `decide` itself answers without events, and then
 * without `counts` and `isActivity`, which would be saved with the events of another work of the thread.
 */
export interface Decision<Rows> {
  readonly events: readonly ThreadEvent[];
  readonly counts?: CountChange;
  /** Whether somebody said something: moves the thread up in the list by activity. */
  readonly isActivity?: boolean;
  readonly rows: Rows;
}

/** A decision whose events have their numbers, in the order given. */
export interface Written<Rows> {
  readonly rows: Rows;
  readonly numbers: readonly Numbered[];
}

interface Deciding<Input, Facts, Rows> {
  /** Works that name an equal thing here never share a transaction: each must see what the other did. */
  conflictKeys(input: Input): readonly string[];
  /** The account a person asks with; accounts take turns in a thread. Left out where no person asked. */
  accountOf?(input: Input): string | undefined;
  /** Pure. Throws a Problem to refuse this work alone. */
  decide(input: Input, facts: Facts, context: ThreadContext): Decision<Rows>;
}

/**
 * A kind of write whose works run alone, one a transaction: read (after the lock, in statements of its own), decide,
 * write.
 */
export interface ExclusiveWrite<Input, Facts, Rows> extends Deciding<Input, Facts, Rows> {
  readonly isBatched: false;
  /** One entry for each input, in order. */
  read(tx: Tx, context: ThreadContext, inputs: readonly Input[]): Promise<readonly Facts[]>;
  write(tx: Tx, context: ThreadContext, written: readonly Written<Rows>[]): Promise<void>;
}

/** A work and the thread it asks for. */
export interface BatchedInput<Input> {
  readonly input: Input;
  readonly threadId: string;
}

/**
 * A kind of write that is common and small: many of its works, of many threads, share one transaction. Each step takes
 * all of them in as many statements as one would need.
 */
export interface BatchedWrite<Input, Facts, Rows> extends Deciding<Input, Facts, Rows> {
  readonly isBatched: true;
  /**
   * One entry for each work, in order. Its statements must be sent before anything is waited for: they travel behind
   * the one that locks the heads, so that they see what is true under the lock and cost no journey of their own.
   */
  read(tx: Tx, works: readonly BatchedInput<Input>[], now: Date): Promise<readonly Facts[]>;
  /** Sends its statements; need not wait for them. */
  write(tx: Tx, written: readonly (Written<Rows> & { readonly threadId: string })[]): void;
}

export type ThreadWrite<Input, Facts, Rows> = ExclusiveWrite<Input, Facts, Rows> | BatchedWrite<Input, Facts, Rows>;

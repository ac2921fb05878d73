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

/** What a work decided. No events: nothing is written and no number is taken. */
export interface Decision<Rows> {
  readonly events: readonly ThreadEvent[];
  readonly counts?: CountChange;
  /** Whether somebody said something: moves the thread up in the list by activity. */
  readonly isActivity?: boolean;
  readonly rows: Rows;
}

/** A decision whose events have their numbers, in the order given. */
export interface Written<Rows> { readonly rows: Rows; readonly numbers: readonly Numbered[] }

/**
 * A kind of write in a thread. Many works of one kind may share a transaction, so each step takes all of them:
 * read (after the lock, in statements of its own), decide (pure, one by one), write (many rows a statement).
 */
export interface WorkKind<Input, Facts, Rows> {
  /** Works of sharing kinds may run in one transaction; others run alone. */
  readonly shares: boolean;
  /** Works that name an equal thing here never share a transaction: each must see what the other did. */
  apart(input: Input): readonly string[];
  /** One entry for each input, in order. */
  read(tx: Tx, context: ThreadContext, inputs: readonly Input[]): Promise<readonly Facts[]>;
  /** Throws a Problem to refuse this work alone. */
  decide(input: Input, facts: Facts, context: ThreadContext): Decision<Rows>;
  write(tx: Tx, context: ThreadContext, written: readonly Written<Rows>[]): Promise<void>;
}

import { notFound } from '../kernel/common.problems.ts';
import type { Tx } from '../platform/database/database.ts';
import type { ThreadEventKind } from '../threads/thread-event.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';
import { lockedComments, type LockedComment } from './comments.queries.ts';
import { stateOf, type StateFacts } from './comment.policy.ts';
import { countsWhen } from './counts.ts';

export interface StateChange {
  commentId: string;
  event: ThreadEventKind;
  /** Set where the author asks. */
  accountId?: string;
  /** The new facts. Throws a Problem to refuse; null when there is nothing to change. */
  factsOf(comment: LockedComment, now: Date): StateFacts | null;
  /** The reason of a hold. */
  because?: string;
  /** Written in the same transaction: a moderator's decision. */
  also?: (tx: Tx, comment: LockedComment, isPublic: boolean) => Promise<void>;
}

interface StateRows {
  change: StateChange;
  old: LockedComment;
  facts: StateFacts;
  appears: boolean;
}

/**
 * Holds, withholds, withdraws a comment and back. One that was never public takes no public number; one that is shown
 * for the first time takes its place now, and stamps the comment it replies to.
 */
export const changeStateWrite: ExclusiveWrite<StateChange, LockedComment | null, StateRows> = {
  isBatched: false,
  conflictKeys: () => [],
  accountOf: ({ accountId }) => accountId,
  read: (tx, { thread }, changes) =>
    lockedComments(
      tx,
      thread.id,
      changes.map(({ commentId }) => commentId),
    ),

  decide(change, old, { now }) {
    if (!old) throw notFound();
    const facts = change.factsOf(old, now);
    if (!facts) return { events: [], rows: { change, old, facts: old, appears: false } };
    const becomes = stateOf(facts) === 'visible' ? ('shown' as const) : ('hidden' as const);
    const appears = old.seq === null && becomes === 'shown';
    return {
      events: [
        {
          kind: change.event,
          commentId: old.id,
          isPublic: old.seq !== null || appears,
          data: { revision: old.revision },
        },
      ],
      counts: countsWhen(old, becomes),
      isActivity: appears,
      rows: { change, old, facts, appears },
    };
  },

  async write(tx, _context, [written]) {
    const { change, old, facts, appears } = written!.rows;
    const { seq } = written!.numbers[0]!;
    await tx.query(
      `update comments
       set held_at = $2, withheld_at = $3, withdrawn_at = $4, changed_seq = coalesce($5, changed_seq),
         seq = case when $6 then $5 else seq end, held_because = coalesce($7, held_because)
       where id = $1`,
      [old.id, facts.heldAt, facts.withheldAt, facts.withdrawnAt, seq, appears, change.because ?? null],
    );
    if (appears && old.rootId !== null)
      await tx.query('update comments set reply_count = reply_count + 1, changed_seq = $2 where id = $1', [
        old.rootId,
        seq,
      ]);
    await change.also?.(tx, old, seq !== null);
  },
};

import { notFound } from '../kernel/common.problems.ts';
import type { Tx } from '../platform/database/database.ts';
import { hideThread } from '../threads/change-thread.write.ts';
import type { ThreadEventKind } from '../threads/thread-event.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';
import { raiseTalksOf } from './raise-talks.ts';
import { recapStateOf, type RecapFacts } from './recap.policy.ts';
import { lockedRecaps } from './recap.queries.ts';
import type { Recap } from './recap.entity.ts';

export interface RecapStateChange {
  recapId: string;
  event: ThreadEventKind;
  /** Set where the author asks. */
  accountId?: string;
  /** The new facts. Throws a Problem to refuse; null when there is nothing to change. */
  factsOf(recap: Recap, now: Date): RecapFacts | null;
  /** The reason of a hold. */
  because?: string;
  /** Written in the same transaction: a moderator's decision. `isPublic` says whether readers ever saw the recap. */
  also?: (tx: Tx, recap: Recap, isPublic: boolean) => Promise<void>;
}

interface RecapStateRows {
  change: RecapStateChange;
  recap: Recap;
  facts: RecapFacts;
}

/**
 * Holds, withholds, withdraws a recap and back, in the thread in which it is answered, which is hidden while the recap
 * is. One that was never public takes no public number.
 */
export const changeRecapStateWrite: ExclusiveWrite<RecapStateChange, Recap | null, RecapStateRows> = {
  isBatched: false,
  conflictKeys: () => [],
  accountOf: ({ accountId }) => accountId,
  read: async (tx, _context, changes) => {
    const recaps = await lockedRecaps(
      tx,
      changes.map(({ recapId }) => recapId),
    );
    return changes.map(({ recapId }) => recaps.find(({ id }) => id === recapId) ?? null);
  },

  decide(change, recap, { now }) {
    if (!recap) throw notFound();
    const facts = change.factsOf(recap, now);
    if (!facts) return { events: [], rows: { change, recap, facts: recap } };
    const isPublic = recap.publishedAt !== null || recapStateOf(facts) === 'published';
    return { events: [{ kind: change.event, commentId: null, isPublic }], rows: { change, recap, facts } };
  },

  async write(tx, { thread }, [written]) {
    const { change, recap, facts } = written!.rows;
    const { publishedAt, heldAt, withheldAt, withdrawnAt } = facts;
    await tx.query(
      `update recaps
       set published_at = $2, held_at = $3, withheld_at = $4, withdrawn_at = $5,
         held_because = coalesce($6, held_because)
       where id = $1`,
      [recap.id, publishedAt, heldAt, withheldAt, withdrawnAt, change.because ?? null],
    );
    // An official recap of a talk is answered in the talk's thread, which stays.
    if (thread.recapId === recap.id) await hideThread(tx, thread.id, withdrawnAt ?? withheldAt ?? heldAt);
    await raiseTalksOf(tx, recap.id);
    await change.also?.(tx, recap, recap.publishedAt !== null);
  },
};

import type { Tx } from '../platform/database/database.ts';

/** Distance by which numbers are lifted: more than a thread sees between a backup and its restoring. */
export const LIFT = 1_000_000;

/**
 * Lifts the numbers of every thread above all that readers may have seen since the backup, and the floor with them, so
 * that a client with an older number loads again. The lift is an event, so that log readers simply read on.
 */
export async function liftNumbers(tx: Tx): Promise<void> {
  await tx.query(
    `insert into thread_log (thread_id, n, seq, kind, data, at)
     select thread_id, n + $1::int, seq + $1::int, 'thread.restored', '{}', now()
     from thread_heads`,
    [LIFT],
  );
  await tx.query('update thread_heads set seq = seq + $1, n = n + $1, floor = seq + $1', [LIFT]);
}

import type { Tx } from '../platform/database/database.ts';

/** Distance by which editions are lifted: more than the changes of a programme between a backup and its restoring. */
const LIFT = 1_000_000;

/**
 * After a restore: raises all editions, so that none that a reader may hold in a validator is used again for other
 * content.
 */
export async function liftEditions(tx: Tx): Promise<void> {
  await tx.query('update conferences set edition = edition + $1', [LIFT]);
  await tx.query('update talks set edition = edition + $1', [LIFT]);
}

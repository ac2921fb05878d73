import type { Tx } from '../platform/database/database.ts';

/** More changes than a programme sees between a backup and its restoring. */
const LIFT = 1_000_000;

/** After a restore: no edition is given again that readers may hold in a validator, with other content. */
export async function liftEditions(tx: Tx): Promise<void> {
  await tx.query('update conferences set edition = edition + $1', [LIFT]);
  await tx.query('update talks set edition = edition + $1', [LIFT]);
}

import type { Queryable } from '../platform/database/database.ts';

/** Raises the edition after a change elsewhere that a conference's pages show; `null` for all conferences. */
export async function raiseEdition(tx: Queryable, conferenceId: string | null): Promise<void> {
  await tx.query('update conferences set edition = edition + 1 where $1::uuid is null or id = $1', [conferenceId]);
}

import type { Tx } from '../platform/database/database.ts';

/** After something that the pages of a conference show has changed elsewhere; `null`: of every conference. */
export async function raiseEdition(tx: Pick<Tx, 'query'>, conferenceId: string | null): Promise<void> {
  await tx.query('update conferences set edition = edition + 1 where $1::uuid is null or id = $1', [conferenceId]);
}

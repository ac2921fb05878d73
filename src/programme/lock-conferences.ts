import type { Tx } from '../platform/database/database.ts';

/**
 * Locks a conference as all writes of its programme do, so that slugs are free and recaps are counted once.
 *
 * A transaction takes the conference before any row that names it, its threads or its people, and after invitations: a
 * foreign key keeps the conference from going as soon as such a row is written, and two transactions that have both
 * written one would each wait for the other.
 */
export async function lockConference(tx: Tx, conferenceId: string): Promise<void> {
  await lockConferences(tx, [conferenceId]);
}

/** As `lockConference`, for several in one order; null among them stands for all. */
export async function lockConferences(tx: Tx, conferenceIds: readonly (string | null)[]): Promise<void> {
  if (conferenceIds.length === 0) return;
  await tx.query('select from conferences where $2 or id = any($1) order by id for no key update', [
    conferenceIds.filter((id) => id !== null),
    conferenceIds.includes(null),
  ]);
}

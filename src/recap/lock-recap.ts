import type { Tx } from '../platform/database/database.ts';
import type { RecapOwner } from './recap.queries.ts';

/**
 * Keeps an official recap to one writer until the transaction ends, before it has a row too: its versions are numbered
 * one after another.
 */
export async function lockRecap(tx: Tx, { conferenceId, threadId }: RecapOwner): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('recap ' || $1::text, 0))`, [threadId ?? conferenceId]);
}

/** Locks the conference as all writes of its programme do, so that slugs are free and recaps are counted once. */
export async function lockConference(tx: Tx, conferenceId: string): Promise<void> {
  await tx.query('select from conferences where id = $1 for no key update', [conferenceId]);
}

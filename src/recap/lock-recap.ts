import type { Tx } from '../platform/database/database.ts';
import type { RecapOwner } from './recap.queries.ts';

/**
 * Keeps an official recap to one writer until the transaction ends, before it has a row too: its versions are numbered
 * one after another.
 */
export async function lockRecap(tx: Tx, { conferenceId, threadId }: RecapOwner): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('recap ' || $1::text, 0))`, [threadId ?? conferenceId]);
}

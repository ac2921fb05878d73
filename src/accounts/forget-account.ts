import type { Tx } from '../platform/database/database.ts';

/** From now on nobody speaks with its faces, and no face of it has a name. */
export async function silenceAccount(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.query(`update personas set withdrawn_at = coalesce(withdrawn_at, $2), name = '', tagline = '' where account_id = $1`, [accountId, now]);
}

/** How many rows of a table went. */
export type Gone = Record<string, number>;

/** The account, its address, its faces, rights and sanctions: gone. What it said has been parted from it before. */
export async function forgetAccount(tx: Tx, accountId: string): Promise<Gone> {
  await tx.query('delete from persona_changes where persona_id in (select id from personas where account_id = $1)', [accountId]);
  const gone: Gone = {};
  for (const table of ['personas', 'grants', 'standings', 'account_notices']) gone[table] = (await tx.query(`delete from ${table} where account_id = $1 returning 1`, [accountId])).length;
  gone['accounts'] = (await tx.query('delete from accounts where id = $1 returning 1', [accountId])).length;
  return gone;
}

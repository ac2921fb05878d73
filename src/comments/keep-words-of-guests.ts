import type { Tx } from '../platform/database/database.ts';

/**
 * Keeps what guests said and voted when their accounts are deleted: each vote under a random number of its own, each
 * comment under its persona. Nothing public changes, hence no number; an anonymous question leads to no persona any
 * more.
 */
export async function keepWordsOfGuests(tx: Tx, accountIds: readonly string[]): Promise<void> {
  await tx.query('update votes set account_id = gen_random_uuid() where account_id = any($1)', [accountIds]);
  const anonymous = await tx.query<{ id: string }>(
    `update comments m
     set persona_id = null
     from personas p
     where p.id = m.persona_id and m.is_anonymous and p.account_id = any($1)
     returning m.id`,
    [accountIds],
  );
  await tx.query('delete from posting_keys where comment_id = any($1)', [anonymous.map(({ id }) => id)]);
}

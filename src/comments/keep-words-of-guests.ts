import type { Tx } from '../platform/database/database.ts';

/**
 * Keeps what guests said and voted when their accounts are deleted: the votes in a thread under one random number, so
 * that merged questions count them once, each comment under its persona. Nothing public changes, hence no number; an
 * anonymous question leads to no persona any more.
 */
export async function keepWordsOfGuests(tx: Tx, accountIds: readonly string[]): Promise<void> {
  await tx.query(
    `with numbers as materialized (
       select account_id, thread_id, gen_random_uuid() id
       from (select distinct account_id, thread_id from votes where account_id = any($1)) d
     )
     update votes v
     set account_id = n.id
     from numbers n
     where v.account_id = n.account_id and v.thread_id = n.thread_id`,
    [accountIds],
  );
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

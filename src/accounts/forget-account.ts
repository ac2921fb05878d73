import type { Tx } from '../platform/database/database.ts';

/** How many rows of a table went. */
export type Gone = Record<string, number>;

/**
 * Parts an account from its personas: from now on it speaks with none, and nothing says that they were one person's.
 * Each keeps its name until its own departure, because two names that vanish together would tell. Answers their ids.
 */
export async function partFromPersonas(tx: Tx, accountId: string): Promise<string[]> {
  await tx.query('delete from persona_changes where persona_id in (select id from personas where account_id = $1)', [
    accountId,
  ]);
  const personas = await tx.query<{ id: string }>(
    'update personas set account_id = null where account_id = $1 returning id',
    [accountId],
  );
  return personas.map(({ id }) => id);
}

/** The account, its address, rights and sanctions: gone. It has been parted from its personas before. */
export async function forgetAccount(tx: Tx, accountId: string): Promise<Gone> {
  const gone: Gone = {};
  for (const table of ['grants', 'standings', 'account_notices'])
    gone[table] = (await tx.query(`delete from ${table} where account_id = $1 returning 1`, [accountId])).length;
  gone['accounts'] = (await tx.query('delete from accounts where id = $1 returning 1', [accountId])).length;
  return gone;
}

/** A persona without an account, once nothing is said with it any more. */
export async function forgetPersona(tx: Tx, personaId: string): Promise<void> {
  await tx.query('delete from persona_changes where persona_id = $1', [personaId]);
  await tx.query('delete from personas where id = $1 and account_id is null', [personaId]);
}

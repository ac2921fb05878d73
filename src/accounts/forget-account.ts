import type { Tx } from '../platform/database/database.ts';
import type { Grant } from './account.entity.ts';
import { noteTeamChange } from './team.queries.ts';

/** The number of deleted rows by table. */
export type DeletedRows = Record<string, number>;

/**
 * Detaches an account from its personas, so that nothing says that they were one person's. Each keeps its name until
 * its own departure, because two names that vanish together would tell. Returns their ids.
 */
export async function partFromPersonas(tx: Tx, accountId: string): Promise<string[]> {
  const personas = await tx.query<{ id: string }>(
    'update personas set account_id = null where account_id = $1 returning id',
    [accountId],
  );
  const ids = personas.map(({ id }) => id);
  // After the personas, as when one is renamed.
  await tx.query('delete from persona_changes where persona_id = any($1)', [ids]);
  return ids;
}

/** Deletes an account with its address, rights and sanctions. Call `partFromPersonas` before. */
export async function forgetAccount(tx: Tx, accountId: string): Promise<DeletedRows> {
  const gone: DeletedRows = {};
  const rights = await tx.query<Pick<Grant, 'role' | 'conferenceId' | 'talkId'>>(
    'delete from grants where account_id = $1 returning role, conference_id "conferenceId", talk_id "talkId"',
    [accountId],
  );
  gone['grants'] = rights.length;
  // Conferences in one order, because two people of one team may leave at once.
  for (const right of rights.toSorted(byConference)) await noteTeamChange(tx, right);
  for (const table of ['api_tokens', 'standings', 'account_notices', 'email_returns'])
    gone[table] = (await tx.query(`delete from ${table} where account_id = $1 returning 1`, [accountId])).length;
  gone['accounts'] = (await tx.query('delete from accounts where id = $1 returning 1', [accountId])).length;
  return gone;
}

const byConference = (a: Pick<Grant, 'conferenceId'>, b: Pick<Grant, 'conferenceId'>): number =>
  (a.conferenceId ?? '').localeCompare(b.conferenceId ?? '');

/** Deletes those of these personas under which nothing was said. They have no account any more. */
export async function forgetUnusedPersonas(tx: Tx, personaIds: readonly string[]): Promise<void> {
  await tx.query(
    `delete from personas p
     where p.id = any($1) and p.account_id is null and not exists (select from comments m where m.persona_id = p.id)`,
    [personaIds],
  );
}

/** Deletes a persona without an account, once none of its words is left. */
export async function forgetPersona(tx: Tx, personaId: string): Promise<void> {
  await tx.query('delete from persona_changes where persona_id = $1', [personaId]);
  await tx.query('delete from personas where id = $1 and account_id is null', [personaId]);
}

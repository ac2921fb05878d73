import type { Tx } from '../platform/database/database.ts';
import { rightsOf } from './badge.policy.ts';
import { placeBadges } from './badges.ts';
import type { GrantsQueries } from './grants.queries.ts';

/** Fixes the badges that a persona shows as the only one, before there is a second and before it is withdrawn. */
export async function keepBadges(
  tx: Tx,
  grantsQueries: GrantsQueries,
  { accountId, conferenceId }: { accountId: string; conferenceId: string },
): Promise<void> {
  const only = await tx.query<{ id: string }>(
    'select id from personas where account_id = $1 and conference_id = $2 and withdrawn_at is null limit 2',
    [accountId, conferenceId],
  );
  if (only.length !== 1) return;
  const rights = rightsOf(await grantsQueries.heldIn(accountId, conferenceId, tx));
  await placeBadges(tx, { accountId, conferenceId, rights, personaId: only[0]!.id, whereNone: true });
}

import type { Queryable } from '../platform/database/database.ts';
import { raiseBesideEdition } from '../programme/raise-edition.ts';

/**
 * Makes the cached pages of the talks old that a recap speaks of, in any version: they show its title and its author.
 * Called in each transaction that changes what readers see of the recap.
 */
export async function raiseTalksOf(tx: Queryable, recapId: string): Promise<void> {
  const rows = await tx.query<{ talkId: string }>(
    'select distinct unnest(v.talk_ids) "talkId" from recap_versions v where v.recap_id = $1',
    [recapId],
  );
  await raiseBesideEdition(
    tx,
    rows.map(({ talkId }) => talkId),
  );
}

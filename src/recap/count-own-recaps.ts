import type { PostsFate } from '../comments/departure.entity.ts';
import type { Tx } from '../platform/database/database.ts';

/** Numbers of an account's recaps that stay without it, and that go, drafts too. */
export interface OwnRecapCounts {
  readonly kept: number;
  readonly removed: number;
}

/** Counts the recaps of an account that leaves, for the report to it. What was withdrawn, or never public, goes. */
export async function countOwnRecaps(tx: Tx, accountId: string, posts: PostsFate): Promise<OwnRecapCounts> {
  const [own] = await tx.query<OwnRecapCounts>(
    `select count(*) filter (where stays)::int kept, count(*) filter (where not stays)::int removed
     from (
       select r.published_at is not null and r.withdrawn_at is null and $2 = 'keep' stays
       from recaps r
       join personas p on p.id = r.persona_id
       where p.account_id = $1
     ) own`,
    [accountId, posts],
  );
  return own!;
}

import type { Tx } from '../platform/database/database.ts';
import type { Recap } from './recap.entity.ts';
import type { RecapVersion } from './recap-version.entity.ts';
import { RECAP_COLUMNS, VERSION_COLUMNS } from './recap.queries.ts';

/** A recap that no other transaction changes meanwhile, with its newest version. */
export interface LockedRecap {
  readonly recap: Recap;
  readonly newest: RecapVersion;
}

/** Null without such a recap. */
export async function lockedRecap(tx: Tx, recapId: string): Promise<LockedRecap | null> {
  const [recap] = await tx.query<Recap>(`select ${RECAP_COLUMNS} from recaps r where r.id = $1 for no key update`, [
    recapId,
  ]);
  if (!recap) return null;
  const [newest] = await tx.query<RecapVersion>(
    `select ${VERSION_COLUMNS} from recap_versions v where v.recap_id = $1 order by v.version desc limit 1`,
    [recapId],
  );
  return { recap, newest: newest! };
}

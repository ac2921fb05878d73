import { VISIBLE } from '../comments/comment.view.ts';
import { invalidRequest } from '../kernel/common.problems.ts';
import type { Queryable } from '../platform/database/database.ts';

/** The place that a recap may quote from, and its quotations so far, hidden since or not. */
export interface QuotationPlace {
  conferenceId: string;
  /** Only comments of this thread; null for the whole conference. */
  threadId: string | null;
  recapId: string | null;
  /** Official recaps may also quote what was public and is hidden now; its place is shown without words. */
  isOfficial: boolean;
}

/**
 * Refuses quotations of what not everybody can read. One that was quoted before stays, so that a comment that is hidden
 * later never blocks the text around it. Throws `invalid-request`.
 */
export async function demandQuotable(
  tx: Queryable,
  { conferenceId, threadId, recapId, isOfficial }: QuotationPlace,
  items: readonly string[],
): Promise<void> {
  if (items.length === 0) return;
  const known = await tx.query<{ id: string }>(
    `select m.id from comments m
     join threads t on t.id = m.thread_id
     where m.id = any($1)
       and t.conference_id = $2
       and ($3::uuid is null or t.id = $3)
       and (
         (m.seq is not null and $5)
         or (${VISIBLE} and t.hidden_at is null)
         or exists (select from recap_versions v where v.recap_id = $4 and v.items @> array[m.id])
       )`,
    [items, conferenceId, threadId, recapId, isOfficial],
  );
  const ids = new Set(known.map(({ id }) => id));
  const strays = items.flatMap((id, i) =>
    ids.has(id) ? [] : [{ pointer: `#/items/${i}`, detail: 'Choose a comment that everybody here can see.' }],
  );
  if (strays.length > 0) throw invalidRequest(strays);
}

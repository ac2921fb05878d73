import { timedId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { lockConference } from '../programme/lock-conferences.ts';
import { lockRecap } from './lock-recap.ts';
import type { RecapOwner } from './recap.queries.ts';

/** The row of a recap as an archive has it; those of earlier versions name no id. */
interface RecapToRestore {
  publishedAt: string;
  id?: string | undefined;
}

/**
 * The official recap of a thread or conference that comes from an archive, made where there is none, and locked: one
 * that is saved at the same time waits and gets the next number.
 */
export async function officialRecapOfArchive(
  tx: Tx,
  of: RecapOwner,
  { publishedAt, id: archivedId }: RecapToRestore,
): Promise<string> {
  await lockConference(tx, of.conferenceId);
  await lockRecap(tx, of);
  const [found] = await tx.query<{ id: string }>(
    `select id from recaps where is_official and conference_id = $1 and about_thread_id is not distinct from $2::uuid`,
    [of.conferenceId, of.threadId],
  );
  if (found) return found.id;
  const id = archivedId ?? timedId(new Date(publishedAt));
  await tx.query(
    `insert into recaps (id, conference_id, about_thread_id, slug, is_official, created_at, published_at)
     select $1, c.id, $3,
       case when exists (select from recaps r where r.conference_id = c.id and r.slug = coalesce(t.slug, c.slug))
         then $1::uuid::text
         else coalesce(t.slug, c.slug)
       end,
       true, $4, $4
     from conferences c
     left join threads t on t.id = $3
     where c.id = $2`,
    [id, of.conferenceId, of.threadId, publishedAt],
  );
  return id;
}

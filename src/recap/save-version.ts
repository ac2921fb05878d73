import { timedId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Recap } from './recap.entity.ts';
import type { RecapVersion } from './recap-version.entity.ts';

/** The next version of a recap. A title of null stands for that of its talk or conference. */
export type NewVersion = Pick<RecapVersion, 'title' | 'markdown' | 'items' | 'talkIds' | 'isPublished'>;

/** Saves a recap's next version. The caller holds the recap's lock, so that numbers follow one another. */
export async function saveVersion(
  tx: Tx,
  { id, conferenceId, aboutThreadId }: Pick<Recap, 'id' | 'conferenceId' | 'aboutThreadId'>,
  { title, markdown, items, talkIds, isPublished }: NewVersion,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into recap_versions (
       id, recap_id, conference_id, thread_id, version, title, markdown, items, talk_ids, is_published, saved_at
     )
     select $1, $2, $3, $4, coalesce(max(version), 0) + 1, $5, $6, $7::uuid[], $8::uuid[], $9, $10
     from recap_versions
     where recap_id = $2`,
    [timedId(now), id, conferenceId, aboutThreadId, title, markdown, items, talkIds, isPublished, now],
  );
}

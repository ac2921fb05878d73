import { timedId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { officialRecapOfArchive } from '../recap/official-recap-of-archive.ts';
import { maskedRecap } from '../recap/recap-text.ts';
import type { RecapData } from './archive-recap.requests.ts';
import { archiveRefused } from './exports.problems.ts';
import { refuseForeignIds } from './refuse-foreign-ids.ts';

/** A recap that has a row of its own in the archive, because its discussion names it. */
type OwnRecapData = RecapData & Required<Pick<RecapData, 'id' | 'slug'>>;

const isOwn = (recap: RecapData): recap is OwnRecapData =>
  recap.id !== undefined && recap.slug !== undefined && recap.threadId === null;

/**
 * Writes the recaps that have a discussion of their own, before their threads; texts follow last. Throws
 * `archive-refused` for ids and authors of another conference, and for two recaps with one id or address.
 */
export async function writeOwnRecaps(tx: Tx, conferenceId: string, recaps: readonly RecapData[]): Promise<void> {
  const own = recaps.filter(isOwn);
  const ids = own.map(({ id }) => id);
  await refuseForeignIds(tx, conferenceId, { recaps: recaps.flatMap(({ id }) => id ?? []) });
  const rows = own.map(({ id, slug, author, isOfficial = true, savedAt, publishedAt = savedAt }) => ({
    id,
    slug,
    persona_id: author?.id ?? null,
    author_name: author?.name ?? null,
    author_roles: author?.roles ?? [],
    is_official: isOfficial,
    published_at: publishedAt,
  }));
  await tx.query(
    `insert into recaps (
       id, conference_id, slug, persona_id, author_name, author_roles, is_official, created_at, published_at
     )
     select id, $1, slug, persona_id, author_name, author_roles, is_official, published_at, published_at
     from jsonb_to_recordset($2::jsonb) as r(
       id uuid, slug text, persona_id uuid, author_name text, author_roles text[], is_official boolean,
       published_at timestamptz
     )
     on conflict do nothing`,
    [conferenceId, JSON.stringify(rows)],
  );
  const known = await tx.query('select from recaps where id = any($1) and conference_id = $2', [ids, conferenceId]);
  if (known.length < ids.length)
    throw archiveRefused({ fault: 'data/recaps.json has two recaps with the same id or address.' });
  const strangers = await tx.query('select from personas where id = any($1) and conference_id <> $2 limit 1', [
    own.flatMap(({ author }) => author?.id ?? []),
    conferenceId,
  ]);
  if (strangers.length > 0)
    throw archiveRefused({ fault: 'data/recaps.json gives words to somebody of another conference here.' });
}

/** Writes the text of a recap, and connects one of its own with the thread in which it is answered. */
export async function writeRecapText(tx: Tx, conferenceId: string, recap: RecapData, now: Date): Promise<void> {
  const recapId = isOwn(recap)
    ? recap.id
    : await officialRecapOfArchive(
        tx,
        { conferenceId, threadId: recap.threadId },
        { id: recap.id, publishedAt: recap.publishedAt ?? recap.savedAt },
      );
  await tx.query(
    `insert into recap_versions (
       id, conference_id, thread_id, version, title, markdown, items, talk_ids, is_published, saved_at, recap_id
     )
     select $1, $2, $3, $4, $5, $6, $7, array(select k.id from talks k where k.id = any($8) and k.conference_id = $2),
       true, $9, $10
     on conflict do nothing`,
    [
      timedId(now),
      conferenceId,
      recap.threadId,
      recap.version,
      recap.title ?? null,
      maskedRecap(recap.markdown, recap.items.length),
      recap.items,
      recap.talkIds ?? [],
      recap.savedAt,
      recapId,
    ],
  );
  await tx.query(
    `update recaps r
     set discussion_id = t.id
     from threads t
     where r.id = $1 and r.discussion_id is null and t.recap_id = r.id and t.conference_id = $2`,
    [recapId, conferenceId],
  );
}

import type { Queryable } from '../platform/database/database.ts';

/** Raises the edition after a change elsewhere that a conference's pages show; `null` for all conferences. */
export async function raiseEdition(tx: Queryable, conferenceId: string | null): Promise<void> {
  await tx.query('update conferences set edition = edition + 1 where $1::uuid is null or id = $1', [conferenceId]);
}

/**
 * Raises what the pages of talks show beside them: recaps, and what follows in the room. The edition stays, because
 * neither the talk nor what organizers edit is another.
 */
export async function raiseBesideEdition(tx: Queryable, talkIds: readonly string[]): Promise<void> {
  if (talkIds.length === 0) return;
  await tx.query(
    `update talks
     set recap_edition = recap_edition + 1
     where id in (select id from talks where id = any($1) order by id for no key update)`,
    [talkIds],
  );
}

/**
 * Raises, after talks were written, those whose pages may say that one of them follows; `before` are those of which
 * that was so before.
 */
export async function raiseTalksBefore(
  tx: Queryable,
  talkIds: readonly string[],
  before: readonly string[] = [],
): Promise<void> {
  await raiseBesideEdition(tx, [...new Set([...before, ...(await talksBefore(tx, talkIds))])]);
}

/** The other talks whose pages may say that one of these follows: those before them in a room, within a day. */
export async function talksBefore(tx: Queryable, talkIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct b.talk_id id
     from talk_slots l
     join talks t on t.id = l.talk_id
     join talk_slots b
       on b.room = l.room and b.starts_at < l.starts_at and b.starts_at > l.starts_at - interval '1 day'
     join talks o on o.id = b.talk_id and o.conference_id = t.conference_id
     where l.talk_id = any($1) and l.room <> '' and not b.talk_id = any($1)`,
    [talkIds],
  );
  return rows.map(({ id }) => id);
}

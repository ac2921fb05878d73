import type { Queryable } from '../platform/database/database.ts';

/** Raises the edition after a change elsewhere that a conference's pages show; `null` for all conferences. */
export async function raiseEdition(tx: Queryable, conferenceId: string | null): Promise<void> {
  await tx.query(
    `update conferences
     set edition = edition + 1
     where id in (select id from conferences where $1::uuid is null or id = $1 order by id for no key update)`,
    [conferenceId],
  );
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

/**
 * The other talks whose pages may say that one of these follows: those before them in a room, within a day. The others
 * come first, because an import writes all talks of a room at once, and each pair of them would be looked at.
 */
export async function talksBefore(tx: Queryable, talkIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `with written as materialized (
       select distinct t.conference_id, l.room, l.starts_at
       from talk_slots l
       join talks t on t.id = l.talk_id
       where l.talk_id = any($1) and l.room <> ''
     ),
     others as materialized (
       select o.id, o.conference_id
       from talks o
       where o.conference_id in (select conference_id from written) and o.id <> all($1)
     )
     select distinct o.id
     from others o
     join talk_slots b on b.talk_id = o.id
     where exists (
       select from written w
       where w.conference_id = o.conference_id
         and w.room = b.room
         and w.starts_at > b.starts_at
         and w.starts_at < b.starts_at + interval '1 day'
     )`,
    [talkIds],
  );
  return rows.map(({ id }) => id);
}

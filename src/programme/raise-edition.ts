import type { Queryable } from '../platform/database/database.ts';

/** Raises the edition after a change elsewhere that a conference's pages show; `null` for all conferences. */
export async function raiseEdition(tx: Queryable, conferenceId: string | null): Promise<void> {
  await tx.query('update conferences set edition = edition + 1 where $1::uuid is null or id = $1', [conferenceId]);
}

/**
 * Raises what the pages of talks show of recaps. The edition stays, because neither the talk nor what organizers edit
 * is another.
 */
export async function raiseRecapEdition(tx: Queryable, talkIds: readonly string[]): Promise<void> {
  if (talkIds.length === 0) return;
  await tx.query(
    `update talks
     set recap_edition = recap_edition + 1
     where id in (select id from talks where id = any($1) order by id for no key update)`,
    [talkIds],
  );
}

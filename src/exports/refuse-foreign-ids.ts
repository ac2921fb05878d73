import type { Tx } from '../platform/database/database.ts';
import { archiveRefused } from './exports.problems.ts';

type IdsByTable = Partial<Record<'talks' | 'speakers' | 'threads' | 'recaps', string[]>>;

/**
 * Refuses an archive whose ids another conference has, because ids are kept and rows would be written into that one.
 * Throws `archive-refused`.
 */
export async function refuseForeignIds(tx: Tx, conferenceId: string, ids: IdsByTable): Promise<void> {
  for (const [table, own] of Object.entries(ids)) {
    const foreign = await tx.query<{ id: string }>(
      `select id from ${table} where id = any($2) and conference_id <> $1 limit 1`,
      [conferenceId, own],
    );
    if (foreign[0])
      throw archiveRefused({
        fault:
          `data/${table === 'speakers' ? 'talks' : table}.json has the id ${foreign[0].id}, which belongs to ` +
          'another conference here.',
      });
  }
}

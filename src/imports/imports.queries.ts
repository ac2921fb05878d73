import { Injectable } from '@nestjs/common';
import { knownName } from '../accounts/known-name.ts';
import { Database } from '../platform/database/database.ts';
import type { ImportCounts } from './import-report.ts';
import { IMPORTS_KEPT } from './record-import.ts';

/** An import that changed the programme. */
export interface ImportView extends ImportCounts {
  /** The id by which it is undone. */
  id: string;
  /** Time when it was done. */
  at: string;
  /** The name of the organizer in the conference; null for the operator's command, and without a profile. */
  by: string | null;
  /** Null when the file came without a name. */
  fileName: string | null;
  /** Null while it counts. */
  undoneAt: string | null;
}

/** Reads the last imports of conferences. */
@Injectable()
export class ImportsQueries {
  constructor(private readonly database: Database) {}

  /** The last ten, newest first. */
  async list(conferenceId: string): Promise<ImportView[]> {
    const rows = await this.database.ask<Omit<ImportView, 'at' | 'undoneAt'> & { at: Date; undoneAt: Date | null }>(
      `select i.id, i.at, ${knownName('i.account_id', '$1')} "by", nullif(i.file_name, '') "fileName", i.added,
         i.changed, i.moved, i.cancelled, i.unchanged, i.undone_at "undoneAt"
       from imports i
       where i.conference_id = $1
       order by i.at desc, i.id desc limit ${IMPORTS_KEPT}`,
      [conferenceId],
    );
    return rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      undoneAt: row.undoneAt?.toISOString() ?? null,
    }));
  }
}

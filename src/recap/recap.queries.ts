import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import type { RecapVersion } from './recap-version.entity.ts';

/** The thread a recap belongs to, or the conference without one. */
export interface RecapOwner {
  conferenceId: string;
  threadId: string | null;
}

const COLUMNS = `id, conference_id "conferenceId", thread_id "threadId", version, markdown, items,
    is_published "isPublished", saved_at "savedAt"`;
const WHOSE = 'conference_id = $1 and thread_id is not distinct from $2::uuid';

@Injectable()
export class RecapQueries {
  constructor(private readonly database: Database) {}

  /** The newest, the newest published, or the one of that number. */
  async find(
    { conferenceId, threadId }: RecapOwner,
    which: 'newest' | 'published' | number,
  ): Promise<RecapVersion | null> {
    const [row] = await this.database.ask<RecapVersion>(
      `select ${COLUMNS} from recap_versions
       where ${WHOSE}
         and ($3::int is null or version = $3)
         and (is_published or not $4)
       order by version desc limit 1`,
      [conferenceId, threadId, typeof which === 'number' ? which : null, which === 'published'],
    );
    return row ?? null;
  }

  list({ conferenceId, threadId }: RecapOwner): Promise<Pick<RecapVersion, 'version' | 'isPublished' | 'savedAt'>[]> {
    return this.database.ask(
      `select version, is_published "isPublished", saved_at "savedAt"
       from recap_versions
       where ${WHOSE}
       order by version desc limit 100`,
      [conferenceId, threadId],
    );
  }

  /** The threads of a conference with a published recap, null for the conference's own. */
  async published(conferenceId: string): Promise<(string | null)[]> {
    const rows = await this.database.read<{ threadId: string | null; isEmpty: boolean }>(
      `select distinct on (thread_id) thread_id "threadId", markdown = '' and items = '{}' "isEmpty"
       from recap_versions
       where conference_id = $1 and is_published
       order by thread_id, version desc`,
      [conferenceId],
    );
    return rows.filter(({ isEmpty }) => !isEmpty).map(({ threadId }) => threadId);
  }
}

/** Whether a recap was taken back by publishing an empty one. */
export const isTakenBack = ({ markdown, items, isPublished }: RecapVersion): boolean =>
  isPublished && markdown === '' && items.length === 0;

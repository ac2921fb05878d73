import { Injectable } from '@nestjs/common';
import { isUuid } from '../kernel/ids.ts';
import { Database, type Queryable, type Tx } from '../platform/database/database.ts';
import type { RecapVersion } from './recap-version.entity.ts';
import type { Recap } from './recap.entity.ts';

/** The thread an official recap is about, or its conference without one. */
export interface RecapOwner {
  conferenceId: string;
  threadId: string | null;
}

/** The condition on recaps `r` that all readers see. */
export const PUBLIC_RECAP =
  'r.published_at is not null and r.held_at is null and r.withheld_at is null and r.withdrawn_at is null';

export const RECAP_COLUMNS = `r.id, r.conference_id "conferenceId", r.about_thread_id "aboutThreadId",
    r.discussion_id "discussionId", r.persona_id "personaId", r.author_name "authorName",
    r.author_roles "authorRoles", r.slug, r.is_official "isOfficial", r.created_at "createdAt",
    r.published_at "publishedAt", r.held_at "heldAt", r.held_because "heldBecause", r.withheld_at "withheldAt",
    r.withdrawn_at "withdrawnAt"`;

export const VERSION_COLUMNS = `v.id, v.recap_id "recapId", v.conference_id "conferenceId", v.thread_id "threadId",
    v.version, v.title, v.markdown, v.items, v.talk_ids "talkIds", v.is_published "isPublished", v.saved_at "savedAt"`;

/** The newest published version of a recap `r`. */
const NEWEST_PUBLISHED = `select v.* from recap_versions v
    where v.recap_id = r.id and v.is_published
    order by v.version desc limit 1`;

const PUBLISHED_MS = '(extract(epoch from r.published_at) * 1000)::bigint';

/** Recaps by id, locked until the transaction ends. */
export const lockedRecaps = (tx: Tx, ids: readonly string[]): Promise<Recap[]> =>
  tx.query<Recap>(`select ${RECAP_COLUMNS} from recaps r where r.id = any($1) order by r.id for no key update`, [ids]);

/** A recap beside one of its versions. */
export type RecapInVersion = Recap & { text: RecapVersion };

/** The part of a list: official ones first, then the newest; the place is (official, milliseconds, id). */
export interface RecapListing {
  conferenceId: string;
  limit: number;
  after: readonly [number, number, string] | null;
  /** Only those of this persona. */
  personaId?: string | undefined;
  /** Only those that speak of this talk. */
  talkId?: string | undefined;
}

/** Reads recaps and their versions. */
@Injectable()
export class RecapQueries {
  constructor(private readonly database: Database) {}

  async byId(id: string, tx: Queryable = this.primary): Promise<Recap | null> {
    return isUuid(id) ? this.one('r.id = $1', [id], tx) : null;
  }

  async bySlug(conferenceId: string, slug: string): Promise<Recap | null> {
    return this.one('r.conference_id = $1 and r.slug = $2', [conferenceId, slug], this.primary);
  }

  async official({ conferenceId, threadId }: RecapOwner, tx: Queryable = this.primary): Promise<Recap | null> {
    return this.one(
      'r.is_official and r.conference_id = $1 and r.about_thread_id is not distinct from $2::uuid',
      [conferenceId, threadId],
      tx,
    );
  }

  /** The recap that is answered in a thread. */
  async ofDiscussion(threadId: string): Promise<Recap | null> {
    return this.one('r.discussion_id = $1', [threadId], this.primary);
  }

  /** The newest version, the newest published one, or the one of that number. */
  async version(
    recapId: string,
    which: 'newest' | 'published' | number,
    tx: Queryable = this.primary,
  ): Promise<RecapVersion | null> {
    const [row] = await tx.query<RecapVersion>(
      `select ${VERSION_COLUMNS} from recap_versions v
       where v.recap_id = $1
         and ($2::int is null or v.version = $2)
         and (v.is_published or not $3)
       order by v.version desc limit 1`,
      [recapId, typeof which === 'number' ? which : null, which === 'published'],
    );
    return row ?? null;
  }

  /** The newest 100 versions, the newest first. */
  listVersions(recapId: string): Promise<Pick<RecapVersion, 'version' | 'isPublished' | 'savedAt'>[]> {
    return this.database.ask(
      `select version, is_published "isPublished", saved_at "savedAt"
       from recap_versions
       where recap_id = $1
       order by version desc limit 100`,
      [recapId],
    );
  }

  /** The threads of a conference with a public official recap, null for the conference's own. */
  async published(conferenceId: string): Promise<(string | null)[]> {
    const rows = await this.database.read<{ threadId: string | null }>(
      `select r.about_thread_id "threadId" from recaps r
       where r.conference_id = $1 and r.is_official and ${PUBLIC_RECAP}`,
      [conferenceId],
    );
    return rows.map(({ threadId }) => threadId);
  }

  /** Public recaps in their newest published version. */
  async listPublic(listing: RecapListing): Promise<(RecapInVersion & { place: [number, number, string] })[]> {
    const { conferenceId, limit, after, personaId = null, talkId = null } = listing;
    const rows = await this.database.read<Recap & { text: RecapVersion & { savedAt: string | Date } }>(
      `select ${RECAP_COLUMNS}, (select to_jsonb(w) from (select ${VERSION_COLUMNS}) w) text
       from recaps r
       cross join lateral (${NEWEST_PUBLISHED}) v
       where r.conference_id = $1
         and ${PUBLIC_RECAP}
         and ($2::uuid is null or r.persona_id = $2)
         and ($3::uuid is null or v.talk_ids @> array[$3::uuid])
         and (
           $4::int is null
           or (r.is_official::int, ${PUBLISHED_MS}, r.id) < ($4, $5::bigint, $6::uuid)
         )
       order by r.is_official desc, ${PUBLISHED_MS} desc, r.id desc
       limit $7`,
      [conferenceId, personaId, talkId, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
    );
    return rows.map((row) => ({
      ...row,
      text: { ...row.text, savedAt: new Date(row.text.savedAt) },
      place: [Number(row.isOfficial), row.publishedAt!.getTime(), row.id],
    }));
  }

  /** Counts the public recaps that speak of each talk of a conference; talks without one are left out. */
  async countsOfTalks(conferenceId: string): Promise<Map<string, number>> {
    const rows = await this.database.read<{ talkId: string; recaps: number }>(
      `select u.talk_id "talkId", count(*)::int recaps
       from recaps r
       cross join lateral (${NEWEST_PUBLISHED}) v
       cross join lateral unnest(v.talk_ids) u(talk_id)
       where r.conference_id = $1 and ${PUBLIC_RECAP}
       group by u.talk_id`,
      [conferenceId],
    );
    return new Map(rows.map(({ talkId, recaps }) => [talkId, recaps]));
  }

  /** Counts the public recaps of a conference. */
  async countPublic(conferenceId: string): Promise<number> {
    const [row] = await this.database.read<{ recaps: number }>(
      `select count(*)::int recaps from recaps r where r.conference_id = $1 and ${PUBLIC_RECAP}`,
      [conferenceId],
    );
    return row!.recaps;
  }

  /** An account's own recaps in a conference, the latest first, in their newest version; withdrawn ones left out. */
  async listOwn(conferenceId: string, accountId: string): Promise<RecapInVersion[]> {
    const rows = await this.database.ask<Recap & { text: RecapVersion & { savedAt: string | Date } }>(
      `select ${RECAP_COLUMNS}, (select to_jsonb(w) from (select ${VERSION_COLUMNS}) w) text
       from recaps r
       join personas p on p.id = r.persona_id
       cross join lateral (
         select v.* from recap_versions v where v.recap_id = r.id order by v.version desc limit 1
       ) v
       where r.conference_id = $1 and p.account_id = $2 and r.withdrawn_at is null
       order by r.created_at desc, r.id desc limit 100`,
      [conferenceId, accountId],
    );
    return rows.map((row) => ({ ...row, text: { ...row.text, savedAt: new Date(row.text.savedAt) } }));
  }

  /** Whether the account speaks as this persona. */
  async isOf(personaId: string | null, accountId: string): Promise<boolean> {
    if (personaId === null) return false;
    const rows = await this.database.ask('select from personas where id = $1 and account_id = $2', [
      personaId,
      accountId,
    ]);
    return rows.length > 0;
  }

  private readonly primary: Queryable = { query: (sql, values) => this.database.ask(sql, values) };

  private async one(condition: string, values: unknown[], tx: Queryable): Promise<Recap | null> {
    const [row] = await tx.query<Recap>(`select ${RECAP_COLUMNS} from recaps r where ${condition}`, values);
    return row ?? null;
  }
}

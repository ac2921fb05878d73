import { Injectable } from '@nestjs/common';
import { slicesOf } from '../kernel/slices.ts';
import { Database } from '../platform/database/database.ts';
import { TALK_COLUMNS } from '../programme/programme.queries.ts';
import { toTalkView } from '../programme/talk.view.ts';
import type { Talk } from '../programme/talk.entity.ts';
import { PUBLIC_RECAP } from '../recap/recap.queries.ts';
import { THREAD_ROW, THREAD_TABLES } from '../threads/threads.queries.ts';
import { toThreadView, type ThreadRow } from '../threads/thread.view.ts';
import type { ArchivedRecap, ArchivedTalk, ArchivedThread } from './archive-format.ts';

/** A thread, with a label that changes when anything in its files does. */
export type VersionedThread = ArchivedThread & { label: string };

type ArchivedRecapRow = Omit<ArchivedRecap, 'author' | 'publishedAt' | 'savedAt'> & {
  personaId: string | null;
  authorName: string | null;
  authorRoles: string[];
  tagline: string | null;
  biography: string | null;
  publishedAt: Date;
  savedAt: Date;
};

/** Most avatar seeds read at once. */
const AT_ONCE = 500;

/** Talks read at once; their abstracts are megabytes, and a result is parsed in one piece. */
const TALKS_AT_ONCE = 50;
const PROGRAMME_ORDER = 'order by t.starts_at nulls last, t.id';

/** Reads an archive's talks, threads and recaps: public data only, a few hundred rows at a time. */
@Injectable()
export class ArchiveQueries {
  constructor(private readonly database: Database) {}

  /** The images of the conference's brand. */
  images(conferenceId: string): Promise<{ file: string; bytes: Buffer }[]> {
    return this.database.read('select file, bytes from brand_images where conference_id = $1 order by kind', [
      conferenceId,
    ]);
  }

  async talks(conferenceId: string): Promise<ArchivedTalk[]> {
    const ids = await this.database.read<{ id: string }>(
      `select t.id from talks t where t.conference_id = $1 ${PROGRAMME_ORDER}`,
      [conferenceId],
    );
    const talks: ArchivedTalk[] = [];
    for (let i = 0; i < ids.length; i += TALKS_AT_ONCE)
      talks.push(...(await this.someTalks(ids.slice(i, i + TALKS_AT_ONCE).map(({ id }) => id))));
    return talks;
  }

  private async someTalks(ids: readonly string[]): Promise<ArchivedTalk[]> {
    const rows = await this.database.read<Talk & Pick<ArchivedTalk, 'slots' | 'speakers'>>(
      `select ${TALK_COLUMNS},
         coalesce(
           (
             select jsonb_agg(
               jsonb_build_object(
                 'startsAt', l.starts_at, 'durationMinutes', l.duration_minutes, 'room', l.room, 'key', l.key
               ) order by l.starts_at,
               l.room
             )
             from talk_slots l
             where l.talk_id = t.id
           ),
           '[]'
         ) slots,
         coalesce(
           (
             select jsonb_agg(
               jsonb_build_object(
                 'id', s.id, 'key', s.key, 'name', s.name, 'bioHtml', s.bio_html
               ) order by ts.position
             )
             from talk_speakers ts
             join speakers s on s.id = ts.speaker_id
             where ts.talk_id = t.id
           ),
           '[]'
         ) speakers
       from talks t
       where t.id = any($1) ${PROGRAMME_ORDER}`,
      [ids],
    );
    return rows.map((row) => ({
      ...toTalkView(row),
      slots: row.slots.map(({ startsAt, durationMinutes, room, key }) => ({
        startsAt: new Date(startsAt).toISOString(),
        durationMinutes,
        room,
        key,
      })),
      speakers: row.speakers,
      edited: row.editedFields,
    }));
  }

  /** Free threads first, then by the time of the talk. `label` identifies everything that a thread's pages show. */
  async threads(conferenceId: string): Promise<VersionedThread[]> {
    const ids = await this.database.read<{ id: string }>(
      `select t.id from threads t where t.conference_id = $1 and t.hidden_at is null
       order by (select k.starts_at from talks k where k.id = t.talk_id) nulls first, t.id`,
      [conferenceId],
    );
    const threads: VersionedThread[] = [];
    // In slices, because the rows of 1,500 threads held the event loop for 50 ms.
    for (const some of slicesOf(ids)) threads.push(...(await this.someThreads(some.map(({ id }) => id))));
    return threads;
  }

  private async someThreads(ids: readonly string[]): Promise<VersionedThread[]> {
    const rows = await this.database.read<ThreadRow & { label: string; startsAt: Date }>(
      `select ${THREAD_ROW},
         h.seq || '.' || c.edition || '.' || coalesce((select k.edition from talks k where k.id = t.talk_id), 0) label
       from ${THREAD_TABLES}
       where t.id = any($1)
       order by (select k.starts_at from talks k where k.id = t.talk_id) nulls first, t.id`,
      [ids],
    );
    return rows.map((row) => ({
      ...toThreadView(row),
      recapId: row.recapId,
      startsAt: new Date(row.startsAt).toISOString(),
      label: row.label,
      files: 0,
    }));
  }

  /** The number of comments in an archive, tombstones included. */
  async commentsIn(conferenceId: string): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      `select coalesce(sum(n), 0)::int count from threads t
       cross join lateral (select count(*) n from comments m where m.thread_id = t.id and m.seq is not null) counted
       where t.conference_id = $1 and t.hidden_at is null`,
      [conferenceId],
    );
    return row!.count;
  }

  /** Every public recap in its newest published version; official ones first. */
  async recaps(conferenceId: string): Promise<ArchivedRecap[]> {
    const rows = await this.database.read<ArchivedRecapRow>(
      `select r.id, r.about_thread_id "threadId", r.slug, r.persona_id "personaId", r.author_name "authorName",
         r.author_roles "authorRoles", r.is_official "isOfficial", r.published_at "publishedAt", v.title, v.version,
         v.markdown, v.items, v.talk_ids "talkIds", v.saved_at "savedAt",
         coalesce(p.tagline, f.tagline) tagline, coalesce(p.biography, f.biography) biography
       from recaps r
       left join personas p on p.id = r.persona_id and p.withdrawn_at is null
       left join archived_faces f on f.persona_id = r.persona_id
       cross join lateral (
         select o.* from recap_versions o
         where o.recap_id = r.id and o.is_published
         order by o.version desc limit 1
       ) v
       where r.conference_id = $1 and ${PUBLIC_RECAP}
       order by r.is_official desc, r.about_thread_id, r.published_at, r.id`,
      [conferenceId],
    );
    return rows.map(({ personaId, authorName, authorRoles, tagline, biography, publishedAt, savedAt, ...recap }) => ({
      ...recap,
      author:
        personaId === null || authorName === null
          ? null
          : {
              id: personaId,
              name: authorName,
              roles: authorRoles,
              ...(tagline && { tagline }),
              ...(biography && { biography }),
            },
      publishedAt: publishedAt.toISOString(),
      savedAt: savedAt.toISOString(),
    }));
  }

  /** The avatar seeds of all authors, some hundreds at a time. */
  async *personas(conferenceId: string): AsyncGenerator<{ id: string; avatarSeed: string }[]> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.database.read<{ id: string; avatarSeed: string }>(
        `select *
         from (
           select p.id, p.avatar_seed "avatarSeed" from personas p
           where p.conference_id = $1 and p.withdrawn_at is null
           union all
           select f.persona_id, f.avatar_seed from archived_faces f
           where f.conference_id = $1
         ) p
         where p.id > $2
           and (
             exists (
               select from comments m
               join threads t on t.id = m.thread_id
               where m.persona_id = p.id
                 and not m.is_anonymous
                 and m.seq is not null
                 and m.withheld_at is null
                 and m.withdrawn_at is null
                 and t.hidden_at is null
             )
             or exists (select from recaps r where r.persona_id = p.id and ${PUBLIC_RECAP})
           )
         order by p.id limit ${AT_ONCE}`,
        [conferenceId, after],
      );
      if (rows.length === 0) return;
      yield rows;
      after = rows.at(-1)!.id;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { TALK_COLUMNS } from '../programme/programme.queries.ts';
import type { Talk } from '../programme/talk.entity.ts';

export interface ScheduledTalk extends Talk {
  slots: { startsAt: string; durationMinutes: number; room: string; key: string }[];
  speakers: { id: string; name: string; bioHtml: string }[];
  threadSlug: string | null;
}

/** Most talks of a programme, beyond what a file of 10 MB holds. */
const TALKS_AT_MOST = 20_000;

/** Talks read at once, because a result is parsed in one piece and every garbage collection copies what is live. */
const READ_AT_ONCE = 50;

/** SQL: in the order of the programme. */
const ORDER = 'order by t.starts_at nulls last, t.id';

/** Reads the whole programme of a conference, with every slot of every talk. */
@Injectable()
export class ScheduleQueries {
  constructor(private readonly database: Database) {}

  /**
   * A few at a time, so that they are never all in memory. A talk deleted meanwhile is missing, and the programme's
   * version has changed then.
   */
  async *talks(conferenceId: string): AsyncGenerator<ScheduledTalk[]> {
    const ids = await this.database.read<{ id: string }>(
      `select t.id from talks t where t.conference_id = $1 ${ORDER} limit ${TALKS_AT_MOST}`,
      [conferenceId],
    );
    for (let i = 0; i < ids.length; i += READ_AT_ONCE)
      yield await this.someTalks(ids.slice(i, i + READ_AT_ONCE).map(({ id }) => id));
  }

  private someTalks(ids: readonly string[]): Promise<ScheduledTalk[]> {
    return this.database.read<ScheduledTalk>(
      `select ${TALK_COLUMNS},
         (select h.slug from threads h where h.id = t.thread_id) "threadSlug",
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
               jsonb_build_object('id', s.id, 'name', s.name, 'bioHtml', s.bio_html) order by ts.position
             )
             from talk_speakers ts
             join speakers s on s.id = ts.speaker_id
             where ts.talk_id = t.id
           ),
           '[]'
         ) speakers
       from talks t
       where t.id = any($1) ${ORDER}`,
      [ids],
    );
  }
}

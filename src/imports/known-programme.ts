import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../platform/database/database.ts';
import { TALK_COLUMNS } from '../programme/programme.queries.ts';
import type { SpeakerFields } from '../programme/talk-fields.ts';
import type { KnownTalk } from './known-talk.ts';

/** Rows read at once, about a megabyte with long abstracts. */
const PAGE = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface KnownTalkRow extends Omit<KnownTalk, 'slots' | 'speakers'> {
  slots: { startsAt: string; durationMinutes: number; room: string; key: string }[];
  speakers: string[];
}

/** The talks that are read, and their source. */
interface KnownTalkChoice {
  /** The ids of the talks; all without them. */
  ids?: readonly string[];
  /** The transaction that reads; the primary without one. */
  source?: Queryable;
}

/** Reads the stored programme, with everything an import may change. */
@Injectable()
export class KnownProgramme {
  private readonly primary: Queryable;

  constructor(database: Database) {
    this.primary = { query: (sql, values) => database.ask(sql, values) };
  }

  /** A text that changes with every change of a talk or its speakers, because each raises an edition. */
  async edition(conferenceId: string, source: Queryable = this.primary): Promise<string> {
    const sql = `select count(*) || '.' || coalesce(sum(edition), 0) edition from talks where conference_id = $1`;
    const [row] = await source.query<{ edition: string }>(sql, [conferenceId]);
    return row!.edition;
  }

  /** By id. */
  async talks(conferenceId: string, { ids, source = this.primary }: KnownTalkChoice = {}): Promise<KnownTalk[]> {
    const speakers = await this.speakers(conferenceId, source);
    const talks: KnownTalk[] = [];
    for (let after = FIRST; ;) {
      const rows = await source.query<KnownTalkRow>(
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
               select jsonb_agg(s.key order by ts.position)
               from talk_speakers ts
               join speakers s on s.id = ts.speaker_id
               where ts.talk_id = t.id
             ),
             '[]'
           ) speakers
         from talks t
         where t.conference_id = $1 and t.id > $2 and ($3::uuid[] is null or t.id = any($3))
         order by t.id limit ${PAGE}`,
        [conferenceId, after, ids ?? null],
      );
      for (const row of rows) {
        talks.push({
          ...row,
          slots: row.slots.map((slot) => ({ ...slot, startsAt: new Date(slot.startsAt) })),
          speakers: row.speakers.map((key) => speakers.get(key)!),
        });
      }
      if (rows.length < PAGE) return talks;
      after = rows.at(-1)!.id;
    }
  }

  /** By key, one object each, so that what many talks share is read and compared once. */
  async speakers(conferenceId: string, source: Queryable = this.primary): Promise<Map<string, SpeakerFields>> {
    const speakers = new Map<string, SpeakerFields>();
    for (let after = FIRST; ;) {
      const rows = await source.query<SpeakerFields & { id: string }>(
        `select id, key, name, bio_html "bioHtml" from speakers
         where conference_id = $1 and id > $2
         order by id limit ${PAGE}`,
        [conferenceId, after],
      );
      for (const { key, name, bioHtml } of rows) speakers.set(key, { key, name, bioHtml });
      if (rows.length < PAGE) return speakers;
      after = rows.at(-1)!.id;
    }
  }
}

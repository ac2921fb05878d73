import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database.ts';
import { TALK_COLUMNS } from '../programme/programme.queries.ts';
import type { TalkFields } from '../programme/write-talks.ts';
import type { KnownTalk } from './known-talk.ts';

/** Rows read at once, about a megabyte with long abstracts. */
const PAGE = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface KnownTalkRow extends Omit<KnownTalk, 'slots' | 'speakers'> {
  slots: { startsAt: string; durationMinutes: number; room: string; key: string }[];
  speakers: string[];
}

/** Reads the stored programme, with everything an import may change. */
@Injectable()
export class KnownProgramme {
  constructor(private readonly database: Database) {}

  /** A text that changes with every change of a talk or its speakers, because each raises an edition. */
  async edition(conferenceId: string, tx?: Tx): Promise<string> {
    const sql = `select count(*) || '.' || coalesce(sum(edition), 0) edition from talks where conference_id = $1`;
    const [row] = await (tx
      ? tx.query<{ edition: string }>(sql, [conferenceId])
      : this.database.ask<{ edition: string }>(sql, [conferenceId]));
    return row!.edition;
  }

  /** All talks, or the one of an id. */
  async talks(conferenceId: string, only: string | null = null): Promise<KnownTalk[]> {
    const speakers = await this.speakers(conferenceId);
    const talks: KnownTalk[] = [];
    for (let after = FIRST; ;) {
      const rows = await this.database.ask<KnownTalkRow>(
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
         where t.conference_id = $1 and t.id > $2 and ($3::uuid is null or t.id = $3)
         order by t.id limit ${PAGE}`,
        [conferenceId, after, only],
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
  private async speakers(conferenceId: string): Promise<Map<string, TalkFields['speakers'][number]>> {
    const speakers = new Map<string, TalkFields['speakers'][number]>();
    for (let after = FIRST; ;) {
      const rows = await this.database.ask<TalkFields['speakers'][number] & { id: string }>(
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

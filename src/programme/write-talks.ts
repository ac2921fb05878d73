import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { timedId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { guidTaken, slugTaken } from './programme.problems.ts';
import { TALK_COLUMNS } from './programme.queries.ts';
import type { Talk } from './talk.entity.ts';

export interface TalkFields {
  guid: string; slug: string; title: string; subtitle: string; abstractHtml: string; language: string; track: string; room: string;
  startsAt: Date | null; durationMinutes: number; status: 'confirmed' | 'cancelled'; url: string | null;
  slots: { startsAt: Date; durationMinutes: number; room: string }[];
  speakers: { key: string; name: string; bioHtml: string }[];
}

/**
 * Writes talks with their slots and speakers, many in a few statements. The caller has compared them already: each
 * call bumps the editions of the talks it is given.
 */
@Injectable()
export class WriteTalks {
  constructor(private readonly clock: Clock) {}

  /** New talks; answers their rows in the order given. Throws slug-taken, talk-guid-taken for the first that clashes. */
  async insert(tx: Tx, conferenceId: string, talks: readonly TalkFields[], { isImported = false } = {}): Promise<Talk[]> {
    if (talks.length === 0) return [];
    const now = this.clock.now();
    const rows = talks.map((talk) => ({ id: timedId(now), ...columnsOf(talk) }));
    const [clash] = await tx.query<{ guid: string; slug: string }>(
      'select guid, slug from talks where conference_id = $1 and (guid = any($2) or slug = any($3)) limit 1',
      [conferenceId, rows.map(({ guid }) => guid), rows.map(({ slug }) => slug)],
    );
    if (clash) throw rows.some(({ guid }) => guid === clash.guid) ? guidTaken({ guid: clash.guid }) : slugTaken({ slug: clash.slug });
    await tx.query(
      `insert into talks (id, conference_id, guid, slug, title, subtitle, abstract_html, language, track, room, starts_at, duration_minutes, status, url, is_imported)
       select id, $1, guid, slug, title, subtitle, abstract_html, language, track, room, starts_at, duration_minutes, status, url, $3
       from jsonb_to_recordset($2::jsonb) as r(${RECORD})`,
      [conferenceId, JSON.stringify(rows), isImported],
    );
    const ids = rows.map(({ id }) => id);
    await this.relate(tx, conferenceId, talks.map((talk, i) => ({ id: ids[i]!, talk })));
    const saved = await tx.query<Talk>(`select ${TALK_COLUMNS} from talks t where t.id = any($1)`, [ids]);
    const byId = new Map(saved.map((talk) => [talk.id, talk]));
    return ids.map((id) => byId.get(id)!);
  }

  /** Talks as they are now to be; their threads, ids and addresses stay. */
  async update(tx: Tx, conferenceId: string, talks: readonly { id: string; talk: TalkFields }[]): Promise<void> {
    if (talks.length === 0) return;
    await tx.query(
      `update talks t set title = r.title, subtitle = r.subtitle, abstract_html = r.abstract_html, language = r.language, track = r.track, room = r.room,
         starts_at = r.starts_at, duration_minutes = r.duration_minutes, status = r.status, url = r.url, edition = t.edition + 1
       from jsonb_to_recordset($1::jsonb) as r(${RECORD}) where t.id = r.id`,
      [JSON.stringify(talks.map(({ id, talk }) => ({ id, ...columnsOf(talk) })))],
    );
    await this.relate(tx, conferenceId, talks);
  }

  private async relate(tx: Tx, conferenceId: string, talks: readonly { id: string; talk: TalkFields }[]): Promise<void> {
    const speakers = new Map(talks.flatMap(({ talk }) => talk.speakers).map((speaker) => [speaker.key, speaker]));
    const now = this.clock.now();
    const changed = await tx.query<{ id: string }>(
      `insert into speakers as s (id, conference_id, key, name, bio_html)
       select id, $1, key, name, bio_html from jsonb_to_recordset($2::jsonb) as r(id uuid, key text, name text, bio_html text)
       on conflict (conference_id, key) do update set name = excluded.name, bio_html = excluded.bio_html where (s.name, s.bio_html) <> (excluded.name, excluded.bio_html) returning s.id`,
      [conferenceId, JSON.stringify([...speakers.values()].map(({ key, name, bioHtml }) => ({ id: timedId(now), key, name, bio_html: bioHtml })))],
    );
    const ids = talks.map(({ id }) => id);
    // Their other talks show them too.
    await tx.query('update talks set edition = edition + 1 where id in (select talk_id from talk_speakers where speaker_id = any($1)) and not id = any($2)', [changed.map(({ id }) => id), ids]);
    await tx.query('delete from talk_slots where talk_id = any($1)', [ids]);
    await tx.query('delete from talk_speakers where talk_id = any($1)', [ids]);
    await tx.query(
      `insert into talk_slots (talk_id, starts_at, room, duration_minutes)
       select talk_id, starts_at, room, duration_minutes from jsonb_to_recordset($1::jsonb) as r(talk_id uuid, starts_at timestamptz, room text, duration_minutes int)
       on conflict do nothing`,
      [JSON.stringify(talks.flatMap(({ id, talk }) => talk.slots.map((slot) => ({ talk_id: id, starts_at: slot.startsAt, room: slot.room, duration_minutes: slot.durationMinutes }))))],
    );
    await tx.query(
      `insert into talk_speakers (talk_id, speaker_id, position)
       select r.talk_id, s.id, r.position from jsonb_to_recordset($2::jsonb) as r(talk_id uuid, key text, position int)
       join speakers s on s.conference_id = $1 and s.key = r.key on conflict do nothing`,
      [conferenceId, JSON.stringify(talks.flatMap(({ id, talk }) => talk.speakers.map(({ key }, position) => ({ talk_id: id, key, position }))))],
    );
  }
}

const RECORD = `id uuid, guid text, slug text, title text, subtitle text, abstract_html text, language text, track text, room text,
  starts_at timestamptz, duration_minutes int, status text, url text`;

const columnsOf = (talk: TalkFields) => ({
  guid: talk.guid, slug: talk.slug, title: talk.title, subtitle: talk.subtitle, abstract_html: talk.abstractHtml, language: talk.language, track: talk.track,
  room: talk.room, starts_at: talk.startsAt, duration_minutes: talk.durationMinutes, status: talk.status, url: talk.url,
});

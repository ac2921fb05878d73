import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Conference, RuleVersion } from './conference.entity.ts';
import { DAY_STARTS_AT_HOUR } from './conference.policy.ts';
import type { Talk } from './talk.entity.ts';
import { lookedFor, type TalkFilter } from './talk-filter.ts';

export const CONFERENCE_COLUMNS = `id, slug, title, url, locale, time_zone "timeZone", starts_on "startsOn",
    ends_on "endsOn", phase, settings, edition, is_demo "isDemo"`;

export const TALK_COLUMNS = `t.id, t.conference_id "conferenceId", t.guid, t.slug, t.title, t.subtitle,
    t.abstract_html "abstractHtml", t.language, t.track, t.room, t.starts_at "startsAt",
    t.duration_minutes "durationMinutes", t.status, t.url, t.source_code "sourceCode", t.source_id "sourceId",
    t.do_not_record "doNotRecord", t.recording_license "recordingLicense", t.links, t.attachments,
    t.thread_id "threadId", t.edition, t.recap_edition "recapEdition",
    t.edited_fields "editedFields", t.is_imported "isImported"`;

/** The speakers of a talk `t` in the programme's order, as JSON. */
const SPEAKERS = `coalesce(
    (
      select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'bioHtml', s.bio_html) order by ts.position)
      from talk_speakers ts
      join speakers s on s.id = ts.speaker_id
      where ts.talk_id = t.id
    ),
    '[]'
  ) speakers`;

/** SQL: the slots of a talk `t`, as JSON. */
const SLOTS = `coalesce(
    (
      select jsonb_agg(
        jsonb_build_object('startsAt', l.starts_at, 'durationMinutes', l.duration_minutes, 'room', l.room)
        order by l.starts_at, l.room
      )
      from talk_slots l
      where l.talk_id = t.id
    ),
    '[]'
  ) slots`;

export interface SpeakerView {
  id: string;
  /** The name, as the programme writes it. */
  name: string;
  /** The biography in the programme, safe to show; empty without one. */
  bioHtml: string;
}
export interface SlotView {
  /** Start of the slot. */
  startsAt: string;
  /** Minutes it takes; 0 when that is not known. */
  durationMinutes: number;
  /** The room as the programme writes it; empty without one. */
  room: string;
}
/** The days, rooms and tracks by which a programme can be filtered. */
export interface Facets {
  days: string[];
  rooms: string[];
  tracks: string[];
}
export type TalkWithSpeakers = Talk & { speakers: SpeakerView[]; slots: SlotView[] };

const ONE_TALK = `select ${TALK_COLUMNS}, ${SPEAKERS}, ${SLOTS} from talks t where t.id = $1`;

/** Reads the programme. `get…` throws `not-found`, `find…` may return null. */
@Injectable()
export class ProgrammeQueries {
  constructor(private readonly database: Database) {}

  async findConference(idOrSlug: string): Promise<Conference | null> {
    const column = isUuid(idOrSlug) ? 'id' : 'slug';
    const [row] = await this.database.read<Conference>(
      `select ${CONFERENCE_COLUMNS} from conferences where ${column} = $1`,
      [idOrSlug],
    );
    return row ?? null;
  }

  async getConference(idOrSlug: string): Promise<Conference> {
    const found = await this.findConference(idOrSlug);
    if (!found) throw notFound();
    return found;
  }

  /** Newest first; `after` is the (starts_on, id) of the last one seen. */
  listConferences(limit: number, after: readonly [string, string] | null): Promise<Conference[]> {
    return this.database.read<Conference>(
      `select ${CONFERENCE_COLUMNS} from conferences where $2::date is null or (starts_on, id) < ($2::date, $3::uuid)
       order by starts_on desc, id desc limit $1`,
      [limit, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  /** Newest first. */
  rulesOf(conferenceId: string): Promise<Pick<RuleVersion, 'version' | 'rules' | 'at'>[]> {
    return this.database.read(
      `select version, rules, at from rule_versions where conference_id = $1 order by version desc limit 100`,
      [conferenceId],
    );
  }

  async findTalk(id: string): Promise<TalkWithSpeakers | null> {
    const [row] = isUuid(id) ? await this.database.read<TalkWithSpeakers>(ONE_TALK, [id]) : [];
    return row ?? null;
  }

  /** Throws `not-found`, also after a change of the talk, because it may have been removed meanwhile. */
  async getTalk(id: string): Promise<TalkWithSpeakers> {
    const talk = await this.findTalk(id);
    if (!talk) throw notFound();
    return talk;
  }

  /**
   * Locks the conference of a talk, as all writes of a programme do, and returns the talk. Throws `not-found`.
   */
  async lockTalk(tx: Tx, id: string): Promise<TalkWithSpeakers> {
    const locked = isUuid(id)
      ? await tx.query(
          `select from conferences c
           join talks t on t.conference_id = c.id
           where t.id = $1
           for no key update of c`,
          [id],
        )
      : [];
    if (locked.length === 0) throw notFound();
    const [row] = await tx.query<TalkWithSpeakers>(ONE_TALK, [id]);
    return row!;
  }

  /**
   * By time, then id; `after` is the (start in milliseconds, id) of the last one seen. Talks without a time come last.
   */
  async listTalks(
    conference: Conference,
    filter: TalkFilter,
    page: { limit: number; after: readonly [number, string] | null },
  ): Promise<TalkWithSpeakers[]> {
    const { day = null, speaker = null, ids = null } = filter;
    if (ids?.length === 0) return [];
    const { room, track } = lookedFor(filter);
    return this.database.read<TalkWithSpeakers>(
      `select ${TALK_COLUMNS}, ${SPEAKERS}, ${SLOTS} from talks t
       where t.conference_id = $1
         and (
           $2::date is null
           or exists (
             select from talk_slots l
             where l.talk_id = t.id
               and ((l.starts_at at time zone $3) - interval '${DAY_STARTS_AT_HOUR} hours')::date = $2
           )
         )
         and (
           $4::text is null
           or t.room = $4
           or exists (select from talk_slots l where l.talk_id = t.id and l.room = $4)
         )
         and ($5::text is null or t.track = $5)
         and (
           $6::uuid is null
           or exists (
             select from talk_speakers ts
             where ts.talk_id = t.id and ts.speaker_id = $6
           )
         )
         and ($7::uuid[] is null or t.id = any($7))
         and (
           $9::bigint is null
           or (coalesce((extract(epoch from t.starts_at) * 1000)::bigint, 9007199254740991), t.id) > ($9, $10::uuid)
         )
       order by coalesce((extract(epoch from t.starts_at) * 1000)::bigint, 9007199254740991), t.id limit $8`,
      [
        conference.id,
        day,
        conference.timeZone,
        room,
        track,
        speaker,
        ids,
        page.limit,
        page.after?.[0] ?? null,
        page.after?.[1] ?? null,
      ],
    );
  }

  /** The names in addresses that talks of a conference have, so that a new talk of the same title gets another. */
  async slugsOf(conferenceId: string): Promise<string[]> {
    const rows = await this.database.read<{ slug: string }>('select slug from talks where conference_id = $1', [
      conferenceId,
    ]);
    return rows.map(({ slug }) => slug);
  }

  /**
   * The days, rooms and tracks that occur; a day begins at four in the morning, as in schedules. Rooms and tracks in
   * natural order: `Salle 2` before `Salle 10`, `amphi` beside `Amphi`.
   */
  async facets({ id, timeZone, locale }: Conference): Promise<Facets> {
    const [row] = await this.database.read<Facets>(
      `select array(
         select distinct (((l.starts_at at time zone $2) - interval '${DAY_STARTS_AT_HOUR} hours')::date)::text d
         from talk_slots l
         join talks t on t.id = l.talk_id
         where t.conference_id = $1
         order by d limit 100
       ) days,
         array(
           select distinct coalesce(l.room, t.room) room from talks t
           left join talk_slots l on l.talk_id = t.id
           where t.conference_id = $1 and coalesce(l.room, t.room) <> ''
           order by room limit 300
         ) rooms,
         array(
           select distinct t.track from talks t
           where t.conference_id = $1 and t.track <> ''
           order by t.track limit 300
         ) tracks`,
      [id, timeZone],
    );
    const { days, rooms, tracks } = row!;
    const { compare } = new Intl.Collator(locale, { numeric: true });
    return { days, rooms: rooms.toSorted(compare), tracks: tracks.toSorted(compare) };
  }

  async conferenceOfTalk(id: string): Promise<string | null> {
    return (await this.findTalk(id))?.conferenceId ?? null;
  }
}

/** The place of a talk in the programme, as listTalks orders it. */
export const placeOfTalk = (talk: Talk): readonly [number, string] => [
  talk.startsAt?.getTime() ?? Number.MAX_SAFE_INTEGER,
  talk.id,
];

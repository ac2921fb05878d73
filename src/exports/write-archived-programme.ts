import type { Tx } from '../platform/database/database.ts';
import { brandOf, rebranded, type Brand } from '../programme/brand.policy.ts';
import { phaseAt } from '../programme/conference.policy.ts';
import { defaultSettings, type ConferenceSettings } from '../programme/conference.settings.ts';
import { slugTaken } from '../programme/programme.problems.ts';
import type { ConferenceData, TalkData } from './archive.requests.ts';
import { refuseForeignIds } from './refuse-foreign-ids.ts';

/** The choices of a brand; its images are read from their files. An archive of an earlier version has none. */
const brandIn = ({ brand: { accent, stageTheme, font } = {} }: ConferenceData): Brand =>
  rebranded(brandOf({}), { accent, stageTheme, font } as Partial<Brand>);

/** Writes the conference of an archive, unless it is there. Throws `slug-taken`. */
export async function writeConference(tx: Tx, conference: ConferenceData, now: Date): Promise<void> {
  const { id, slug, title, url, locale, timeZone, startsOn, endsOn } = conference;
  // An archive of an earlier version says nothing of guests, and so lets them do nothing.
  const settings: ConferenceSettings = {
    ...defaultSettings(locale),
    guests: 'nothing',
    ...conference.settings,
    brand: brandIn(conference),
  };
  const phase = phaseAt({ timeZone, startsOn, endsOn, settings }, now);
  await tx.query(
    `insert into conferences (id, slug, title, url, locale, time_zone, starts_on, ends_on, phase, settings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict do nothing`,
    [id, slug, title, url, locale, timeZone, startsOn, endsOn, phase, settings],
  );
  if ((await tx.query('select from conferences where id = $1 and slug = $2', [id, slug])).length === 0)
    throw slugTaken({ slug });
}

/**
 * Writes talks with their slots and speakers. Fields that people wrote on the forum are marked as such here, too, so
 * that a later programme leaves them alone. Throws `archive-refused` when a talk or speaker of another conference has
 * one of the ids.
 */
export async function writeTalks(tx: Tx, id: string, talks: readonly TalkData[]): Promise<void> {
  const speakers = talks.flatMap((talk) => talk.speakers);
  await tx.query(
    `insert into talks (
       id, conference_id, guid, slug, title, subtitle, abstract_html, language, track, room, starts_at,
       duration_minutes, status, url, do_not_record, recording_license, links, attachments, edited_fields,
       is_imported
     )
     select id, $1, guid, slug, title, subtitle, "abstractHtml", language, track, room, "startsAt",
       "durationMinutes", status, url, coalesce("doNotRecord", false), coalesce(licence, "recordingLicense", ''),
       coalesce(links, '[]'), coalesce(attachments, '[]'), coalesce(edited, '{}'), true
     from jsonb_to_recordset($2::jsonb) as r(
       id uuid, guid text, slug text, title text, subtitle text, "abstractHtml" text, language text, track text,
       room text, "startsAt" timestamptz, "durationMinutes" int, status text, url text,
       "doNotRecord" boolean, licence text, "recordingLicense" text, links jsonb, attachments jsonb,
       edited text[]
     )
     on conflict do nothing`,
    [id, JSON.stringify(talks)],
  );
  await tx.query(
    `insert into speakers (id, conference_id, key, name, bio_html)
     select distinct on (id) id, $1, key, name, "bioHtml"
     from jsonb_to_recordset($2::jsonb) as r(id uuid, key text, name text, "bioHtml" text)
     on conflict do nothing`,
    [id, JSON.stringify(speakers)],
  );
  await refuseForeignIds(tx, id, {
    talks: talks.map((talk) => talk.id),
    speakers: speakers.map((speaker) => speaker.id),
  });
  await tx.query(
    `insert into talk_speakers (talk_id, speaker_id, position)
     select talk, speaker, position
     from jsonb_to_recordset($1::jsonb) as r(talk uuid, speaker uuid, position int)
     on conflict do nothing`,
    [
      JSON.stringify(
        talks.flatMap((talk) =>
          talk.speakers.map((speaker, position) => ({ talk: talk.id, speaker: speaker.id, position })),
        ),
      ),
    ],
  );
  await tx.query(
    `insert into talk_slots (talk_id, starts_at, room, duration_minutes, key)
     select talk, "startsAt", room, "durationMinutes", coalesce(key, number::text)
     from jsonb_to_recordset($1::jsonb)
       as r(talk uuid, "startsAt" timestamptz, room text, "durationMinutes" int, key text, number int)
     on conflict do nothing`,
    [JSON.stringify(talks.flatMap((talk) => talk.slots.map((slot, i) => ({ ...slot, number: i + 1, talk: talk.id }))))],
  );
}

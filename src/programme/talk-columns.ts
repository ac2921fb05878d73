import type { TalkFields } from './talk-fields.ts';

/** SQL: the columns of talks in a recordset of JSON. */
export const RECORD = `id uuid, guid text, slug text, title text, subtitle text, abstract_html text, language text,
  track text, room text, starts_at timestamptz, duration_minutes int, status text, url text,
  source_code text, source_id text, do_not_record boolean, recording_license text, links jsonb,
  attachments jsonb`;

/** A talk as such a record, without its id. */
export const columnsOf = (talk: TalkFields) => ({
  guid: talk.guid,
  slug: talk.slug,
  title: talk.title,
  subtitle: talk.subtitle,
  abstract_html: talk.abstractHtml,
  language: talk.language,
  track: talk.track,
  room: talk.room,
  starts_at: talk.startsAt,
  duration_minutes: talk.durationMinutes,
  status: talk.status,
  url: talk.url,
  source_code: talk.sourceCode,
  source_id: talk.sourceId,
  do_not_record: talk.doNotRecord,
  recording_license: talk.recordingLicense,
  links: talk.links,
  attachments: talk.attachments,
});

import type { TalkFields } from './talk-fields.ts';

/** Columns that an update sets, with their types. */
const UPDATED_COLUMNS = {
  title: 'text',
  subtitle: 'text',
  abstract_html: 'text',
  language: 'text',
  track: 'text',
  room: 'text',
  starts_at: 'timestamptz',
  duration_minutes: 'int',
  status: 'text',
  url: 'text',
  source_code: 'text',
  source_id: 'text',
  do_not_record: 'boolean',
  recording_license: 'text',
  links: 'jsonb',
  attachments: 'jsonb',
};

/** Columns that an insert sets beside the id, with their types: an update leaves the guid and the slug. */
const COLUMNS = { guid: 'text', slug: 'text', ...UPDATED_COLUMNS };

/** SQL: the columns of talks in a recordset `r` of JSON. */
export const RECORD = ['id uuid', ...Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`)].join(', ');

/** SQL: the names of the columns that an insert sets beside the id. */
export const INSERTED = Object.keys(COLUMNS).join(', ');

/** SQL: sets the columns of an update to those of such a record. */
export const UPDATED = Object.keys(UPDATED_COLUMNS)
  .map((name) => `${name} = r.${name}`)
  .join(', ');

/** A talk as such a record, without its id. */
export const columnsOf = (talk: TalkFields): Record<keyof typeof COLUMNS, unknown> => ({
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

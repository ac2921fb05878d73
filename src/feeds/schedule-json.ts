import type { Conference } from '../programme/conference.entity.ts';
import type { TalkLink } from '../programme/talk.entity.ts';
import { acronymOf, addressesIn, hashOf, siteOf, writeEvents, zoneNameOf } from './schedule-events.ts';
import type { ProgrammeToWrite, ScheduledEvent, WrittenProgramme } from './schedule-events.ts';
import type { ScheduledTalk } from './schedule.queries.ts';

/**
 * The programme as schedule.json, valid by the schema of c3voc (https://c3voc.de/schedule/schema.json): apps that read
 * it lead from each talk to its thread, the feedback_url. Answers JSON in pieces, a talk each: joined and encoded at
 * once, 4 MB hold the event loop for 80 ms.
 */
export async function toScheduleJson(programme: Omit<ProgrammeToWrite, 'write'>): Promise<(string | Buffer)[]> {
  const { conference, base } = programme;
  const written = await writeEvents({ ...programme, write: (event) => JSON.stringify(toEvent(event)) });
  const days = written.days.map(({ index, date, start, end, rooms }) => {
    const byRoom = rooms.map(({ name, events }) => [
      `${JSON.stringify(name)}:[`,
      ...listed(events.map((each) => [each])),
      ']',
    ]);
    return [opened({ index, date, day_start: start, day_end: end }), '"rooms":{', ...listed(byRoom), '}}'];
  });
  const head = { $schema: 'https://c3voc.de/schedule/schema.json', generator: { name: 'Aftertalk', version: '1' } };
  const facts = { version: String(conference.edition), base_url: `${base}/c/${conference.slug}` };
  const about = opened(headOf(conference, written));
  return [opened(head), '"schedule":', opened(facts), '"conference":', about, '"days":[', ...listed(days), ']}}}'];
}

/** Joins the pieces of several values, with commas between the values. */
const listed = (values: readonly (readonly (string | Buffer)[])[]): (string | Buffer)[] =>
  values.flatMap((pieces, i) => (i === 0 ? pieces : [',', ...pieces]));

/** An object as JSON without its closing brace, to which something is appended. */
const opened = (object: object): string => `${JSON.stringify(object).slice(0, -1)},`;

function headOf(conference: Conference, { rooms, tracks, days }: WrittenProgramme): object {
  const [zone, site] = [zoneNameOf(conference), siteOf(conference)];
  return {
    acronym: acronymOf(conference),
    title: conference.title,
    start: conference.startsOn,
    end: conference.endsOn,
    daysCount: days.length,
    timeslot_duration: '00:05',
    ...(zone === null ? {} : { time_zone_name: zone }),
    ...(site === null ? {} : { url: site }),
    rooms,
    tracks: tracks.map((name) => ({ name })),
  };
}

const toEvent = ({ talk, slot, guid, id, start, title, url, duration }: ScheduledEvent): object => ({
  guid,
  id,
  code: codeOf(talk),
  date: start,
  start: start.slice(11, 16),
  duration,
  room: slot.room,
  slug: talk.slug.padEnd(2, '0'),
  url,
  title,
  subtitle: talk.subtitle,
  track: talk.track,
  type: '',
  language: talk.language,
  abstract: talk.abstractHtml,
  description: '',
  recording_license: talk.recordingLicense,
  do_not_record: talk.doNotRecord,
  persons: talk.speakers.map((one) => ({
    guid: one.id,
    name: one.name,
    public_name: one.name,
    biography: one.bioHtml,
  })),
  links: addressesIn(talk.links).map(toReference),
  attachments: addressesIn(talk.attachments).map(toReference),
  feedback_url: url,
});

/** The kinds of links that the schema knows. */
const KINDS: readonly string[] = ['slides', 'paper', 'web', 'blog', 'article', 'media', 'related', 'activitypub'];

const toReference = ({ title, url, kind = '' }: TalkLink): object => ({
  url,
  title,
  ...(KINDS.includes(kind) ? { type: kind } : {}),
});

/** The code that all slots of a talk share: the one it came with, where these formats take it, else one of ours. */
const codeOf = ({ id, sourceCode }: ScheduledTalk): string =>
  /^[A-Z0-9]+$/.test(sourceCode) ? sourceCode : hashOf(id).slice(0, 10).toUpperCase();

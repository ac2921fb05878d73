import { firstText, line, list, record, text, yes, type LooseObject } from './loose.ts';
import { ScheduleRefused } from './parsed-schedule.ts';
import type { RawEvent, RawLink, RawPerson, RawSchedule } from './raw-schedule.ts';
import { UnreadFields } from './unread-fields.ts';

/** Reads schedule.json of frab, pretalx and c3voc: days, rooms, events. Fields vary by program and year. */
export function readScheduleJson(root: LooseObject): RawSchedule {
  const schedule = record(root['schedule']);
  const conference = record(schedule['conference']);
  if (!Array.isArray(conference['days']))
    throw new ScheduleRefused(
      'schedule.conference.days',
      'There are no days; this is no schedule.json. Export it again, or send schedule.xml.',
    );
  const unread = new UnreadFields();
  unread.noteRecord('schedule', schedule, SCHEDULE_FIELDS);
  unread.noteRecord('conference', conference, CONFERENCE_FIELDS);
  const days = list(conference['days']).map(record);
  const events = days.flatMap((day, d) => {
    unread.noteRecord('day', day, DAY_FIELDS);
    // Once for all its events, because a date may be as long as the file.
    const date = text(day['date']).slice(0, DATE);
    return roomsOf(day, d).flatMap(({ room, place, entries }) =>
      entries.map((entry, e) => eventOf(record(entry), { room, day: date, place: `${place}[${e}]`, unread })),
    );
  });
  const firstKeys = Object.keys(days[0] ?? {})
    .slice(0, 5)
    .map((key) => `"${line(key, 40)}"`);
  return {
    dialect: 'schedule.json',
    acronym: text(conference['acronym']),
    title: text(conference['title']),
    timeZone: text(conference['time_zone_name']),
    start: firstText(conference['start'], days[0]?.['date']),
    end: firstText(conference['end'], days.at(-1)?.['date']),
    url: firstText(conference['url'], schedule['url'], schedule['base_url']),
    baseUrl: firstText(schedule['base_url'], conference['base_url'], schedule['url']),
    version: line(schedule['version'], 200),
    dayChange: '04:00',
    usualFormat:
      /pretalx/i.test(text(record(root['generator'] ?? schedule['generator'])['name'])) ||
      /pretalx/i.test(text(schedule['url']))
        ? 'markdown'
        : 'plain',
    events,
    unread: unread.all(),
    foundInstead: `${days.length} days with ${firstKeys.join(', ') || 'nothing in them'}`,
  };
}

/** Longest day or instant with its offset, in characters. */
export const DATE = 35;

interface RoomOfDay {
  room: string;
  place: string;
  entries: readonly unknown[];
}

/** The rooms of a day: by name, as a list of rooms with events, or as a list of events. */
function roomsOf(day: LooseObject, d: number): RoomOfDay[] {
  const place = `schedule.conference.days[${d}]`;
  const { rooms } = day;
  const loose = list(day['events']);
  const others = loose.length === 0 ? [] : [{ room: '', place: `${place}.events`, entries: loose }];
  if (Array.isArray(rooms))
    return [...list(rooms).map((room, r) => listedRoom(room, `${place}.rooms[${r}]`)), ...others];
  const named = Object.entries(record(rooms)).map(([name, entries]) => ({
    room: line(name, 200),
    place: `${place}.rooms["${line(name, 40)}"]`,
    entries: Array.isArray(entries) ? entries : eventsIn(record(entries)),
  }));
  return [...named, ...others];
}

function listedRoom(value: unknown, place: string): RoomOfDay {
  if (Array.isArray(value)) return { room: '', place, entries: value };
  const room = record(value);
  // An event in the place of a room names its room itself.
  if ('title' in room && ('start' in room || 'date' in room)) return { room: '', place, entries: [room] };
  return { room: line(firstText(room['name'], room['title'], room['slug']), 200), place, entries: eventsIn(room) };
}

const eventsIn = (room: LooseObject): readonly unknown[] =>
  list([room['events'], room['talks'], room['sessions']].find((entries) => Array.isArray(entries)));

interface EventPlace {
  room: string;
  day: string;
  place: string;
  unread: UnreadFields;
}

export function eventOf(event: LooseObject, { room, day, place, unread }: EventPlace): RawEvent {
  unread.noteRecord('event', event, EVENT_FIELDS);
  const recording = record(event['recording']);
  return {
    place,
    guid: text(event['guid']),
    code: text(event['code']),
    id: text(event['id']),
    url: firstText(event['url'], event['origin_url']),
    slug: text(event['slug']),
    title: line(event['title']),
    subtitle: line(event['subtitle']),
    abstract: text(event['abstract']),
    description: text(event['description']),
    language: firstText(event['language'], list(event['languages'])[0], event['content_locale']),
    track: line(firstText(record(event['track'])['name'], event['track']), 200),
    room: line(firstText(record(event['room'])['name'], event['room'], room), 200),
    state: firstText(event['state'], event['status']),
    day,
    date: event['date'],
    start: event['start'],
    duration: event['duration'],
    persons: list(event['persons'] ?? event['speakers'] ?? event['participants']).map((person) =>
      personOf(person, unread),
    ),
    doNotRecord: yes(event['do_not_record']) || yes(event['do_not_stream']) || yes(recording['optout']),
    recordingLicense: line(firstText(event['recording_license'], event['license'], recording['license']), 200),
    links: linksOf(event['links'], unread),
    attachments: linksOf(event['attachments'] ?? event['resources'], unread),
  };
}

function personOf(value: unknown, unread: UnreadFields): RawPerson {
  if (typeof value === 'string') return { id: '', name: line(value, 200), bio: '' };
  const person = record(value);
  unread.noteRecord('person', person, PERSON_FIELDS);
  return {
    id: firstText(person['guid'], person['code'], person['id']),
    name: line(
      firstText(
        person['public_name'],
        person['full_public_name'],
        person['name'],
        person['display_name'],
        person['full_name'],
        person['fullName'],
        namePartsOf(person),
      ),
      200,
    ),
    bio: firstText(person['biography'], person['bio'], person['description'], person['abstract']),
  };
}

/** Given and family name, under any of their field names. */
function namePartsOf(person: LooseObject): string {
  const given = firstText(person['first_name'], person['firstName'], person['given_name'], person['givenName']);
  const family = firstText(person['last_name'], person['lastName'], person['family_name'], person['familyName']);
  return `${given} ${family}`.trim();
}

const linksOf = (value: unknown, unread: UnreadFields): RawLink[] =>
  list(value).map((entry) => {
    if (typeof entry === 'string') return { title: '', url: entry, kind: '' };
    const link = record(entry);
    unread.noteRecord('link', link, LINK_FIELDS);
    return {
      title: line(firstText(link['title'], link['name'], link['description']), 200),
      url: firstText(link['url'], link['href'], link['link'], link['resource']),
      kind: line(link['type'], 40),
    };
  });

const SCHEDULE_FIELDS = new Set(['$schema', 'version', 'base_url', 'url', 'generator', 'conference', 'events']);
const CONFERENCE_FIELDS = new Set(
  'acronym title start end daysCount timeslot_duration time_zone_name url base_url days rooms tracks events'.split(' '),
);
const DAY_FIELDS = new Set(['index', 'date', 'day_start', 'day_end', 'start', 'end', 'rooms', 'events']);
/** `feedback_url` is ours to set: the exported one leads to the thread. */
const EVENT_FIELDS = new Set(
  (
    'guid code id url origin_url feedback_url slug title subtitle abstract description language languages ' +
    'content_locale track room state status date start end duration persons speakers participants do_not_record ' +
    'do_not_stream recording recording_license license links attachments resources'
  ).split(' '),
);
const PERSON_FIELDS = new Set(
  (
    'id code guid name public_name full_public_name display_name full_name fullName first_name last_name firstName ' +
    'lastName given_name family_name givenName familyName biography bio description abstract'
  ).split(' '),
);
const LINK_FIELDS = new Set(['title', 'name', 'description', 'url', 'href', 'link', 'resource', 'type', 'id']);

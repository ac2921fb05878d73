import { firstText, line, list, longLine, record, text, yes, type LooseObject } from './loose.ts';
import {
  CONFERENCE_FIELDS,
  DAY_FIELDS,
  DAY_ROOM_FIELDS,
  EVENT_FIELDS,
  FILE_FIELDS,
  LINK_FIELDS,
  PERSON_FIELDS,
  PLACE_FIELDS,
  RECORDING_FIELDS,
  SCHEDULE_FIELDS,
} from './json-fields.ts';
import { refusalWithoutDays } from './kind-of-file.ts';
import type { RawEvent, RawLink, RawPerson, RawSchedule } from './raw-schedule.ts';
import { UnreadFields } from './unread-fields.ts';

/** Reads schedule.json of frab, pretalx and c3voc: days, rooms, events. Fields vary by program and year. */
export function readScheduleJson(root: LooseObject): RawSchedule {
  const schedule = record(root['schedule']);
  const conference = record(schedule['conference']);
  if (!Array.isArray(conference['days'])) throw refusalWithoutDays(root);
  const unread = unreadAround(root);
  const days = list(conference['days']).map(record);
  const events = days.flatMap((day, d) => {
    unread.noteRecord('day', day, DAY_FIELDS);
    // Once for all its events, because a date may be as long as the file.
    const date = text(day['date']).slice(0, DATE);
    return roomsOf(day, d, unread).flatMap(({ room, place, entries }) =>
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
    version: longLine(schedule['version']),
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

/** Counts what is not read in the file around its days and events. */
export function unreadAround(root: LooseObject): UnreadFields {
  const schedule = record(root['schedule']);
  const conference = record(schedule['conference']);
  const unread = new UnreadFields();
  unread.noteRecord('file', root, FILE_FIELDS);
  unread.noteRecord('schedule', schedule, SCHEDULE_FIELDS);
  unread.noteRecord('conference', conference, CONFERENCE_FIELDS);
  for (const [kind, group] of [
    ['room', 'rooms'],
    ['track', 'tracks'],
  ] as const)
    for (const place of list(conference[group] ?? schedule[group]))
      unread.noteRecord(kind, record(place), PLACE_FIELDS);
  return unread;
}

/** Longest day or instant with its offset, in characters. */
export const DATE = 35;

interface RoomOfDay {
  room: string;
  place: string;
  entries: readonly unknown[];
}

/** The rooms of a day: by name, as a list of rooms with events, or as a list of events. */
function roomsOf(day: LooseObject, d: number, unread: UnreadFields): RoomOfDay[] {
  const place = `schedule.conference.days[${d}]`;
  const { rooms } = day;
  const loose = list(day['events']);
  const others = loose.length === 0 ? [] : [{ room: '', place: `${place}.events`, entries: loose }];
  if (Array.isArray(rooms))
    return [...list(rooms).map((room, r) => listedRoom(room, `${place}.rooms[${r}]`, unread)), ...others];
  const named = Object.entries(record(rooms)).map(([name, entries]) => ({
    room: longLine(name),
    place: `${place}.rooms["${line(name, 40)}"]`,
    entries: Array.isArray(entries) ? entries : eventsIn(entries, unread),
  }));
  return [...named, ...others];
}

function listedRoom(value: unknown, place: string, unread: UnreadFields): RoomOfDay {
  if (Array.isArray(value)) return { room: '', place, entries: value };
  const room = record(value);
  // An event in the place of a room names its room itself.
  if ('title' in room && ('start' in room || 'date' in room)) return { room: '', place, entries: [room] };
  return {
    room: longLine(firstText(room['name'], room['title'], room['slug'])),
    place,
    entries: eventsIn(value, unread),
  };
}

/** The events of a room; a room that is none is counted. */
function eventsIn(value: unknown, unread: UnreadFields): readonly unknown[] {
  const room = record(value);
  if (value !== room) unread.note('day', 'rooms');
  unread.noteRecord('room', room, DAY_ROOM_FIELDS);
  return firstList(room['events'], room['talks'], room['sessions']);
}

/** The first of these lists that is not empty. */
const firstList = (...values: readonly unknown[]): readonly unknown[] =>
  values.map(list).find((entries) => entries.length > 0) ?? [];

interface EventPlace {
  room: string;
  day: string;
  place: string;
  unread: UnreadFields;
}

export function eventOf(event: LooseObject, { room, day, place, unread }: EventPlace): RawEvent {
  const recording = record(event['recording']);
  unread.noteRecord('event', event, EVENT_FIELDS);
  unread.noteRecord('recording', recording, RECORDING_FIELDS);
  unread.noteRecord('room', record(event['room']), PLACE_FIELDS);
  unread.noteRecord('track', record(event['track']), PLACE_FIELDS);
  return {
    place,
    guid: text(event['guid']),
    code: text(event['code']),
    id: text(event['id']),
    url: firstText(event['url'], event['origin_url']),
    slug: text(event['slug']),
    title: longLine(event['title']),
    subtitle: longLine(event['subtitle']),
    abstract: text(event['abstract']),
    description: text(event['description']),
    language: longLine(firstText(event['language'], list(event['languages'])[0], event['content_locale'])),
    track: longLine(firstText(record(event['track'])['name'], event['track'])),
    room: longLine(firstText(record(event['room'])['name'], event['room'], room)),
    state: firstText(event['state'], event['status']),
    day,
    date: event['date'],
    start: event['start'],
    duration: event['duration'],
    persons: firstList(event['persons'], event['speakers'], event['participants']).map((person) =>
      personOf(person, unread),
    ),
    doNotRecord: yes(event['do_not_record']) || yes(event['do_not_stream']) || yes(recording['optout']),
    recordingLicense: longLine(firstText(event['recording_license'], event['license'], recording['license'])),
    links: linksOf(event['links'], unread),
    attachments: linksOf([...list(event['attachments']), ...list(event['resources'])], unread),
  };
}

function personOf(value: unknown, unread: UnreadFields): RawPerson {
  if (typeof value === 'string') return { id: '', name: longLine(value), bio: '' };
  const person = record(value);
  unread.noteRecord('person', person, PERSON_FIELDS);
  return {
    id: firstText(person['guid'], person['code'], person['id']),
    name: longLine(
      firstText(
        person['public_name'],
        person['full_public_name'],
        person['name'],
        person['display_name'],
        person['full_name'],
        person['fullName'],
        namePartsOf(person),
      ),
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
      title: longLine(firstText(link['title'], link['name'], link['description'])),
      url: firstText(link['url'], link['href'], link['link'], link['resource']),
      kind: longLine(link['type']),
    };
  });

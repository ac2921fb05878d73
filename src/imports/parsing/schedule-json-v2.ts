import { firstText, list, longLine, record, text, type LooseObject } from './loose.ts';
import type { RawSchedule } from './raw-schedule.ts';
import { eventOf, unreadAround } from './schedule-json.ts';

/**
 * Reads the draft of version 2: a flat list of events, rooms and tracks by reference, complete times, ISO durations.
 */
export function readScheduleJsonV2(root: LooseObject): RawSchedule {
  const schedule = record(root['schedule']);
  const conference = record(schedule['conference']);
  const nameOf = (kind: string): ((reference: unknown) => string) => {
    const names = namesOf(list(conference[kind] ?? schedule[kind]).map(record));
    return (reference) => {
      const key = firstText(record(reference)['guid'], record(reference)['slug'], record(reference)['name'], reference);
      return longLine(firstText(names.get(key), record(reference)['name'], reference));
    };
  };
  const unread = unreadAround(root);
  const [room, track] = [nameOf('rooms'), nameOf('tracks')];
  const events = list(schedule['events'] ?? conference['events']).map((entry, i) => {
    const event = record(entry);
    const raw = eventOf(event, { room: '', day: '', place: `schedule.events[${i}]`, unread });
    return {
      ...raw,
      room: room(event['room']),
      track: track(event['track']),
      date: event['start'] ?? event['date'],
      start: '',
      duration: event['duration'] ?? lasting(event['start'], event['end']),
    };
  });
  return {
    dialect: 'schedule.json v2',
    acronym: text(conference['acronym']),
    title: text(conference['title']),
    timeZone: text(conference['time_zone_name']),
    start: text(conference['start']),
    end: text(conference['end']),
    url: firstText(conference['url'], schedule['base_url']),
    baseUrl: text(schedule['base_url']),
    version: longLine(schedule['version']),
    dayChange: '04:00',
    usualFormat: 'markdown',
    events,
    unread: unread.all(),
    foundInstead: `${events.length} events`,
  };
}

/** Names of rooms or tracks by each way to refer to them; of two that share one the first is meant. */
function namesOf(entries: readonly LooseObject[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const entry of entries) {
    const name = longLine(entry['name']);
    for (const key of [entry['guid'], entry['slug'], entry['name']].map(text))
      if (key !== '' && !names.has(key)) names.set(key, name);
  }
  return names;
}

const lasting = (start: unknown, end: unknown): string => {
  const minutes = (Date.parse(text(end)) - Date.parse(text(start))) / 60_000;
  return Number.isFinite(minutes) && minutes >= 0 ? String(Math.round(minutes)) : '';
};

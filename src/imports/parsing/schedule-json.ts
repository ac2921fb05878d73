import { firstText, line, list, record, text, type Loose } from './loose.ts';
import { ScheduleRefused } from './parsed-schedule.ts';
import type { RawEvent, RawPerson, RawSchedule } from './raw-schedule.ts';

/** schedule.json of frab, pretalx and c3voc: days, rooms, events. Fields come and go by maker and year. */
export function readScheduleJson(root: Loose): RawSchedule {
  const schedule = record(root['schedule']);
  const conference = record(schedule['conference']);
  if (!Array.isArray(conference['days']))
    throw new ScheduleRefused(
      'schedule.conference.days',
      'There are no days; this is no schedule.json. Export it again, or send schedule.xml.',
    );
  const days = list(conference['days']).map(record);
  const events = days.flatMap((day, d) => {
    // Once for all that it holds: a name or a date may be as long as the file.
    const date = text(day['date']).slice(0, 10);
    return Object.entries(record(day['rooms'])).flatMap(([name, entries]) => {
      const [room, place] = [line(name, 200), `schedule.conference.days[${d}].rooms["${line(name, 40)}"]`];
      return list(entries).map((entry, e) => eventOf(record(entry), { room, day: date, place: `${place}[${e}]` }));
    });
  });
  return {
    dialect: 'schedule.json',
    acronym: text(conference['acronym']),
    title: text(conference['title']),
    timeZone: text(conference['time_zone_name']),
    start: firstText(conference['start'], days[0]?.['date']),
    end: firstText(conference['end'], days.at(-1)?.['date']),
    url: firstText(conference['url'], schedule['url'], schedule['base_url']),
    baseUrl: text(schedule['base_url']),
    version: line(schedule['version'], 200),
    dayChange: '04:00',
    usualFormat:
      /pretalx/i.test(text(record(root['generator'] ?? schedule['generator'])['name'])) ||
      /pretalx/i.test(text(schedule['url']))
        ? 'markdown'
        : 'plain',
    events,
  };
}

export function eventOf(event: Loose, { room, day, place }: { room: string; day: string; place: string }): RawEvent {
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
    room: line(firstText(event['room'], room), 200),
    state: firstText(event['state'], event['status']),
    day,
    date: event['date'],
    start: event['start'],
    duration: event['duration'],
    persons: list(event['persons'] ?? event['speakers'] ?? event['participants'])
      .map(personOf)
      .filter(({ name }) => name !== ''),
  };
}

function personOf(value: unknown): RawPerson {
  if (typeof value === 'string') return { id: '', name: line(value, 200), bio: '' };
  const person = record(value);
  return {
    id: firstText(person['guid'], person['code'], person['id']),
    name: line(firstText(person['public_name'], person['full_public_name'], person['name']), 200),
    bio: firstText(person['biography'], person['description'], person['abstract']),
  };
}

import { firstText, line, text } from './loose.ts';
import { ScheduleRefused } from './parsed-schedule.ts';
import type { RawEvent, RawPerson, RawSchedule } from './raw-schedule.ts';
import { child, children, readXml, textOf, type XmlNode } from './xml-tree.ts';

/** schedule.xml of pentabarf, frab, pretalx, wafer and FOSDEM: read by the names of elements, never by their order. */
export function readScheduleXml(xml: string): RawSchedule {
  const root = readXml(xml);
  const conference = child(root, 'conference');
  const days = children(root, 'day');
  if (root.name !== 'schedule' || (!conference && days.length === 0))
    throw new ScheduleRefused(
      `<${line(root.name, 40)}>`,
      'This is no schedule.xml: its root is <schedule> with <conference> and <day> in it.',
    );
  const bios = new Map(
    children(child(root, 'persons'), 'person').map((person) => [
      person.attributes['id'] ?? person.attributes['guid'] ?? textOf(person, 'name'),
      text(textOf(person, 'biography')),
    ]),
  );
  const events = days.flatMap((day, d) => {
    // Once for all that it holds: a name or a date may be as long as the file.
    const date = (day.attributes['date'] ?? '').slice(0, 10);
    const index = (day.attributes['index'] ?? String(d + 1)).slice(0, 10);
    return children(day, 'room').flatMap((room) => {
      const [name, place] = [
        line(room.attributes['name'], 200),
        `day ${index}, room "${line(room.attributes['name'], 40)}"`,
      ];
      return children(room, 'event').map((event, e) =>
        eventOf(event, { bios, day: date, room: name, place: `${place}, event ${e + 1}` }),
      );
    });
  });
  return {
    dialect: 'schedule.xml',
    acronym: textOf(conference, 'acronym'),
    title: textOf(conference, 'title'),
    timeZone: textOf(conference, 'time_zone_name'),
    start: firstText(textOf(conference, 'start'), days[0]?.attributes['date']),
    end: firstText(textOf(conference, 'end'), days.at(-1)?.attributes['date']),
    url: firstText(textOf(conference, 'url'), textOf(conference, 'base_url')),
    baseUrl: textOf(conference, 'base_url'),
    version: line(
      firstText(textOf(root, 'version'), textOf(conference, 'release'), textOf(conference, 'version')),
      200,
    ),
    dayChange: /^\d{2}:\d{2}/.exec(textOf(conference, 'day_change'))?.[0] ?? '04:00',
    usualFormat: /pretalx/i.test(child(root, 'generator')?.attributes['name'] ?? '') ? 'markdown' : 'plain',
    events,
  };
}

function eventOf(
  event: XmlNode,
  { bios, day, room, place }: { bios: Map<string, string>; day: string; room: string; place: string },
): RawEvent {
  const field = (name: string): string => textOf(event, name);
  return {
    place,
    guid: text(event.attributes['guid']),
    code: text(event.attributes['code']),
    id: text(event.attributes['id']),
    url: firstText(field('url'), field('origin_url')),
    slug: field('slug'),
    title: line(field('title')),
    subtitle: line(field('subtitle')),
    abstract: text(field('abstract')),
    description: text(field('description')),
    language: field('language'),
    track: line(field('track'), 200),
    room: line(firstText(field('room'), room), 200),
    state: firstText(field('state'), field('status')),
    day,
    date: field('date'),
    start: field('start'),
    duration: field('duration'),
    persons: children(child(event, 'persons'), 'person')
      .map((person) => personOf(person, bios))
      .filter(({ name }) => name !== ''),
  };
}

function personOf(person: XmlNode, bios: Map<string, string>): RawPerson {
  const id = firstText(person.attributes['guid'], person.attributes['code'], person.attributes['id']);
  return {
    id,
    name: line(
      firstText(person.text, textOf(person, 'public_name'), textOf(person, 'name'), person.attributes['name']),
      200,
    ),
    // What is looked up is clean already, and stays one text however many talks point to it.
    bio: firstText(textOf(person, 'biography')) || bios.get(id) || bios.get(person.attributes['id'] ?? '') || '',
  };
}

import { ownValue } from '../../kernel/own-value.ts';
import { firstText, line, longLine, text, yes } from './loose.ts';
import { inOneLanguageXml } from './languages.ts';
import { ScheduleRefused } from './parsed-schedule.ts';
import type { RawEvent, RawLink, RawPerson, RawSchedule } from './raw-schedule.ts';
import { DATE } from './schedule-json.ts';
import { UnreadFields } from './unread-fields.ts';
import {
  CONFERENCE_FIELDS,
  CONTAINER_FIELDS,
  EVENT_FIELDS,
  LINK_FIELDS,
  GENERATOR_FIELDS,
  OTHER_CONTAINER_FIELDS,
  PERSON_FIELDS,
  PERSONS_FIELDS,
  RECORDING_FIELDS,
  ROOT_FIELDS,
  TRACKS_FIELDS,
} from './xml-fields.ts';
import { child, children, readXml, textOf, type XmlNode } from './xml-tree.ts';

/** Reads schedule.xml of pentabarf, frab, pretalx, wafer and FOSDEM by the names of elements, not by their order. */
export function readScheduleXml(xml: string, languages: readonly string[]): RawSchedule {
  const root = inOneLanguageXml(readXml(xml), languages);
  const conference = child(root, 'conference');
  const days = children(root, 'day');
  if (root.name !== 'schedule' || (!conference && days.length === 0))
    throw new ScheduleRefused(
      `<${line(root.name, 40)}>`,
      `${kindOfXml(root.name)} The root of a schedule.xml is <schedule> with <conference> and <day> in it.`,
    );
  const unread = unreadAround(root);
  const bios = new Map(
    children(child(root, 'persons'), 'person').map((person) => [
      person.attributes['id'] ?? person.attributes['guid'] ?? textOf(person, 'name'),
      text(textOf(person, 'biography')),
    ]),
  );
  const events = days.flatMap((day, d) => {
    // Once for all its events, because a date may be as long as the file.
    const date = (day.attributes['date'] ?? '').slice(0, DATE);
    const index = (day.attributes['index'] ?? String(d + 1)).slice(0, 10);
    return placesIn(day, { place: `day ${index}`, room: '', unread }).flatMap(({ room, place, events: found }) =>
      found.map((event, e) => eventOf(event, { bios, unread, day: date, room, place: `${place}, event ${e + 1}` })),
    );
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
    version: longLine(firstText(textOf(root, 'version'), textOf(conference, 'release'), textOf(conference, 'version'))),
    dayChange: /^\d{2}:\d{2}/.exec(textOf(conference, 'day_change'))?.[0] ?? '04:00',
    usualFormat: /pretalx/i.test(child(root, 'generator')?.attributes['name'] ?? '') ? 'markdown' : 'plain',
    events,
    unread: unread.all(),
    foundInstead: foundIn(days),
  };
}

/** Counts what is not read in the file around its days. */
function unreadAround(root: XmlNode): UnreadFields {
  const unread = new UnreadFields();
  unread.noteXml('schedule', root, ROOT_FIELDS);
  for (const [name, known] of AROUND) for (const one of children(root, name)) unread.noteXml(name, one, known);
  for (const person of children(child(root, 'persons'), 'person')) unread.noteXml('person', person, PERSON_FIELDS);
  return unread;
}

const AROUND = [
  ['conference', CONFERENCE_FIELDS],
  ['generator', GENERATOR_FIELDS],
  ['persons', PERSONS_FIELDS],
  ['tracks', TRACKS_FIELDS],
] as const;

interface PlaceOfDay {
  room: string;
  place: string;
  events: XmlNode[];
}

interface EventsAround {
  place: string;
  room: string;
  unread: UnreadFields;
}

/** The events of a day by room: in <room>, or beside it with a room of their own (FOSDEM 2007 to 2012). */
function placesIn(node: XmlNode, { place, room, unread }: EventsAround): PlaceOfDay[] {
  const groups = node.children.filter((one) => one.name === 'room' || holdsEvents(one));
  unread.noteXml(node.name, node, {
    texts: CONTAINER_FIELDS.get(node.name) ?? OTHER_CONTAINER_FIELDS,
    groups: new Set(['event', ...groups.map(({ name }) => name)]),
  });
  const own = { room, place, events: children(node, 'event') };
  const inner = groups.flatMap((one) => {
    const name = one.name === 'room' ? longLine(firstText(one.attributes['name'], textOf(one, 'name'))) : room;
    const within = one.name === 'room' ? `${place}, room "${line(name, 40)}"` : place;
    return placesIn(one, { place: within, room: name, unread });
  });
  return own.events.length > 0 ? [own, ...inner] : inner;
}

const holdsEvents = ({ name, children: inner }: XmlNode): boolean =>
  name !== 'event' && inner.some((one) => one.name === 'event' || holdsEvents(one));

const kindOfXml = (root: string): string => {
  const known: Record<string, string> = {
    feed: 'This is a feed (Atom).',
    rss: 'This is a feed (RSS).',
    iCalendar: 'This is a calendar (xCal); Aftertalk reads it from the next version.',
    html: 'This is a web page.',
  };
  return ownValue(known, root.replace(/^.*:/, '')) ?? 'This is no schedule.xml.';
};

/** The elements of the days with their counts, for a refusal. */
function foundIn(days: readonly XmlNode[]): string {
  const counts = new Map<string, number>();
  for (const { name } of days.flatMap((day) => day.children)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const found = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, 5);
  const said = found.map(([name, count]) => `${count} <${line(name, 40)}>`).join(', ');
  return `${days.length} <day>${said === '' ? '' : ` (${said})`}`;
}

interface EventContext {
  bios: Map<string, string>;
  unread: UnreadFields;
  day: string;
  room: string;
  place: string;
}

function eventOf(event: XmlNode, { bios, unread, day, room, place }: EventContext): RawEvent {
  unread.noteXml('event', event, EVENT_FIELDS);
  const field = (name: string): string => textOf(event, name);
  const [recording, listed] = [child(event, 'recording'), child(event, 'persons')];
  if (recording) unread.noteXml('recording', recording, RECORDING_FIELDS);
  if (listed) unread.noteXml('persons', listed, PERSONS_FIELDS);
  return {
    place,
    guid: text(event.attributes['guid']),
    code: text(event.attributes['code']),
    id: text(event.attributes['id']),
    url: firstText(field('url'), field('origin_url'), field('full_conf_url'), field('conf_url')),
    slug: field('slug'),
    title: longLine(field('title')),
    subtitle: longLine(field('subtitle')),
    abstract: text(field('abstract')),
    description: text(field('description')),
    language: longLine(field('language')),
    track: longLine(field('track')),
    room: longLine(firstText(field('room'), room)),
    state: firstText(field('state'), field('status')),
    day,
    date: field('date'),
    start: field('start'),
    duration: field('duration'),
    persons: children(listed, 'person').map((person) => personOf(person, bios, unread)),
    doNotRecord: yes(textOf(recording, 'optout')) || yes(field('do_not_record')),
    recordingLicense: longLine(firstText(textOf(recording, 'license'), field('recording_license'))),
    links: linksOf(event, 'links', { name: 'link', unread }),
    attachments: linksOf(event, 'attachments', { name: 'attachment', unread }),
  };
}

function linksOf(event: XmlNode, group: string, { name, unread }: { name: string; unread: UnreadFields }): RawLink[] {
  const listed = child(event, group);
  if (listed) unread.noteXml(group, listed, { texts: new Set(), groups: new Set([name]) });
  return children(listed, name).map((link) => {
    unread.noteXml(name, link, LINK_FIELDS);
    return {
      title: longLine(firstText(link.text, link.attributes['title'], textOf(link, 'title'))),
      url: firstText(link.attributes['href'], link.attributes['url'], textOf(link, 'url'), webLike(link.text)),
      kind: longLine(link.attributes['type']),
    };
  });
}

const webLike = (words: string): string => (/^\s*https?:\/\/\S+\s*$/i.test(words) ? words.trim() : '');

function personOf(person: XmlNode, bios: Map<string, string>, unread: UnreadFields): RawPerson {
  unread.noteXml('person', person, PERSON_FIELDS);
  const id = firstText(person.attributes['guid'], person.attributes['code'], person.attributes['id']);
  const parts = [person.attributes, Object.fromEntries(person.children.map(({ name, text: said }) => [name, said]))];
  const part = (...names: string[]): string => firstText(...parts.flatMap((of) => names.map((name) => of[name])));
  return {
    id,
    name: longLine(
      firstText(
        person.text,
        part('public_name', 'full_public_name', 'name', 'display_name'),
        `${part('first_name', 'given_name')} ${part('last_name', 'family_name')}`,
      ),
    ),
    // A shared biography is cleaned already, and stays one string for all talks.
    bio: firstText(textOf(person, 'biography')) || bios.get(id) || bios.get(person.attributes['id'] ?? '') || '',
  };
}

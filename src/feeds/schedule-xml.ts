import type { TalkLink } from '../programme/talk.entity.ts';
import { xml } from './feed.ts';
import { acronymOf, addressesIn, boundsOf, siteOf, writeEvents, zoneNameOf } from './schedule-events.ts';
import type { ProgrammeToWrite, ScheduledDay, ScheduledEvent } from './schedule-events.ts';

/** Media type of its own (IANA, vnd.c3voc.schedule+xml). */
export const SCHEDULE_XML = 'application/vnd.c3voc.schedule+xml';

/**
 * The programme as schedule.xml, valid by the schema of c3voc (https://c3voc.de/schedule/schema.xsd), in pieces, a talk
 * each. It says what schedule.json says; slugs and codes stand at the first slot of a talk, because two events may not
 * share them.
 */
export async function toScheduleXml(programme: Omit<ProgrammeToWrite, 'write'>): Promise<(string | Buffer)[]> {
  const { conference, base } = programme;
  const page = `${base}/c/${conference.slug}`;
  const acronym = acronymOf(conference);
  const codes = new Set<string>();
  const write = (event: ScheduledEvent): string => toEvent(event, { acronym, code: codeOf(event, codes) });
  const { days, tracks } = await writeEvents({ ...programme, write });
  const [zone, site] = [zoneNameOf(conference), siteOf(conference)];
  const head = [
    '<?xml version="1.0" encoding="utf-8"?>\n<schedule>',
    '<generator name="Aftertalk" version="1"/>',
    element('url', `${page}/schedule.xml`),
    element('version', String(conference.edition)),
    '<conference>',
    element('acronym', acronym),
    element('title', conference.title),
    element('start', conference.startsOn),
    element('end', conference.endsOn),
    element('days', String(days.length)),
    element('timeslot_duration', '00:05'),
    element('base_url', page),
    ...(site === null ? [] : [element('url', site)]),
    ...(zone === null ? [] : [element('time_zone_name', zone)]),
    ...tracks.map((track) => `<track name="${xml(track)}">${xml(track)}</track>`),
    '</conference>',
  ].join('\n');
  const { startsOn, timeZone } = conference;
  const all = days.length > 0 ? days : [{ index: 1, date: startsOn, ...boundsOf(timeZone, startsOn), rooms: [] }];
  return [head, ...all.flatMap(toDay), '\n</schedule>\n'];
}

const toDay = ({ index, date, start, end, rooms }: ScheduledDay): (string | Buffer)[] => [
  `\n<day index="${index}" date="${date}" start="${start}" end="${end}">`,
  ...rooms.flatMap(({ name, guid, events }) => [`\n<room name="${xml(name)}" guid="${guid}">`, ...events, '</room>']),
  '</day>',
];

const element = (name: string, text: string): string => `<${name}>${xml(text)}</${name}>`;

const toEvent = (
  { talk, slot, isFirst, guid, id, start, title, url, duration }: ScheduledEvent,
  { acronym, code }: { acronym: string; code: string | null },
): string =>
  [
    `\n<event guid="${guid}" id="${id}"${code === null ? '' : ` code="${code}"`}>`,
    element('room', slot.room),
    element('title', title),
    element('subtitle', talk.subtitle),
    '<type></type>',
    element('date', start),
    element('start', start.slice(11, 16)),
    // Two digits of hours are all that this format has.
    element('duration', duration.length > 5 ? '99:59' : duration),
    element('abstract', talk.abstractHtml),
    isFirst && talk.slug.length >= 4 ? element('slug', `${acronym}-${talk.slug}`) : '',
    element('track', talk.track),
    `<persons>${talk.speakers.map((one) => `<person guid="${one.id}">${xml(one.name)}</person>`).join('')}</persons>`,
    element('language', talk.language),
    element('description', ''),
    `<recording>${element('license', talk.recordingLicense)}${element('optout', String(talk.doNotRecord))}</recording>`,
    `<links>${references('link', talk.links)}</links>`,
    `<attachments>${references('attachment', talk.attachments)}</attachments>`,
    element('url', url),
    element('feedback_url', url),
    '</event>',
  ].join('');

const references = (name: string, links: readonly TalkLink[]): string =>
  addressesIn(links)
    .map(({ title, url, kind = '' }) => {
      const type = kind === '' ? '' : ` type="${xml(kind)}"`;
      return `<${name} href="${xml(url)}"${type}>${xml(title)}</${name}>`;
    })
    .join('');

/** The code a talk came with, where it has the form of this format and no other talk has it; else none. */
function codeOf({ talk, isFirst }: ScheduledEvent, codes: Set<string>): string | null {
  const { sourceCode } = talk;
  if (!isFirst || !/^[0-9A-Z]{6}$/.test(sourceCode) || codes.has(sourceCode)) return null;
  codes.add(sourceCode);
  return sourceCode;
}

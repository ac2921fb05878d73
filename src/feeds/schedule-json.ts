import { createHash } from 'node:crypto';
import { grouped } from '../kernel/by-key.ts';
import { mapInSlices } from '../kernel/in-slices.ts';
import { dateIn, endOfDay, instantIn, isoIn } from '../kernel/zone.ts';
import type { Conference } from '../programme/conference.entity.ts';
import type { TalkLink } from '../programme/talk.entity.ts';
import type { ScheduledTalk } from './schedule.queries.ts';

/** Hours before this belong to the evening before, as in schedules of events. */
const DAY_STARTS_AT_HOUR = 4;
const hours = (n: number): number => n * 3_600_000;

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const threadUrlOf = (base: string, conference: Conference, { threadSlug }: ScheduledTalk): string =>
  `${base}/c/${conference.slug}${threadSlug === null ? '' : `/t/${threadSlug}`}`;

/**
 * The programme as schedule.json (c3voc), whose feedback_url leads to each talk's thread. Made in slices and returned
 * in pieces, because joining and encoding 4 MB at once holds the event loop for 80 ms.
 */
export async function toScheduleJson(
  conference: Conference,
  talks: AsyncIterable<readonly ScheduledTalk[]>,
  base: string,
): Promise<(string | Buffer)[]> {
  const zone = conference.timeZone;
  const events: PlacedEvent[] = [];
  const tracks = new Set<string>();
  for await (const some of talks) {
    for (const { track } of some) if (track) tracks.add(track);
    const placed = some.flatMap((talk) => talk.slots.map((slot) => ({ talk, slot })));
    const made = await mapInSlices(placed, ({ talk, slot }): PlacedEvent => {
      const at = new Date(slot.startsAt);
      const event = eventOf({ talk, slot, start: isoIn(zone, at), url: threadUrlOf(base, conference, talk) });
      // As bytes at once, because every garbage collection copies live strings.
      return { day: dayOf(zone, at), room: slot.room, json: Buffer.from(JSON.stringify(event)) };
    });
    events.push(...made);
  }
  const byDay = [...grouped(events, ({ day }) => day)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const days = byDay.map(([date, those], i) => {
    const byRoom = [...grouped(those, ({ room }) => room)].map(([room, each]) => [
      `${JSON.stringify(room)}:[`,
      ...listed(each.map(({ json }) => [json])),
      ']',
    ]);
    const [start, end] = [instantIn(zone, date), endOfDay(zone, date)].map((at) =>
      isoIn(zone, new Date(at.getTime() + hours(DAY_STARTS_AT_HOUR))),
    );
    return [opened({ index: i + 1, date, day_start: start, day_end: end }), '"rooms":{', ...listed(byRoom), '}}'];
  });
  const head = { $schema: 'https://c3voc.de/schedule/schema.json', generator: { name: 'Aftertalk', version: '1' } };
  const facts = { version: String(conference.edition), base_url: `${base}/c/${conference.slug}` };
  const rooms = new Set(events.map(({ room }) => room));
  const about = headOf(conference, { rooms, tracks, daysCount: days.length });
  const beginning = [opened(head), '"schedule":', opened(facts), '"conference":', opened(about), '"days":['];
  return [...beginning, ...listed(days), ']}}}'];
}

/** Joins the pieces of several values, with commas between the values. */
const listed = (values: readonly (readonly (string | Buffer)[])[]): (string | Buffer)[] =>
  values.flatMap((pieces, i) => (i === 0 ? pieces : [',', ...pieces]));

/** An object as JSON without its closing brace, to which something is appended. */
const opened = (object: object): string => `${JSON.stringify(object).slice(0, -1)},`;

const dayOf = (zone: string, at: Date): string => dateIn(zone, new Date(at.getTime() - hours(DAY_STARTS_AT_HOUR)));

/** One slot of a talk as JSON. */
interface PlacedEvent {
  day: string;
  room: string;
  json: Buffer;
}

interface ScheduleExtent {
  rooms: ReadonlySet<string>;
  tracks: ReadonlySet<string>;
  daysCount: number;
}

const headOf = (conference: Conference, { rooms, tracks, daysCount }: ScheduleExtent): object => ({
  acronym: conference.slug,
  title: conference.title,
  start: conference.startsOn,
  end: conference.endsOn,
  daysCount,
  timeslot_duration: '00:05',
  time_zone_name: conference.timeZone,
  ...(conference.url ? { url: conference.url } : {}),
  rooms: [...rooms].map((name) => ({ name })),
  tracks: [...tracks].map((name) => ({ name })),
});

/**
 * The guid of a slot, because programs treat two events with one guid as one: the first slot has the talk's, another
 * its own or one made of the talk's id. It stays when the slot moves.
 */
function guidOfSlot({ id, guid }: ScheduledTalk, key: string): string {
  if (key === '1') return guid;
  return key.startsWith('guid:') ? key.slice(5) : uuidOf(hashOf(`${id} ${key}`));
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A UUID of version 8 (RFC 9562, 5.8), with our own digits. */
const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;

/**
 * A number that never changes: 48 bits, so that a thousand events do not collide and JavaScript represents it exactly.
 */
const numberOf = (guid: string): number => Number.parseInt(hashOf(guid).slice(0, 12), 16);

/** The common code of a talk's slots, as in pretalx. */
const codeOf = (id: string): string => hashOf(id).slice(0, 10).toUpperCase();

const linkOf = ({ title, url, kind = '' }: TalkLink): object => ({
  title,
  url,
  ...(kind === '' ? {} : { type: kind }),
});

interface Event {
  talk: ScheduledTalk;
  slot: ScheduledTalk['slots'][number];
  start: string;
  url: string;
}

const eventOf = ({ talk, slot, start, url }: Event): object => ({
  guid: guidOfSlot(talk, slot.key),
  id: numberOf(guidOfSlot(talk, slot.key)),
  code: talk.sourceCode === '' ? codeOf(talk.id) : talk.sourceCode,
  date: start,
  start: start.slice(11, 16),
  duration: clockOf(slot.durationMinutes),
  room: slot.room,
  slug: talk.slug,
  url,
  title: talk.status === 'cancelled' && !/^\W*CANCELL?ED/.test(talk.title) ? `CANCELLED: ${talk.title}` : talk.title,
  subtitle: talk.subtitle,
  track: talk.track,
  type: '',
  language: talk.language,
  abstract: talk.abstractHtml,
  description: '',
  recording_license: talk.recordingLicense,
  do_not_record: talk.doNotRecord,
  persons: talk.speakers.map(({ id, name, bioHtml }) => ({ guid: id, name, public_name: name, biography: bioHtml })),
  links: talk.links.map(linkOf),
  attachments: talk.attachments.map(linkOf),
  feedback_url: url,
});

import { createHash } from 'node:crypto';
import { grouped } from '../kernel/by-key.ts';
import { mapInSlices } from '../kernel/in-slices.ts';
import { dateIn, endOfDay, instantIn, isoIn } from '../kernel/zone.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { DAY_STARTS_AT_HOUR } from '../programme/conference.policy.ts';
import type { TalkLink } from '../programme/talk.entity.ts';
import type { ScheduledTalk } from './schedule.queries.ts';

const hours = (n: number): number => n * 3_600_000;

export const threadUrlOf = (base: string, conference: Conference, { threadSlug }: ScheduledTalk): string =>
  `${base}/c/${conference.slug}${threadSlug === null ? '' : `/t/${threadSlug}`}`;

/** A talk in one of its slots, with what schedule.json and schedule.xml say of it alike. */
export interface ScheduledEvent {
  talk: ScheduledTalk;
  slot: ScheduledTalk['slots'][number];
  /** Whether it is the first of the talk's slots. */
  isFirst: boolean;
  guid: string;
  id: number;
  /** In the zone of the conference, as 2026-05-02T10:00:00+02:00. */
  start: string;
  title: string;
  url: string;
  /** The talk as `hh:mm`. */
  duration: string;
}

/** The events of a day in a room, each written already. */
export interface ScheduledRoom {
  name: string;
  guid: string;
  events: Buffer[];
}

export interface ScheduledDay {
  index: number;
  date: string;
  start: string;
  end: string;
  rooms: ScheduledRoom[];
}

export interface WrittenProgramme {
  days: ScheduledDay[];
  /** Their names and guids, in the order in which they occur. */
  rooms: { name: string; guid: string }[];
  tracks: string[];
}

interface PlacedEvent {
  day: string;
  room: string;
  written: Buffer;
}

/** The parts of a programme, and the way to write one event of it. */
export interface ProgrammeToWrite {
  conference: Conference;
  talks: AsyncIterable<readonly ScheduledTalk[]>;
  /** The address of this forum. */
  base: string;
  write: (event: ScheduledEvent) => string;
}

/**
 * Writes all events by their days and rooms, in slices, each as bytes at once: megabytes of text that stay alive are
 * copied by each collection of garbage.
 */
export async function writeEvents({ conference, talks, base, write }: ProgrammeToWrite): Promise<WrittenProgramme> {
  const zone = conference.timeZone;
  const events: PlacedEvent[] = [];
  const tracks = new Set<string>();
  for await (const some of talks) {
    for (const { track } of some) if (track) tracks.add(track);
    const placed = some.flatMap((talk) => talk.slots.map((slot) => ({ talk, slot, isFirst: slot === talk.slots[0] })));
    const written = await mapInSlices(placed, ({ talk, slot, isFirst }): PlacedEvent => {
      const at = new Date(slot.startsAt);
      const url = threadUrlOf(base, conference, talk);
      const event = eventOf({ talk, slot, isFirst, start: isoIn(zone, at), url });
      return { day: dayOf(zone, at), room: slot.room, written: Buffer.from(write(event)) };
    });
    events.push(...written);
  }
  const guidOf = (room: string): string => uuidOf(hashOf(`${conference.id} room ${room}`));
  const byDay = [...grouped(events, ({ day }) => day)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const days = byDay.map(([date, those], i) => ({
    index: i + 1,
    date,
    ...boundsOf(zone, date),
    rooms: [...grouped(those, ({ room }) => room)].map(([name, each]) => ({
      name,
      guid: guidOf(name),
      events: each.map(({ written }) => written),
    })),
  }));
  const rooms = [...new Set(events.map(({ room }) => room))].map((name) => ({ name, guid: guidOf(name) }));
  return { days, rooms, tracks: [...tracks] };
}

/** Beginning and end of a day of a schedule. */
export function boundsOf(zone: string, date: string): { start: string; end: string } {
  const at = (instant: Date): string => isoIn(zone, new Date(instant.getTime() + hours(DAY_STARTS_AT_HOUR)));
  return { start: at(instantIn(zone, date)), end: at(endOfDay(zone, date)) };
}

const dayOf = (zone: string, at: Date): string => dateIn(zone, new Date(at.getTime() - hours(DAY_STARTS_AT_HOUR)));

/** The conference's name among programs: small letters, digits and `_`, four at least. */
export const acronymOf = ({ slug }: Conference): string => slug.replaceAll('-', '_').padEnd(4, '_');

/** A zone as these formats take it (`Europe/Paris`); null for the few that have another form. */
export const zoneNameOf = ({ timeZone }: Conference): string | null =>
  /^(?:[A-Z][a-z]+\/[A-Z][a-z]+|UTC$)/.test(timeZone) ? timeZone : null;

/** The conference's own site; null without one. */
export const siteOf = ({ url }: Conference): string | null => (url === null ? null : uriOf(url));

/** The links that lead to a page, as URIs. */
export const addressesIn = (links: readonly TalkLink[]): TalkLink[] =>
  links.flatMap((link) => {
    const url = uriOf(link.url);
    return url === null ? [] : [{ ...link, url }];
  });

/** An address of the web with nothing that a URI may not hold (RFC 3986), which browsers let pass; null for others. */
function uriOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  const { origin, pathname, search, hash } = url;
  const rest = `${pathname}${search}${hash.slice(0, 1)}${hash.slice(1).replaceAll('#', '%23')}`;
  return (
    origin + rest.replaceAll(/%(?![\da-f]{2})/gi, '%25').replaceAll(/[^\w\-.~:/?#@!$&'()*+,;=%]/g, encodeURIComponent)
  );
}

function eventOf(given: Pick<ScheduledEvent, 'talk' | 'slot' | 'isFirst' | 'start' | 'url'>): ScheduledEvent {
  const { talk, slot } = given;
  const guid = guidOfSlot(talk, slot.key);
  const isNamedCancelled = /^\W*CANCELL?ED/.test(talk.title);
  const title = talk.status === 'cancelled' && !isNamedCancelled ? `CANCELLED: ${talk.title}` : talk.title;
  return { ...given, guid, id: numberOf(guid), title, duration: clockOf(slot.durationMinutes) };
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The guid of one slot, since programs take two events with one guid for one: the first slot has the talk's, another
 * the one it came with or one made of the talk's id. It stays when the slot moves. What is no UUID is made one.
 */
function guidOfSlot({ id, guid, conferenceId }: ScheduledTalk, key: string): string {
  const own = key.startsWith('guid:') ? key.slice(5) : null;
  const known = key === '1' ? guid : own;
  if (known === null) return uuidOf(hashOf(`${id} ${key}`));
  return UUID.test(known) ? known.toLowerCase() : uuidOf(hashOf(`${conferenceId} ${known}`));
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A UUID of version 8 (RFC 9562, 5.8): its digits are ours. */
const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;

/** A number that never changes: 48 bits, so that a thousand events share none and JavaScript counts it exactly. */
const numberOf = (guid: string): number => Number.parseInt(hashOf(guid).slice(0, 12), 16);

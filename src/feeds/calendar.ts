import { madeAt } from '../kernel/ids.ts';
import { mapInSlices } from '../kernel/in-slices.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { paragraphsOfHtml } from '../kernel/html-words.ts';
import { threadUrlOf } from './schedule-events.ts';
import type { ScheduledTalk } from './schedule.queries.ts';

const utc = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
const text = (value: string): string => value.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');

/**
 * The programme as iCalendar (RFC 5545), each entry with a link to its talk's thread. Each talk becomes bytes at once,
 * because every garbage collection copies live strings.
 */
export async function toCalendar(
  conference: Conference,
  talks: AsyncIterable<readonly ScheduledTalk[]>,
  base: string,
): Promise<(string | Buffer)[]> {
  const host = new URL(base).hostname;
  const entries: Buffer[] = [];
  for await (const some of talks)
    entries.push(...(await mapInSlices(some, (talk) => entriesOf(talk, { conference, base, host }))));
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Aftertalk//Programme//EN',
    `X-WR-CALNAME:${text(conference.title)}`,
    `X-WR-TIMEZONE:${conference.timeZone}`,
  ];
  return [toLines(head), ...entries, toLines(['END:VCALENDAR'])];
}

interface CalendarContext {
  conference: Conference;
  base: string;
  host: string;
}

/** One entry for each slot of a talk. */
function entriesOf(talk: ScheduledTalk, { conference, base, host }: CalendarContext): Buffer {
  const url = threadUrlOf(base, conference, talk);
  return toLines(talk.slots.flatMap((slot) => entryOf(talk, slot, { uid: `${talk.id}-${slot.key}@${host}`, url })));
}

function entryOf(
  talk: ScheduledTalk,
  slot: ScheduledTalk['slots'][number],
  { uid, url }: { uid: string; url: string },
): string[] {
  const startsAt = new Date(slot.startsAt);
  const endsAt = new Date(startsAt.getTime() + slot.durationMinutes * 60_000);
  const about = [paragraphsOfHtml(talk.abstractHtml), url].filter(Boolean).join('\n\n');
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${utc(madeAt(talk.id) ?? startsAt)}`,
    `SEQUENCE:${talk.edition}`,
    `DTSTART:${utc(startsAt)}`,
    // Without an end, calendars show a moment (RFC 5545, 3.6.1); many refuse an end equal to the start.
    ...(slot.durationMinutes > 0 ? [`DTEND:${utc(endsAt)}`] : []),
    `SUMMARY:${text(talk.title)}`,
    ...(slot.room ? [`LOCATION:${text(slot.room)}`] : []),
    ...(talk.track ? [`CATEGORIES:${text(talk.track)}`] : []),
    `DESCRIPTION:${text(about)}`,
    `URL:${url}`,
    `STATUS:${talk.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** Most octets of a line (RFC 5545, 3.1). */
const OCTETS = 75;
const FOLD = Buffer.from('\r\n ');
const END_OF_LINE = '\r\n';

/** Lines as bytes, each folded and terminated. */
function toLines(lines: readonly string[]): Buffer {
  const whole = Buffer.from(lines.join(END_OF_LINE) + END_OF_LINE);
  return folded(whole);
}

/** Folds lines to at most 75 octets, never within a character, in one pass over the bytes. */
export function folded(lines: Buffer): Buffer {
  // A part has at least 71 octets: 74 less those of a character that would be cut.
  const out = Buffer.allocUnsafe(lines.length + Math.ceil(lines.length / (OCTETS - 4)) * FOLD.length);
  let [from, at, room] = [0, 0, OCTETS];
  while (from < lines.length) {
    const found = lines.indexOf(END_OF_LINE, from);
    const end = found === -1 ? lines.length : found;
    for (; end - from > room; room = OCTETS - 1) {
      let to = from + room;
      while (isWithinCharacter(lines[to]!)) to -= 1;
      at += lines.copy(out, at, from, to);
      at += FOLD.copy(out, at);
      from = to;
    }
    const next = Math.min(end + END_OF_LINE.length, lines.length);
    at += lines.copy(out, at, from, next);
    [from, room] = [next, OCTETS];
  }
  return out.subarray(0, at);
}

/** Further octets of a character begin with the bits 10 (RFC 3629). */
const isWithinCharacter = (octet: number): boolean => (octet & 0b1100_0000) === 0b1000_0000;

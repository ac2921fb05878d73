import { mapInSlices } from '../kernel/in-slices.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { plainWords } from '../transcript/search-words.ts';
import { threadUrlOf } from './schedule-json.ts';
import type { ScheduledTalk } from './schedule.queries.ts';

const utc = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
const text = (value: string): string => value.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');

/** When a talk was entered: its id tells (UUID version 7). */
const enteredAt = (id: string): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));

/** The programme as iCalendar (RFC 5545), in pieces made in slices; each entry leads to the thread of its talk. */
export async function toCalendar(
  conference: Conference,
  talks: readonly ScheduledTalk[],
  base: string,
): Promise<string[]> {
  const host = new URL(base).hostname;
  const entries = await mapInSlices(talks, (talk) =>
    talk.slots
      .map((slot, i) =>
        entryOf(talk, slot, { uid: `${talk.id}-${i + 1}@${host}`, url: threadUrlOf(base, conference, talk) }),
      )
      .join(''),
  );
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Aftertalk//Programme//EN',
    `X-WR-CALNAME:${text(conference.title)}`,
    `X-WR-TIMEZONE:${conference.timeZone}`,
  ];
  return [...head.map(toLine), ...entries, toLine('END:VCALENDAR')];
}

function entryOf(
  talk: ScheduledTalk,
  slot: ScheduledTalk['slots'][number],
  { uid, url }: { uid: string; url: string },
): string {
  const startsAt = new Date(slot.startsAt);
  const endsAt = new Date(startsAt.getTime() + slot.durationMinutes * 60_000);
  const about = [plainWords(talk.abstractHtml), url].filter(Boolean).join('\n\n');
  const lines = [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${utc(enteredAt(talk.id))}`,
    `SEQUENCE:${talk.edition}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${text(talk.title)}`,
    ...(slot.room ? [`LOCATION:${text(slot.room)}`] : []),
    ...(talk.track ? [`CATEGORIES:${text(talk.track)}`] : []),
    `DESCRIPTION:${text(about)}`,
    `URL:${url}`,
    `STATUS:${talk.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
  return lines.map(toLine).join('');
}

const toLine = (content: string): string => `${folded(content)}\r\n`;

/** Octets of a line (RFC 5545, 3.1). */
const OCTETS = 75;

/** Lines of at most 75 octets; what is longer goes on behind a space, never within a character. */
export function folded(line: string): string {
  const bytes = Buffer.from(line);
  if (bytes.length <= OCTETS) return line;
  const parts: string[] = [];
  let from = 0;
  while (from < bytes.length) {
    let to = Math.min(bytes.length, from + (parts.length === 0 ? OCTETS : OCTETS - 1));
    while (to < bytes.length && isWithinCharacter(bytes[to]!)) to -= 1;
    parts.push(bytes.toString('utf8', from, to));
    from = to;
  }
  return parts.join('\r\n ');
}

/** Octets of a character after its first begin with the bits 10 (RFC 3629). */
const isWithinCharacter = (octet: number): boolean => (octet & 0b1100_0000) === 0b1000_0000;

import type { Conference } from '../programme/conference.entity.ts';
import { plainWords } from '../transcript/search-words.ts';
import { threadUrlOf } from './schedule-json.ts';
import type { ScheduledTalk } from './schedule.queries.ts';

const utc = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
const text = (value: string): string => value.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');

/** When a talk was entered: its id tells (UUID version 7). */
const enteredAt = (id: string): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));

/** The programme as iCalendar (RFC 5545); each entry leads to the thread of its talk. */
export function toCalendar(conference: Conference, talks: readonly ScheduledTalk[], base: string): string {
  const host = new URL(base).hostname;
  const entries = talks.flatMap((talk) => talk.slots.map((slot, i) => {
    const startsAt = new Date(slot.startsAt);
    const url = threadUrlOf(base, conference, talk);
    const about = [plainWords(talk.abstractHtml), url].filter(Boolean).join('\n\n');
    return [
      'BEGIN:VEVENT', `UID:${text(`${talk.id}-${i + 1}@${host}`)}`, `DTSTAMP:${utc(enteredAt(talk.id))}`, `SEQUENCE:${talk.edition}`, `DTSTART:${utc(startsAt)}`, `DTEND:${utc(new Date(startsAt.getTime() + slot.durationMinutes * 60_000))}`,
      `SUMMARY:${text(talk.title)}`, ...(slot.room ? [`LOCATION:${text(slot.room)}`] : []), ...(talk.track ? [`CATEGORIES:${text(talk.track)}`] : []), `DESCRIPTION:${text(about)}`, `URL:${url}`, `STATUS:${talk.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT',
    ];
  }).flat());
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Aftertalk//Programme//EN', `X-WR-CALNAME:${text(conference.title)}`, `X-WR-TIMEZONE:${conference.timeZone}`, ...entries, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Lines of at most 75 octets; what is longer goes on behind a space, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}

import { dateIn, endOfDay, instantIn, isoIn } from '../kernel/zone.ts';
import type { Conference } from '../programme/conference.entity.ts';
import type { ScheduledTalk } from './schedule.queries.ts';

/** Early hours belong to the evening before, as in schedules of events. */
const DAY_STARTS_AT_HOUR = 4;
const hours = (n: number): number => n * 3_600_000;

const clockOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const threadUrlOf = (base: string, conference: Conference, { threadSlug }: ScheduledTalk): string => `${base}/c/${conference.slug}${threadSlug === null ? '' : `/t/${threadSlug}`}`;

/** The programme as schedule.json (c3voc): apps that read it lead from each talk to its thread, the feedback_url. */
export function toScheduleJson(conference: Conference, talks: readonly ScheduledTalk[], base: string): object {
  const zone = conference.timeZone;
  const slots = talks.flatMap((talk) => talk.slots.map((slot) => ({ talk, slot, at: new Date(slot.startsAt) })));
  const dayOf = (at: Date): string => dateIn(zone, new Date(at.getTime() - hours(DAY_STARTS_AT_HOUR)));
  const days = [...new Set(slots.map(({ at }) => dayOf(at)))].toSorted();
  const numbers = new Map(talks.map(({ id }, i) => [id, i + 1]));
  return {
    $schema: 'https://c3voc.de/schedule/schema.json',
    generator: { name: 'Aftertalk', version: '1' },
    schedule: {
      version: String(conference.edition), base_url: `${base}/c/${conference.slug}`,
      conference: {
        acronym: conference.slug, title: conference.title, start: conference.startsOn, end: conference.endsOn, daysCount: days.length, timeslot_duration: '00:05', time_zone_name: zone, ...(conference.url ? { url: conference.url } : {}),
        rooms: [...new Set(slots.map(({ slot }) => slot.room))].map((name) => ({ name })),
        tracks: [...new Set(talks.map(({ track }) => track).filter(Boolean))].map((name) => ({ name })),
        days: days.map((date, i) => ({
          index: i + 1, date, day_start: isoIn(zone, new Date(instantIn(zone, date).getTime() + hours(DAY_STARTS_AT_HOUR))), day_end: isoIn(zone, new Date(endOfDay(zone, date).getTime() + hours(DAY_STARTS_AT_HOUR))),
          rooms: byRoom(slots.filter(({ at }) => dayOf(at) === date).map(({ talk, slot, at }) => ({
            guid: talk.guid, id: numbers.get(talk.id)!, date: isoIn(zone, at), start: isoIn(zone, at).slice(11, 16), duration: clockOf(slot.durationMinutes), room: slot.room, slug: talk.slug,
            url: threadUrlOf(base, conference, talk), title: talk.status === 'cancelled' && !/^\W*CANCELL?ED/.test(talk.title) ? `CANCELLED: ${talk.title}` : talk.title, subtitle: talk.subtitle, track: talk.track, type: '', language: talk.language,
            abstract: talk.abstractHtml, description: '', recording_license: '', do_not_record: false, persons: talk.speakers.map(({ id, name, bioHtml }) => ({ guid: id, name, public_name: name, biography: bioHtml })),
            links: [], attachments: [], feedback_url: threadUrlOf(base, conference, talk),
          }))),
        })),
      },
    },
  };
}

function byRoom<Event extends { room: string }>(events: readonly Event[]): Record<string, Event[]> {
  const rooms: Record<string, Event[]> = Object.create(null) as Record<string, Event[]>;
  for (const event of events) (rooms[event.room] ??= []).push(event);
  return rooms;
}

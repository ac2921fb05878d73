import { grouped } from '../kernel/by-key.ts';
import { mapInSlices } from '../kernel/in-slices.ts';
import { dateIn, endOfDay, instantIn, isoIn } from '../kernel/zone.ts';
import type { Conference } from '../programme/conference.entity.ts';
import type { ScheduledTalk } from './schedule.queries.ts';

/** Early hours belong to the evening before, as in schedules of events. */
const DAY_STARTS_AT_HOUR = 4;
const hours = (n: number): number => n * 3_600_000;

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const threadUrlOf = (base: string, conference: Conference, { threadSlug }: ScheduledTalk): string =>
  `${base}/c/${conference.slug}${threadSlug === null ? '' : `/t/${threadSlug}`}`;

/**
 * The programme as schedule.json (c3voc), made in slices: apps that read it lead from each talk to its thread, the
 * feedback_url. Answers JSON in pieces, a talk each: joined and encoded at once, 4 MB hold the event loop for 80 ms.
 */
export async function toScheduleJson(
  conference: Conference,
  talks: AsyncIterable<readonly ScheduledTalk[]>,
  base: string,
): Promise<(string | Buffer)[]> {
  const zone = conference.timeZone;
  const events: PlacedEvent[] = [];
  const tracks = new Set<string>();
  let before = 0;
  for await (const some of talks) {
    const first = before + 1;
    before += some.length;
    for (const { track } of some) if (track) tracks.add(track);
    const placed = some.flatMap((talk, i) => talk.slots.map((slot) => ({ talk, slot, number: first + i })));
    const made = await mapInSlices(placed, ({ talk, slot, number }): PlacedEvent => {
      const at = new Date(slot.startsAt);
      const event = eventOf({ talk, slot, number, start: isoIn(zone, at), url: threadUrlOf(base, conference, talk) });
      // As bytes at once: megabytes of text that stay alive are copied by each collection of garbage.
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

/** Pieces of several values, with commas between the values. */
const listed = (values: readonly (readonly (string | Buffer)[])[]): (string | Buffer)[] =>
  values.flatMap((pieces, i) => (i === 0 ? pieces : [',', ...pieces]));

/** An object as JSON without its end, to which something is added. */
const opened = (object: object): string => `${JSON.stringify(object).slice(0, -1)},`;

const dayOf = (zone: string, at: Date): string => dateIn(zone, new Date(at.getTime() - hours(DAY_STARTS_AT_HOUR)));

/** A talk in one of its slots, as JSON. */
interface PlacedEvent {
  day: string;
  room: string;
  json: Buffer;
}

interface Extent {
  rooms: ReadonlySet<string>;
  tracks: ReadonlySet<string>;
  daysCount: number;
}

const headOf = (conference: Conference, { rooms, tracks, daysCount }: Extent): object => ({
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

interface Event {
  talk: ScheduledTalk;
  slot: ScheduledTalk['slots'][number];
  number: number;
  start: string;
  url: string;
}

const eventOf = ({ talk, slot, number, start, url }: Event): object => ({
  guid: talk.guid,
  id: number,
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
  recording_license: '',
  do_not_record: false,
  persons: talk.speakers.map(({ id, name, bioHtml }) => ({ guid: id, name, public_name: name, biography: bioHtml })),
  links: [],
  attachments: [],
  feedback_url: url,
});

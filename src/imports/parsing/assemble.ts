import { isTimeZone } from '../../kernel/zone.ts';
import { line, slugOf, webAddress } from './loose.ts';
import { ScheduleRefused, type ParsedConference, type ParsedSchedule, type ParsedSlot, type ParsedSpeaker, type ParsedTalk, type ScheduleProblem } from './parsed-schedule.ts';
import type { RawEvent, RawPerson, RawSchedule } from './raw-schedule.ts';
import { instantOf, minutesOf, oddDuration } from './slot-time.ts';
import { formatOf, mergedText, saysCancelled } from './talk-text.ts';

const TALKS = 20_000;
/** A text this long is no abstract any more. */
const TEXT = 50_000;

/** Turns what a file says into talks: who is who, when is when. What is odd about one event never costs the others. */
export function assemble(raw: RawSchedule, givenZone: string | null): ParsedSchedule {
  if (raw.events.length > TALKS) throw new ScheduleRefused('the whole file', `It has ${raw.events.length} talks; at most ${TALKS} are taken.`);
  const problems: ScheduleProblem[] = [];
  const timeZone = zoneOf(raw, givenZone, problems);
  const talks = new Map<string, ParsedTalk>();
  for (const event of raw.events) {
    const slot = slotOf(event, raw, timeZone, problems);
    if (slot) place(talks, event, slot, raw, problems);
  }
  for (const talk of talks.values()) talk.slots.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  nameApart([...talks.values()]);
  return { dialect: raw.dialect, conference: conferenceOf(raw, timeZone, [...talks.values()]), talks: [...talks.values()], problems };
}

function zoneOf({ timeZone }: RawSchedule, given: string | null, problems: ScheduleProblem[]): string | null {
  if (isTimeZone(timeZone)) return timeZone;
  if (timeZone !== '') problems.push({ place: 'the conference', sentence: `Its time zone "${line(timeZone, 60)}" is unknown; choose one.` });
  else if (given === null) problems.push({ place: 'the conference', sentence: 'It names no time zone; choose one.' });
  return given;
}

function slotOf(event: RawEvent, { dayChange }: RawSchedule, timeZone: string | null, problems: ScheduleProblem[]): ParsedSlot | null {
  if (event.title === '') {
    problems.push({ place: event.place, sentence: 'It has no title and was left out.' });
    return null;
  }
  const instant = instantOf({ date: event.date, start: event.start, day: event.day, dayChange, timeZone });
  if ('missing' in instant) {
    if (timeZone === null && instant.missing.includes('time zone')) throw new ScheduleRefused(event.place, instant.missing);
    problems.push({ place: event.place, sentence: `${instant.missing} The talk was left out.` });
    return null;
  }
  const minutes = minutesOf(event.duration);
  for (const odd of [instant.odd, oddDuration(minutes)]) if (odd) problems.push({ place: event.place, sentence: odd });
  return { startsAt: instant.at, durationMinutes: minutes ?? 0, room: event.room };
}

/** guid, then code, then id, then url; marked by kind, so that an id never meets a code. */
const keyOf = ({ guid, code, id, url, title, day }: RawEvent): string =>
  guid !== '' ? guid.slice(0, 200) : code !== '' ? `code:${code.slice(0, 190)}` : id !== '' ? `id:${id.slice(0, 190)}` : url !== '' ? `url:${url.slice(0, 190)}` : `title:${day} ${title.slice(0, 170)}`;

/** A key met again is the same talk at another time, unless neither its title nor any person is the same. */
function place(talks: Map<string, ParsedTalk>, event: RawEvent, slot: ParsedSlot, raw: RawSchedule, problems: ScheduleProblem[]): void {
  for (let i = 1; ; i += 1) {
    const key = i === 1 ? keyOf(event) : `${keyOf(event)}#${i}`;
    const known = talks.get(key);
    if (!known) {
      talks.set(key, talkOf(key, event, slot, raw));
      if (i > 1) problems.push({ place: event.place, sentence: `Another talk has the same key "${line(keyOf(event), 60)}"; they were kept apart.` });
      return;
    }
    if (isSame(known, event)) {
      if (!known.slots.some((one) => one.startsAt.getTime() === slot.startsAt.getTime() && one.room === slot.room)) known.slots.push(slot);
      return;
    }
  }
}

const isSame = (talk: ParsedTalk, event: RawEvent): boolean =>
  talk.title === event.title || talk.speakers.some((speaker) => event.persons.some(({ name }) => name === speaker.name));

function talkOf(guid: string, event: RawEvent, slot: ParsedSlot, { baseUrl, usualFormat }: RawSchedule): ParsedTalk {
  return {
    guid,
    slug: slugOf(event.slug === '' ? event.title : event.slug, 'talk'),
    title: event.title,
    subtitle: event.subtitle,
    abstract: mergedText(event.abstract.slice(0, TEXT), event.description.slice(0, TEXT), usualFormat),
    language: line(event.language, 40),
    track: event.track,
    url: webAddress(event.url, baseUrl),
    cancelled: /^(cancell?ed|withdrawn|rejected)$/i.test(event.state) || saysCancelled(event.title),
    slots: [slot],
    speakers: speakersOf(event.persons, usualFormat),
  };
}

/** Ids alone collide where programmes were merged (437 ids, 878 names in one of them): the name is part of the key. */
function speakersOf(persons: readonly RawPerson[], usual: 'markdown' | 'plain'): ParsedSpeaker[] {
  const speakers = persons.map(({ id, name, bio }) => ({
    key: `${id === '' ? 'name' : `id:${id.slice(0, 100)}`}:${name.normalize('NFKC').toLowerCase()}`.slice(0, 300),
    name,
    bio: { text: bio.slice(0, TEXT), format: formatOf(bio, usual) },
  }));
  return [...new Map(speakers.map((speaker) => [speaker.key, speaker])).values()];
}

function nameApart(talks: readonly ParsedTalk[]): void {
  const taken = new Set<string>();
  for (const talk of talks) {
    const { slug } = talk;
    for (let i = 2; taken.has(talk.slug); i += 1) talk.slug = `${slug}-${i}`;
    taken.add(talk.slug);
  }
}

function conferenceOf(raw: RawSchedule, timeZone: string | null, talks: readonly ParsedTalk[]): ParsedConference {
  const days = talks.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt.toISOString().slice(0, 10))).toSorted((a, b) => a.localeCompare(b));
  const day = (written: string, otherwise: string | undefined): string => /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0] ?? otherwise ?? '';
  const [startsOn, endsOn] = [day(raw.start, days[0]), day(raw.end, days.at(-1))];
  if (startsOn === '') throw new ScheduleRefused('the conference', 'It has neither a first day nor any talk with a time.');
  const title = line(raw.title, 200) || line(raw.acronym, 200) || 'Conference';
  return {
    acronym: slugOf(raw.acronym === '' ? title : raw.acronym, 'conference'),
    title,
    timeZone,
    startsOn,
    endsOn: endsOn < startsOn ? startsOn : endsOn,
    url: webAddress(raw.url),
    version: raw.version,
  };
}

import { FreeNames } from '../../kernel/free-names.ts';
import { isTimeZone } from '../../kernel/zone.ts';
import type { SourceText } from '../../platform/markup/abstract.ts';
import { line, slugOf, webAddress } from './loose.ts';
import {
  ScheduleRefused,
  type ParsedConference,
  type ParsedSchedule,
  type ParsedSlot,
  type ParsedSpeaker,
  type ParsedTalk,
  type ScheduleProblem,
} from './parsed-schedule.ts';
import type { RawEvent, RawPerson, RawSchedule } from './raw-schedule.ts';
import { instantOf, minutesOf, oddDuration } from './slot-time.ts';
import { keyOf, TalkKeys } from './talk-keys.ts';
import { formatOf, mergedText, saysCancelled } from './talk-text.ts';

const TALKS = 20_000;
/** A text this long is no abstract any more. */
const TEXT = 50_000;
/** The longest address that others are resolved against. */
const ADDRESS = 2_000;

/** Turns what a file says into talks: who is who, when is when. What is odd about one event never costs the others. */
export function assemble(raw: RawSchedule, givenZone: string | null): ParsedSchedule {
  if (raw.events.length > TALKS)
    throw new ScheduleRefused('the whole file', `It has ${raw.events.length} talks; at most ${TALKS} are taken.`);
  const problems: ScheduleProblem[] = [];
  const timeZone = zoneOf(raw, givenZone, problems);
  const keys = new TalkKeys();
  const placing: Placing = { keys, problems, timesOf: new Map(), talkOf: talksIn(raw) };
  for (const event of raw.events) {
    const slot = slotOf(event, raw, timeZone, problems);
    if (slot) place(event, slot, placing);
  }
  const talks = keys.all();
  for (const talk of talks) talk.slots.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  nameApart(talks);
  return { dialect: raw.dialect, conference: conferenceOf(raw, timeZone, talks), talks, problems };
}

interface Placing {
  keys: TalkKeys;
  problems: ScheduleProblem[];
  /** The times and rooms each talk has already. */
  timesOf: Map<ParsedTalk, Set<string>>;
  talkOf: (key: string, event: RawEvent, slot: ParsedSlot) => ParsedTalk;
}

function zoneOf({ timeZone }: RawSchedule, given: string | null, problems: ScheduleProblem[]): string | null {
  if (isTimeZone(timeZone)) return timeZone;
  if (timeZone !== '')
    problems.push({
      place: 'the conference',
      sentence: `Its time zone "${line(timeZone, 60)}" is unknown; choose one.`,
    });
  else if (given === null) problems.push({ place: 'the conference', sentence: 'It names no time zone; choose one.' });
  return given;
}

function slotOf(
  event: RawEvent,
  { dayChange }: RawSchedule,
  timeZone: string | null,
  problems: ScheduleProblem[],
): ParsedSlot | null {
  if (event.title === '') {
    problems.push({ place: event.place, sentence: 'It has no title and was left out.' });
    return null;
  }
  const instant = instantOf({ date: event.date, start: event.start, day: event.day, dayChange, timeZone });
  if ('missing' in instant) {
    if (timeZone === null && instant.missing.includes('time zone'))
      throw new ScheduleRefused(event.place, instant.missing);
    problems.push({ place: event.place, sentence: `${instant.missing} The talk was left out.` });
    return null;
  }
  const minutes = minutesOf(event.duration);
  for (const odd of [instant.odd, oddDuration(minutes)]) if (odd) problems.push({ place: event.place, sentence: odd });
  return { startsAt: instant.at, durationMinutes: minutes ?? 0, room: event.room };
}

function place(event: RawEvent, slot: ParsedSlot, { keys, problems, timesOf, talkOf }: Placing): void {
  const found = keys.find(event);
  const time = `${slot.startsAt.getTime()} ${slot.room}`;
  if ('known' in found) {
    const times = timesOf.get(found.known)!;
    if (!times.has(time)) found.known.slots.push(slot);
    times.add(time);
    return;
  }
  const talk = talkOf(found.key, event, slot);
  keys.add(keyOf(event), found.key, talk);
  timesOf.set(talk, new Set([time]));
  if (found.isClash)
    problems.push({
      place: event.place,
      sentence: `Another talk has the same key "${line(keyOf(event), 60)}"; they were kept apart.`,
    });
}

/** Makes talks of events. What is the same for all of them, or said of a person again and again, is looked at once. */
function talksIn({ baseUrl, usualFormat }: RawSchedule): Placing['talkOf'] {
  const base = baseUrl.length > ADDRESS ? '' : baseUrl;
  const bios = new Map<string, SourceText>();
  const bioOf = (bio: string): SourceText => {
    const known = bios.get(bio) ?? { text: bio.slice(0, TEXT), format: formatOf(bio, usualFormat) };
    bios.set(bio, known);
    return known;
  };
  return (guid, event, slot) => ({
    guid,
    slug: slugOf(event.slug === '' ? event.title : event.slug, 'talk'),
    title: event.title,
    subtitle: event.subtitle,
    abstract: mergedText(event.abstract.slice(0, TEXT), event.description.slice(0, TEXT), usualFormat),
    language: line(event.language, 40),
    track: event.track,
    url: webAddress(event.url, base),
    cancelled: /^(cancell?ed|withdrawn|rejected)$/i.test(event.state) || saysCancelled(event.title),
    slots: [slot],
    speakers: speakersOf(event.persons, bioOf),
  });
}

/** Ids alone collide where programmes were merged (437 ids, 878 names in one of them): the name is part of the key. */
function speakersOf(persons: readonly RawPerson[], bioOf: (bio: string) => SourceText): ParsedSpeaker[] {
  const speakers = persons.map(({ id, name, bio }) => ({
    key: `${id === '' ? 'name' : `id:${id.slice(0, 100)}`}:${name.normalize('NFKC').toLowerCase()}`.slice(0, 300),
    name,
    bio: bioOf(bio),
  }));
  return [...new Map(speakers.map((speaker) => [speaker.key, speaker])).values()];
}

function nameApart(talks: readonly ParsedTalk[]): void {
  const names = new FreeNames();
  for (const talk of talks) talk.slug = names.claim(talk.slug);
}

function conferenceOf(raw: RawSchedule, timeZone: string | null, talks: readonly ParsedTalk[]): ParsedConference {
  const days = talks
    .flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt.toISOString().slice(0, 10)))
    .toSorted();
  const day = (written: string, otherwise: string | undefined): string =>
    /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0] ?? otherwise ?? '';
  const [startsOn, endsOn] = [day(raw.start, days[0]), day(raw.end, days.at(-1))];
  if (startsOn === '')
    throw new ScheduleRefused('the conference', 'It has neither a first day nor any talk with a time.');
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

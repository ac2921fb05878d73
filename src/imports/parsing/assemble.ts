import { createHash } from 'node:crypto';
import { losesLetters } from '../../kernel/transliterate.ts';
import { FreeNames } from '../../kernel/free-names.ts';
import { slugOf } from '../../kernel/slug.ts';
import { isSeen } from '../../kernel/visible-text.ts';
import { dateIn, isTimeZone } from '../../kernel/zone.ts';
import type { SourceText } from '../../platform/markup/abstract.ts';
import { boundedEvent, boundedLine, damagedTexts } from './bounded-event.ts';
import { line, longLine } from './loose.ts';
import {
  ScheduleRefused,
  type ParsedConference,
  type ParsedSchedule,
  type ParsedSlot,
  type ParsedTalk,
  type ScheduleProblem,
} from './parsed-schedule.ts';
import { linksOf, publicUrl } from './public-links.ts';
import type { RawEvent, RawSchedule } from './raw-schedule.ts';
import { dayIn, instantOf, lastDayIn, minutesOf, oddDuration, roundedDuration } from './slot-time.ts';
import { namedPersons, oneBiographyEach, speakersOf } from './speakers-of-event.ts';
import { saidOtherwise } from './said-otherwise.ts';
import { keyOf, TalkKeys } from './talk-keys.ts';
import { cancelledByTitle, mergedTexts, sourceOf } from './talk-text.ts';

const TALKS = 20_000;
/** The hours after midnight that belong to the day before, in milliseconds. */
const NIGHT = 4 * 3_600_000;
/** Longest title and version of a conference, in characters. */
const NAME = 200;
/** Longest base address, in characters. */
const ADDRESS = 2_000;

/** Turns what a file says into talks with speakers and times. A problem with one event never affects the others. */
export function assemble(raw: RawSchedule, givenZone: string | null): ParsedSchedule {
  if (raw.events.length > TALKS)
    throw new ScheduleRefused('the whole file', `It has ${raw.events.length} talks; at most ${TALKS} are taken.`);
  const problems: ScheduleProblem[] = [...(raw.notes ?? [])];
  const timeZone = zoneOf(raw, givenZone, problems);
  const keys = new TalkKeys();
  const placing: AssemblyState = {
    keys,
    problems,
    timesOf: new Map(),
    eventOf: new Map(),
    talkOf: talksIn(raw, problems),
  };
  for (const event of raw.events) {
    const slot = slotOf(event, raw, timeZone, problems);
    if (slot === null) continue;
    const bounded = boundedEvent(event, problems);
    place(bounded, { ...slot, room: bounded.room }, placing);
  }
  const talks = keys.all();
  if (talks.length === 0) throw nothingRecognised(raw, problems);
  for (const talk of talks) talk.slots.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  nameApart(talks);
  oneBiographyEach(
    talks.flatMap(({ speakers }) => speakers),
    problems,
  );
  return {
    dialect: raw.dialect,
    conference: conferenceOf(raw, { timeZone, talks, problems }),
    talks,
    problems,
    unread: raw.unread,
    columns: raw.columns ?? [],
  };
}

/** A file of which nothing is understood is refused, not read as an empty programme. */
function nothingRecognised(
  { events, foundInstead, notes = [] }: RawSchedule,
  problems: readonly ScheduleProblem[],
): ScheduleRefused {
  const first = notes[0] ?? problems.find(({ place }) => events.some((event) => event.place === place));
  const example = first ? ` The first: ${first.place}: ${first.sentence}` : '';
  const found =
    events.length === 0
      ? `No talk was found in it, but ${foundInstead}.${example}`
      : `It has ${events.length} events, and none of them can be a talk.${example}`;
  return new ScheduleRefused('the whole file', `${found} Nothing was changed. Export the file again, or send another.`);
}

interface AssemblyState {
  keys: TalkKeys;
  problems: ScheduleProblem[];
  /** The times and rooms each talk has already. */
  timesOf: Map<ParsedTalk, Set<string>>;
  /** The event that each talk was made of. */
  eventOf: Map<ParsedTalk, RawEvent>;
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
  if (!isSeen(event.title)) {
    problems.push({ place: event.place, sentence: 'It has no title and was left out.' });
    return null;
  }
  const day = dayIn(event.day, timeZone) ?? event.day;
  const instant = instantOf({ date: event.date, start: event.start, day, dayChange, timeZone });
  if ('missing' in instant) {
    if (timeZone === null && instant.missing.includes('time zone'))
      throw new ScheduleRefused(event.place, instant.missing);
    problems.push({ place: event.place, sentence: `${instant.missing} The talk was left out.` });
    return null;
  }
  const minutes = minutesOf(event.duration);
  for (const odd of [instant.odd, oddDuration(minutes), roundedDuration(event.duration), damagedTexts(event)])
    if (odd) problems.push({ place: event.place, sentence: odd });
  return { startsAt: instant.at, durationMinutes: minutes ?? 0, room: event.room, guid: event.guid.slice(0, 200) };
}

function place(event: RawEvent, slot: ParsedSlot, { keys, problems, timesOf, eventOf, talkOf }: AssemblyState): void {
  const found = keys.find(event);
  const time = `${slot.startsAt.getTime()} ${slot.room}`;
  if ('known' in found) {
    const times = timesOf.get(found.known)!;
    if (!times.has(time)) found.known.slots.push({ ...slot, guid: slot.guid === found.known.guid ? '' : slot.guid });
    found.known.doNotRecord ||= event.doNotRecord;
    times.add(time);
    const own = saidOtherwise(event, eventOf.get(found.known)!);
    if (own.length > 0)
      problems.push({
        place: event.place,
        sentence:
          `It is another time of "${line(found.known.title, 60)}" and says otherwise (${own.join(', ')}); ` +
          'what was said first was kept.',
      });
    return;
  }
  const talk = talkOf(found.key, event, slot);
  keys.add(keyOf(event), found.key, talk);
  timesOf.set(talk, new Set([time]));
  eventOf.set(talk, event);
  if (found.isClash)
    problems.push({
      place: event.place,
      sentence: `Another talk has the same key "${line(keyOf(event), 60)}"; they were kept apart.`,
    });
}

/** Turns events into talks, computing once what all of them or many speakers share. */
function talksIn({ baseUrl, usualFormat }: RawSchedule, problems: ScheduleProblem[]): AssemblyState['talkOf'] {
  const base = baseUrl.length > ADDRESS ? '' : baseUrl;
  const bios = new Map<string, SourceText>();
  const bioOf = (bio: string): SourceText => {
    const known = bios.get(bio) ?? sourceOf(bio, usualFormat);
    bios.set(bio, known);
    return known;
  };
  return (guid, event, slot) => ({
    guid,
    slug: slugOf(event.slug === '' ? event.title : event.slug, 'talk'),
    title: event.title,
    subtitle: event.subtitle,
    code: event.code.slice(0, 190),
    id: event.id.slice(0, 190),
    abstract: mergedTexts(event.abstract, event.description, usualFormat),
    language: event.language,
    track: event.track,
    url: publicUrl(event.url, { base, place: event.place, problems }),
    cancelled: isCancelled(event) || cancelledByTitle(event.title) === 'certainly',
    isPerhapsCancelled: !isCancelled(event) && cancelledByTitle(event.title) === 'perhaps',
    doNotRecord: event.doNotRecord,
    recordingLicense: event.recordingLicense,
    links: linksOf(event.links, { base, place: event.place, problems }),
    attachments: linksOf(event.attachments, { base, place: event.place, problems }),
    slots: [{ ...slot, guid: '' }],
    speakers: speakersOf(namedPersons(event, problems), bioOf),
  });
}

const isCancelled = ({ state }: RawEvent): boolean => /^(cancell?ed|withdrawn|rejected)$/i.test(state);

function nameApart(talks: readonly ParsedTalk[]): void {
  const names = new FreeNames();
  for (const talk of talks) talk.slug = names.claim(talk.slug);
}

/** Adds a hash of the name where a slug cannot hold all its letters, so that two conferences do not collide. */
function conferenceSlug(name: string): string {
  const slug = slugOf(name, 'conference');
  if (!losesLetters(name) && slug !== 'conference') return slug;
  return `${slug.slice(0, 60)}-${createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 6)}`;
}

interface Framing {
  timeZone: string | null;
  talks: readonly ParsedTalk[];
  problems: ScheduleProblem[];
}

function conferenceOf(raw: RawSchedule, { timeZone, talks, problems }: Framing): ParsedConference {
  // Hours past midnight belong to the evening before.
  const days = talks
    .flatMap(({ slots }) =>
      slots.map(({ startsAt }) => dateIn(timeZone ?? 'UTC', new Date(startsAt.getTime() - NIGHT))),
    )
    .toSorted();
  const startsOn = dayIn(raw.start, timeZone) ?? days[0] ?? '';
  const endsOn = lastDayIn(raw.end, timeZone) ?? days.at(-1) ?? '';
  if (startsOn === '')
    throw new ScheduleRefused('the conference', 'It has neither a first day nor any talk with a time.');
  const lineOf = (what: string, value: string): string =>
    boundedLine(longLine(value), NAME, { what, place: 'the conference', problems });
  const title = lineOf('Its title', raw.title) || line(raw.acronym, NAME) || 'Conference';
  return {
    acronym: conferenceSlug(raw.acronym === '' ? title : raw.acronym),
    title,
    timeZone,
    startsOn,
    endsOn: endsOn < startsOn ? startsOn : endsOn,
    url: publicUrl(raw.url, { base: '', place: 'the conference', problems }),
    version: lineOf('Its version', raw.version),
  };
}

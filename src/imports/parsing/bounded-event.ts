import { withoutEntities } from './html-entities.ts';
import { line } from './loose.ts';
import type { ScheduleProblem } from './parsed-schedule.ts';
import type { RawEvent, RawLink, RawPerson } from './raw-schedule.ts';

/** Most links, and most attachments, of a talk. */
const LINKS = 50;
/** Longest abstract, description or biography, in characters. */
const TEXT = 50_000;
/** Longest name of a person or of a link, in characters. */
const NAME = 200;
/** Longest kind of a link, in characters. */
const KIND = 40;
/** Longest lines of a talk, in characters, with the words for them. */
const LINES = {
  title: [300, 'Its title'],
  subtitle: [300, 'Its subtitle'],
  track: [200, 'The name of its track'],
  room: [200, 'The name of its room'],
  recordingLicense: [200, 'The licence of its recording'],
  language: [40, 'Its language'],
} as const satisfies Partial<Record<keyof RawEvent, readonly [number, string]>>;

/** Reads one line, with the characters that HTML writes for it, and cuts it to its bound, which it says. */
export function boundedLine(raw: string, most: number, { what, place, problems }: Bounding): string {
  const value = withoutEntities(raw);
  if (value.length <= most) return value;
  const kept = line(value, most);
  if (kept !== value) problems.push({ place, sentence: sentenceOf(what, most) });
  return kept;
}

interface Bounding {
  /** The name of the text that is cut, as `Its title`. */
  what: string;
  place: string;
  problems: ScheduleProblem[];
}

/** Cuts what is longer than the forum stores, and says so in the report. */
export function boundedEvent(event: RawEvent, problems: ScheduleProblem[]): RawEvent {
  const { place } = event;
  const lines = Object.entries(LINES).map(([field, [most, what]]) => [
    field,
    boundedLine(event[field as keyof typeof LINES], most, { what, place, problems }),
  ]);
  const textOf = (what: string, value: string): string => boundedText(value, { what, place, problems });
  return {
    ...event,
    ...(Object.fromEntries(lines) as Pick<RawEvent, keyof typeof LINES>),
    abstract: textOf('Its abstract', event.abstract),
    description: textOf('Its description', event.description),
    persons: event.persons.map((person) => boundedPerson(person, place, problems)),
    links: boundedLinks(event.links, { what: 'links', place, problems }),
    attachments: boundedLinks(event.attachments, { what: 'attachments', place, problems }),
  };
}

/** Names the texts of an event in which U+FFFD stands for a letter that was lost before the file was written. */
export function damagedTexts({ title, subtitle, abstract, description, persons }: RawEvent): string | null {
  const texts = {
    'its title': title,
    'its subtitle': subtitle,
    'its abstract': abstract + description,
    'a name or a biography': persons.map(({ name, bio }) => name + bio).join(''),
  };
  const lossy = Object.keys(texts).filter((text) => texts[text as keyof typeof texts].includes('\uFFFD'));
  if (lossy.length === 0) return null;
  return `Letters were lost (${lossy.join(', ')}) before the file was written; correct them in the source.`;
}

function boundedText(value: string, { what, place, problems }: Bounding): string {
  if (value.length <= TEXT) return value;
  const characters = Array.from(value.slice(0, TEXT * 2));
  if (characters.length <= TEXT) return value;
  problems.push({ place, sentence: sentenceOf(what, TEXT) });
  return characters.slice(0, TEXT).join('');
}

function boundedPerson(person: RawPerson, place: string, problems: ScheduleProblem[]): RawPerson {
  const { name, bio } = person;
  if (name.length <= NAME && bio.length <= TEXT && !name.includes('&')) return person;
  const kept = boundedLine(name, NAME, { what: 'The name of a person', place, problems });
  return {
    ...person,
    name: kept,
    bio: boundedText(bio, { what: `The biography of "${line(kept, 60)}"`, place, problems }),
  };
}

function boundedLinks(links: readonly RawLink[], bounding: Bounding): RawLink[] {
  const { what, place, problems } = bounding;
  if (links.length > LINKS)
    problems.push({ place, sentence: `It has ${links.length} ${what}; the first ${LINKS} were taken.` });
  return links.slice(0, LINKS).map(({ title, url, kind }) => ({
    title: boundedLine(title, NAME, { ...bounding, what: `The title of one of its ${what}` }),
    url,
    kind: boundedLine(kind, KIND, { ...bounding, what: `The type of one of its ${what}` }),
  }));
}

const sentenceOf = (what: string, most: number): string =>
  `${what} is longer than ${most.toLocaleString('en')} characters; the rest was left out.`;

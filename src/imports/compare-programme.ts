import { normaliseText, foldName } from '../kernel/text.ts';
import { renderAbstract } from '../platform/markup/abstract.ts';
import type { TalkWithSpeakers } from '../programme/programme.queries.ts';
import type { TalkFields } from '../programme/write-talks.ts';
import type { ParsedTalk, ScheduleProblem } from './parsing/parsed-schedule.ts';

/** A talk as it stands here, with everything an import may change. */
export type KnownTalk = TalkFields & Pick<TalkWithSpeakers, 'id' | 'editedFields' | 'isImported'>;

export interface Difference {
  added: TalkFields[];
  changed: { id: string; talk: TalkFields }[];
  /** Only their time or place is another. */
  moved: { id: string; talk: TalkFields }[];
  cancelled: { id: string; talk: TalkFields }[];
  unchanged: number;
  problems: ScheduleProblem[];
}

/** A talk of a file as we keep it: safe HTML, addresses masked, the first slot on the talk itself. */
function toFields(parsed: ParsedTalk): TalkFields {
  const first = parsed.slots[0]!;
  return {
    guid: parsed.guid,
    slug: parsed.slug,
    title: normaliseText(parsed.title),
    subtitle: normaliseText(parsed.subtitle),
    abstractHtml: renderAbstract({ ...parsed.abstract, text: normaliseText(parsed.abstract.text) }),
    language: parsed.language,
    track: normaliseText(parsed.track),
    room: normaliseText(first.room),
    startsAt: first.startsAt,
    durationMinutes: first.durationMinutes,
    status: parsed.cancelled ? 'cancelled' : 'confirmed',
    url: parsed.url,
    slots: parsed.slots.map((slot) => ({ ...slot, room: normaliseText(slot.room) })),
    speakers: parsed.speakers.map(({ key, name, bio }) => ({ key: normaliseText(key), name: normaliseText(name), bioHtml: renderAbstract({ ...bio, text: normaliseText(bio.text) }) })),
  };
}

/**
 * All talks of a file. A speaker of several talks is one: the first name and the first biography that says something
 * stand for all, since files repeat them with small differences.
 */
export function toProgramme(talks: readonly ParsedTalk[]): TalkFields[] {
  const fields = talks.map(toFields);
  const speakers = new Map<string, TalkFields['speakers'][number]>();
  for (const speaker of fields.flatMap((talk) => talk.speakers)) {
    const known = speakers.get(speaker.key);
    if (!known || (known.bioHtml === '' && speaker.bioHtml !== '')) speakers.set(speaker.key, { ...speaker, name: known?.name ?? speaker.name });
  }
  return fields.map((talk) => ({ ...talk, speakers: talk.speakers.map(({ key }) => speakers.get(key)!) }));
}

/** What an import would do. The talk owns its thread, so whatever moves, the talk found by its key stays itself. */
export function compare(known: readonly KnownTalk[], wanted: readonly TalkFields[]): Difference {
  const difference: Difference = { added: [], changed: [], moved: [], cancelled: [], unchanged: 0, problems: [] };
  const byGuid = new Map(known.map((talk) => [talk.guid, talk]));
  const slugs = new Set(known.map(({ slug }) => slug));
  for (const talk of wanted) {
    const old = byGuid.get(talk.guid);
    if (!old) difference.added.push({ ...talk, slug: freeSlug(talk.slug, slugs) });
    else if (isAnother(old, talk)) difference.problems.push({ place: `talk "${talk.title}"`, sentence: `Its key belonged to "${old.title}", and neither title nor speakers are alike; the old talk was kept and this one left out. Give it a key of its own.` });
    else sort(difference, old, keepingEdits(old, talk));
  }
  const present = new Set(wanted.map(({ guid }) => guid));
  for (const old of known) {
    if (old.isImported && old.status === 'confirmed' && !present.has(old.guid)) difference.cancelled.push({ id: old.id, talk: { ...old, status: 'cancelled' } });
  }
  return difference;
}

function sort(difference: Difference, old: KnownTalk, talk: TalkFields): void {
  const entry = { id: old.id, talk };
  const [before, after] = [said(old), said(talk)];
  if (before !== after) (talk.status === 'cancelled' && old.status === 'confirmed' ? difference.cancelled : difference.changed).push(entry);
  else if (placed(old) !== placed(talk)) difference.moved.push(entry);
  else difference.unchanged += 1;
}

/** What an organizer changed here stays. */
function keepingEdits(old: KnownTalk, talk: TalkFields): TalkFields {
  const edited = new Set(old.editedFields.map((field) => (field === 'abstract' ? 'abstractHtml' : field)));
  const kept = Object.fromEntries(Object.entries(talk).map(([field, value]) => [field, edited.has(field) ? old[field as keyof TalkFields] : value])) as unknown as TalkFields;
  const timesAreKept = edited.has('startsAt') || edited.has('room') || edited.has('durationMinutes');
  return { ...kept, slug: old.slug, ...(timesAreKept ? { slots: old.slots, startsAt: old.startsAt, room: old.room, durationMinutes: old.durationMinutes } : {}) };
}

const said = ({ title, subtitle, abstractHtml, language, track, status, url, speakers }: TalkFields): string =>
  JSON.stringify([title, subtitle, abstractHtml, language, track, status, url, speakers.map(({ key, name, bioHtml }) => [key, name, bioHtml])]);

const placed = ({ slots }: TalkFields): string =>
  JSON.stringify(slots.map(({ startsAt, durationMinutes, room }) => [startsAt.toISOString(), durationMinutes, room]).toSorted((a, b) => String(a).localeCompare(String(b))));

/** A key that was given to another talk: seen in a real programme, one day after the first version. */
function isAnother(old: KnownTalk, talk: TalkFields): boolean {
  const persons = new Set(old.speakers.map(({ name }) => foldName(name)));
  return !talk.speakers.some(({ name }) => persons.has(foldName(name))) && likeness(old.title, talk.title) < 0.3 && (old.speakers.length > 0 || talk.speakers.length > 0);
}

/** Shared words over all words (Jaccard), 0 to 1. */
function likeness(a: string, b: string): number {
  const words = (title: string): Set<string> => new Set(foldName(title).split(/[^\p{L}\p{N}]+/u).filter(Boolean));
  const [first, second] = [words(a), words(b)];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(1, first.size + second.size - shared);
}

function freeSlug(slug: string, taken: Set<string>): string {
  let name = slug;
  for (let i = 2; taken.has(name); i += 1) name = `${slug}-${i}`;
  taken.add(name);
  return name;
}

import { FreeNames } from '../kernel/free-names.ts';
import { nextTurn, slicesOf } from '../kernel/slices.ts';
import { foldName } from '../kernel/text.ts';
import type { TalkWithSpeakers } from '../programme/programme.queries.ts';
import type { TalkFields } from '../programme/write-talks.ts';
import type { ScheduleProblem } from './parsing/parsed-schedule.ts';

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

/**
 * What an import would do. The talk owns its thread, so whatever moves, the talk found by its key stays itself. Works
 * in slices: a programme may have thousands of talks.
 */
export async function compare(known: readonly KnownTalk[], wanted: readonly TalkFields[]): Promise<Difference> {
  const difference: Difference = { added: [], changed: [], moved: [], cancelled: [], unchanged: 0, problems: [] };
  const comparing: Comparing = {
    difference,
    names: new FreeNames(known.map(({ slug }) => slug)),
    speakers: new SameSpeakers(),
  };
  const byGuid = new Map(known.map((talk) => [talk.guid, talk]));
  for (const slice of slicesOf(wanted, ({ abstractHtml }) => abstractHtml.length)) {
    for (const talk of slice) compareOne(byGuid.get(talk.guid), talk, comparing);
    await nextTurn();
  }
  const present = new Set(wanted.map(({ guid }) => guid));
  for (const old of known) {
    if (old.isImported && old.status === 'confirmed' && !present.has(old.guid))
      difference.cancelled.push({ id: old.id, talk: { ...old, status: 'cancelled' } });
  }
  return difference;
}

interface Comparing {
  difference: Difference;
  names: FreeNames;
  speakers: SameSpeakers;
}

function compareOne(old: KnownTalk | undefined, talk: TalkFields, comparing: Comparing): void {
  const { difference, names } = comparing;
  if (!old) difference.added.push({ ...talk, slug: names.claim(talk.slug) });
  else if (isAnother(old, talk))
    difference.problems.push({
      place: `talk "${talk.title}"`,
      sentence:
        `Its key belonged to "${old.title}", and neither title nor speakers are alike; the old talk was kept and ` +
        'this one left out. Give it a key of its own.',
    });
  else sort(old, keepingEdits(old, talk), comparing);
}

function sort(old: KnownTalk, talk: TalkFields, { difference, speakers }: Comparing): void {
  const entry = { id: old.id, talk };
  const isChanged = !saysTheSame(old, talk) || !speakers.areSame(old.speakers, talk.speakers);
  if (isChanged)
    (talk.status === 'cancelled' && old.status === 'confirmed' ? difference.cancelled : difference.changed).push(entry);
  else if (!areSameSlots(old.slots, talk.slots)) difference.moved.push(entry);
  else difference.unchanged += 1;
}

type Speaker = TalkFields['speakers'][number];

/** Compares speakers, each pair once: a long biography may belong to every talk. */
class SameSpeakers {
  private readonly seen = new Map<Speaker, Map<Speaker, boolean>>();

  areSame(before: readonly Speaker[], after: readonly Speaker[]): boolean {
    return before.length === after.length && before.every((speaker, i) => this.isSame(speaker, after[i]!));
  }

  private isSame(before: Speaker, after: Speaker): boolean {
    const known = this.seen.get(before) ?? new Map<Speaker, boolean>();
    this.seen.set(before, known);
    const isSame =
      known.get(after) ?? (before.key === after.key && before.name === after.name && before.bioHtml === after.bioHtml);
    known.set(after, isSame);
    return isSame;
  }
}

/** What an organizer changed here stays. */
function keepingEdits(old: KnownTalk, talk: TalkFields): TalkFields {
  const edited = new Set(old.editedFields.map((field) => (field === 'abstract' ? 'abstractHtml' : field)));
  const kept = Object.fromEntries(
    Object.entries(talk).map(([field, value]) => [field, edited.has(field) ? old[field as keyof TalkFields] : value]),
  ) as unknown as TalkFields;
  const timesAreKept = edited.has('startsAt') || edited.has('room') || edited.has('durationMinutes');
  return {
    ...kept,
    slug: old.slug,
    ...(timesAreKept
      ? { slots: old.slots, startsAt: old.startsAt, room: old.room, durationMinutes: old.durationMinutes }
      : {}),
  };
}

const SAID = ['title', 'subtitle', 'abstractHtml', 'language', 'track', 'status', 'url'] as const;

/** Field by field: abstracts are megabytes together, and copies of them only make garbage. */
const saysTheSame = (old: TalkFields, talk: TalkFields): boolean => SAID.every((field) => old[field] === talk[field]);

const slotsInOrder = (slots: TalkFields['slots']): string[] =>
  slots.map(({ startsAt, durationMinutes, room }) => JSON.stringify([startsAt, durationMinutes, room])).toSorted();

function areSameSlots(before: TalkFields['slots'], after: TalkFields['slots']): boolean {
  if (before.length !== after.length) return false;
  const wanted = slotsInOrder(after);
  return slotsInOrder(before).every((slot, i) => slot === wanted[i]);
}

/** A key that was given to another talk: seen in a real programme, one day after the first version. */
function isAnother(old: KnownTalk, talk: TalkFields): boolean {
  const persons = new Set(old.speakers.map(({ name }) => foldName(name)));
  return (
    !talk.speakers.some(({ name }) => persons.has(foldName(name))) &&
    likeness(old.title, talk.title) < 0.3 &&
    (old.speakers.length > 0 || talk.speakers.length > 0)
  );
}

/** Shared words over all words (Jaccard), 0 to 1. */
function likeness(a: string, b: string): number {
  const words = (title: string): Set<string> =>
    new Set(
      foldName(title)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    );
  const [first, second] = [words(a), words(b)];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(1, first.size + second.size - shared);
}

import { FreeNames } from '../kernel/free-names.ts';
import { nextTurn, slicesOf } from '../kernel/slices.ts';
import type { ImportAnswer, ImportQuestionKind } from './import-answer.ts';
import type { KnownTalk } from './known-talk.ts';
import type { SpeakerFields, TalkFields } from '../programme/talk-fields.ts';
import { matchTalks, type UncertainMatch, type Matches } from './match-talks.ts';
import type { ImportedTalk } from './to-programme.ts';
import { withKeys } from '../programme/slot-keys.ts';
import type { ScheduleProblem } from './parsing/parsed-schedule.ts';

/** A question that only the organizer can answer. */
export interface ImportQuestion {
  /** The subject of the question: whether two are one talk, or whether a talk is cancelled. */
  kind: ImportQuestionKind;
  /** The guid in the file. */
  key: string;
  /** The stored talk; of a cancelled one null while it is not imported yet. */
  old: Pick<KnownTalk, 'id' | 'title'> | null;
  talk: TalkFields;
}

/** Answers that come with a file, by the kind of question and the key of the talk; undefined without one. */
export type AnswerTo = (kind: ImportQuestion['kind'], key: string) => ImportAnswer | undefined;

/** Organizers' answers whether a talk is cancelled, by its key, with the title they saw. */
export type CancelledAnswers = ReadonlyMap<string, { title: string; answer: string }>;

export interface Difference {
  added: TalkFields[];
  changed: { id: string; talk: TalkFields }[];
  /** Only their time or place changed. */
  moved: { id: string; talk: TalkFields }[];
  cancelled: { id: string; talk: TalkFields }[];
  unchanged: KnownTalk[];
  /** The file's words about talks that an organizer changed by hand, by their ids. */
  offered: Map<string, TalkFields>;
  problems: ScheduleProblem[];
  questions: ImportQuestion[];
  /** Talks whose guid changes. */
  rekeyed: { id: string; guid: string }[];
  /** Answers about cancelled talks that came with the file. */
  answered: { key: string; title: string; answer: ImportAnswer }[];
  /** Number of talks that are no longer in the file. */
  gone: number;
}

/**
 * Computes what an import would do. A talk owns its thread, so a talk found by its key stays itself, whatever changes.
 * Works in slices, because a programme may have thousands of talks.
 */
export async function compare(
  known: readonly KnownTalk[],
  wanted: readonly ImportedTalk[],
  answers: CancelledAnswers = new Map(),
  answerTo: AnswerTo = () => undefined,
): Promise<Difference> {
  const difference: Difference = {
    added: [],
    changed: [],
    moved: [],
    cancelled: [],
    unchanged: [],
    offered: new Map(),
    problems: [],
    questions: [],
    rekeyed: [],
    answered: [],
    gone: 0,
  };
  for (const { guid: key, title, isPerhapsCancelled } of wanted) {
    const answer = isPerhapsCancelled ? answerTo('cancelled', key) : undefined;
    if (answer !== undefined) difference.answered.push({ key, title, answer });
  }
  const said = new Map([...answers, ...difference.answered.map(({ key, ...answer }) => [key, answer] as const)]);
  const talks = wanted.map((talk) => decided(talk, said));
  const matches = settled(await matchTalks(known, talks), answerTo);
  const comparing: ComparisonState = {
    difference,
    names: new FreeNames(known.map(({ slug }) => slug)),
    speakers: new SpeakerComparison(),
  };
  for (const match of matches.uncertain) ask(match, difference);
  const uncertain = new Set(matches.uncertain.map(({ talk }) => talk));
  for (const slice of slicesOf(talks, ({ abstractHtml }) => abstractHtml.length)) {
    for (const talk of slice) if (!uncertain.has(talk)) compareOne(matches.known.get(talk), talk, comparing);
    await nextTurn();
  }
  talks.forEach((talk, i) => {
    if (!wanted[i]!.isPerhapsCancelled || said.get(talk.guid)?.title === talk.title || uncertain.has(talk)) return;
    const old = matches.known.get(talk) ?? null;
    if (old?.status !== 'cancelled') difference.questions.push({ kind: 'cancelled', key: talk.guid, old, talk });
  });
  const present = new Set([...matches.known.values(), ...matches.uncertain.map(({ old }) => old)]);
  const gone = known.filter((old) => old.isImported && old.status === 'confirmed' && !present.has(old));
  difference.cancelled.push(...gone.map((old) => ({ id: old.id, talk: { ...old, status: 'cancelled' as const } })));
  difference.gone = gone.length;
  difference.rekeyed = rekeyed(known, matches, difference.added);
  return difference;
}

/** The matches with those that the organizer has decided: one talk, or two. */
function settled({ known, uncertain }: Matches, answerTo: AnswerTo): Matches {
  const left = uncertain.filter(({ old, talk }) => {
    const answer = answerTo('same-talk', talk.guid);
    if (answer === 'same') known.set(talk, old);
    return answer === undefined;
  });
  return { known, uncertain: left };
}

/** The talk with the organizer's answer about its title applied. */
function decided({ isPerhapsCancelled, ...talk }: ImportedTalk, answers: CancelledAnswers): TalkFields {
  const known = isPerhapsCancelled ? answers.get(talk.guid) : undefined;
  return known?.title === talk.title && known.answer === 'cancelled' ? { ...talk, status: 'cancelled' } : talk;
}

function ask({ old, talk, isKeyReused }: UncertainMatch, { questions, problems }: Difference): void {
  questions.push({ kind: 'same-talk', key: talk.guid, old, talk });
  problems.push({
    place: `talk "${talk.title}"`,
    sentence: isKeyReused
      ? `Its key belonged to "${old.title}", and neither title nor speakers are alike; the old talk was kept and ` +
        'this one left out until you say whether it is the same talk.'
      : `It may be "${old.title}" with another key; the old talk was kept and this one left out until you say ` +
        'whether it is the same talk.',
  });
}

/** The changed guids of talks; a talk that gives its guid to another gets an unused one. */
function rekeyed(
  known: readonly KnownTalk[],
  matches: Matches,
  added: readonly TalkFields[],
): { id: string; guid: string }[] {
  const changes = new Map<string, string>();
  for (const [talk, old] of matches.known) if (old.guid !== talk.guid) changes.set(old.id, talk.guid);
  const claimed = new Set([...changes.values(), ...added.map(({ guid }) => guid)]);
  for (const { id, guid } of known) if (claimed.has(guid) && !changes.has(id)) changes.set(id, retiredGuid(id));
  return [...changes].map(([id, guid]) => ({ id, guid }));
}

/** The guid of a talk whose own was given to another. */
export const retiredGuid = (id: string): string => `retired:${id}`;

interface ComparisonState {
  difference: Difference;
  names: FreeNames;
  speakers: SpeakerComparison;
}

function compareOne(old: KnownTalk | undefined, talk: TalkFields, comparing: ComparisonState): void {
  const { difference, names } = comparing;
  if (old) {
    if (old.editedFields.length > 0) difference.offered.set(old.id, talk);
    sort(old, asImported(old, talk), comparing);
  } else difference.added.push({ ...talk, slug: names.claim(talk.slug), slots: withKeys([], talk.slots) });
}

/** A stored talk with the file's values, except for what an organizer changed. */
export const asImported = (old: KnownTalk, talk: TalkFields): TalkFields =>
  keepingEdits(old, { ...talk, slots: withKeys(old.slots, talk.slots) });

function sort(old: KnownTalk, talk: TalkFields, { difference, speakers }: ComparisonState): void {
  const entry = { id: old.id, talk };
  const isChanged = !saysTheSame(old, talk) || !speakers.areSame(old.speakers, talk.speakers);
  if (isChanged)
    (talk.status === 'cancelled' && old.status === 'confirmed' ? difference.cancelled : difference.changed).push(entry);
  else if (!areSameSlots(old.slots, talk.slots)) difference.moved.push(entry);
  else difference.unchanged.push(old);
}

/** Compares speakers, each pair once, because a long biography may belong to every talk. */
class SpeakerComparison {
  private readonly seen = new Map<SpeakerFields, Map<SpeakerFields, boolean>>();

  areSame(before: readonly SpeakerFields[], after: readonly SpeakerFields[]): boolean {
    return before.length === after.length && before.every((speaker, i) => this.isSame(speaker, after[i]!));
  }

  private isSame(before: SpeakerFields, after: SpeakerFields): boolean {
    const known = this.seen.get(before) ?? new Map<SpeakerFields, boolean>();
    this.seen.set(before, known);
    const isSame =
      known.get(after) ?? (before.key === after.key && before.name === after.name && before.bioHtml === after.bioHtml);
    known.set(after, isSame);
    return isSame;
  }
}

/** Fields of the API that are stored under another name. */
const STORED_AS: Readonly<Record<string, string>> = { abstract: 'abstractHtml', licence: 'recordingLicense' };

/** Keeps the fields that an organizer changed here. */
function keepingEdits(old: KnownTalk, talk: TalkFields): TalkFields {
  const edited = new Set(old.editedFields.map((field) => STORED_AS[field] ?? field));
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

const SAID = [
  'title',
  'subtitle',
  'abstractHtml',
  'language',
  'track',
  'status',
  'url',
  'doNotRecord',
  'recordingLicense',
  'sourceCode',
  'sourceId',
] as const;

/** Field by field, because abstracts are megabytes together and copies would only be garbage. */
const saysTheSame = (old: TalkFields, talk: TalkFields): boolean =>
  SAID.every((field) => old[field] === talk[field]) &&
  areSameLinks(old.links, talk.links) &&
  areSameLinks(old.attachments, talk.attachments);

const areSameLinks = (before: TalkFields['links'], after: TalkFields['links']): boolean =>
  before.length === after.length &&
  before.every(({ title, url, kind = '' }, i) => {
    const { title: newTitle, url: newUrl, kind: newKind = '' } = after[i]!;
    return title === newTitle && url === newUrl && kind === newKind;
  });

const slotsInOrder = (slots: TalkFields['slots']): string[] =>
  slots.map(({ startsAt, durationMinutes, room }) => JSON.stringify([startsAt, durationMinutes, room])).toSorted();

function areSameSlots(before: TalkFields['slots'], after: TalkFields['slots']): boolean {
  if (before.length !== after.length) return false;
  const wanted = slotsInOrder(after);
  return slotsInOrder(before).every((slot, i) => slot === wanted[i]);
}

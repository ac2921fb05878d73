import { wordsOfHtml } from '../kernel/html-words.ts';
import { nextTurn, slicesOf } from '../kernel/slices.ts';
import type { TalkFields, TalkSlotFields } from '../programme/talk-fields.ts';
import type { Difference } from './compare-programme.ts';
import type { KnownTalk } from './known-talk.ts';

/** A value of a talk as a report shows it: a text in one line, a number, yes or no; null where there is none. */
export type ReportedValue = string | number | boolean | null;

export interface FieldChange {
  /** The name of the field, such as `room` or `startsAt`. */
  name: string;
  /** The value before; null where there was none, and for a new talk. */
  from: ReportedValue;
  /** The value after; null where there is none. */
  to: ReportedValue;
}

export const CHANGE_KINDS = ['added', 'changed', 'moved', 'cancelled', 'unchanged'] as const;
export type TalkChangeKind = (typeof CHANGE_KINDS)[number];

/** The effect of an import on one talk. */
export interface TalkChange {
  /** The change of the talk; `moved` changes its times and rooms alone. */
  kind: TalkChangeKind;
  /** Null for a talk that a dry run would add. */
  talkId: string | null;
  /** The id in the programme. */
  guid: string;
  /** The title, as it becomes. */
  title: string;
  /** The fields that change. */
  fields: FieldChange[];
  /**
   * Fields that were changed by hand and stay: `from` stays, `to` is what the file says; when an import is undone, what
   * was there before it.
   */
  kept: FieldChange[];
  /** The reason why a talk stays that an undone import had added; null for any other. */
  staysBecause: StayReason | null;
}

/** Comments on the talk; a role, an invitation or a recap of people; or a change since. */
export type StayReason = 'comments' | 'people' | 'changes';

/** Most talks that a report names. */
export const CHANGES_SHOWN = 500;
/** Longest text of a field in a report, in characters. */
const VALUE = 200;

/** Lists what happens to each talk, the unchanged ones last; the first 500, and how many there are. Works in slices. */
export async function changesOf(
  difference: Difference,
  stored: readonly KnownTalk[],
): Promise<{ changes: TalkChange[]; changeCount: number }> {
  const known = new Map(stored.map((talk) => [talk.id, talk]));
  const guids = new Map(difference.rekeyed.map(({ id, guid }) => [id, guid]));
  const of =
    (kind: TalkChangeKind, { id, talk }: { id: string; talk: TalkFields }) =>
    (): TalkChange => ({
      kind,
      talkId: id,
      guid: guids.get(id) ?? talk.guid,
      title: talk.title,
      fields: fieldChanges(known.get(id) ?? null, talk),
      kept: keptFields(known.get(id)!, difference.offered.get(id)),
      staysBecause: null,
    });
  const named = [
    ...difference.added.map((talk) => (): TalkChange => ({
      kind: 'added',
      talkId: null,
      guid: talk.guid,
      title: talk.title,
      fields: fieldChanges(null, talk),
      kept: [],
      staysBecause: null,
    })),
    ...difference.changed.map((entry) => of('changed', entry)),
    ...difference.moved.map((entry) => of('moved', entry)),
    ...difference.cancelled.map((entry) => of('cancelled', entry)),
    ...difference.unchanged.map((old) => of('unchanged', { id: old.id, talk: old })),
  ];
  const changes: TalkChange[] = [];
  for (const slice of slicesOf(named.slice(0, CHANGES_SHOWN))) {
    changes.push(...slice.map((change) => change()));
    // Finding the words of long abstracts takes a while; other requests come between.
    await nextTurn();
  }
  return { changes, changeCount: named.length };
}

type ShownFields = Readonly<Record<string, (talk: TalkFields) => ReportedValue>>;

/** The fields of a talk by their names in the API, each as one short value. */
const SHOWN: ShownFields = {
  title: ({ title }) => title,
  subtitle: ({ subtitle }) => subtitle,
  startsAt: ({ startsAt }) => startsAt?.toISOString() ?? null,
  durationMinutes: ({ durationMinutes }) => durationMinutes,
  room: ({ room }) => room,
  slots: ({ slots }) => (slots.length > 1 ? slots.map(slotText).toSorted().join('; ') : ''),
  track: ({ track }) => track,
  speakers: ({ speakers }) => speakers.map(({ name }) => name).join(', '),
  biographies: ({ speakers }) => wordsOfHtml(speakers.map(({ bioHtml }) => bioHtml).join('\n')),
  abstract: ({ abstractHtml }) => wordsOfHtml(abstractHtml),
  language: ({ language }) => language,
  status: ({ status }) => status,
  url: ({ url }) => url,
  doNotRecord: ({ doNotRecord }) => doNotRecord,
  licence: ({ recordingLicense }) => recordingLicense,
  links: ({ links }) => links.map(({ title, url }) => `${title} ${url}`.trim()).join('; '),
  attachments: ({ attachments }) => attachments.map(({ title, url }) => `${title} ${url}`.trim()).join('; '),
  code: ({ sourceCode }) => sourceCode,
  id: ({ sourceId }) => sourceId,
};

const slotText = ({ startsAt, durationMinutes, room }: TalkSlotFields): string =>
  `${startsAt.toISOString()} ${room} (${durationMinutes} min)`;

/** The fields that differ; of a new talk those that say something. */
export function fieldChanges(before: TalkFields | null, after: TalkFields): FieldChange[] {
  if (before === after) return [];
  return Object.entries(SHOWN).flatMap(([name, valueOf]) => {
    const from = before === null ? null : valueOf(before);
    const to = valueOf(after);
    const isSame = before === null ? NOTHING.has(to) || to === 'confirmed' : from === to;
    return isSame ? [] : [{ name, ...shortened(from, to) }];
  });
}

const NOTHING: ReadonlySet<ReportedValue> = new Set<ReportedValue>([null, '', 0, false]);

/** Both values in one length. Long texts begin shortly before they differ, so that the difference is seen. */
function shortened(from: ReportedValue, to: ReportedValue): { from: ReportedValue; to: ReportedValue } {
  const [before, after] = [typeof from === 'string' ? from : '', typeof to === 'string' ? to : ''];
  if (before.length <= VALUE && after.length <= VALUE) return { from, to };
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const begin = Math.max(0, same - VALUE / 4);
  const part = (value: ReportedValue): ReportedValue => (typeof value === 'string' ? partOf(value, begin) : value);
  return { from: part(from), to: part(to) };
}

function partOf(text: string, begin: number): string {
  const part = text
    .slice(begin, begin + VALUE)
    .toWellFormed()
    .replaceAll('\uFFFD', '');
  return `${begin > 0 ? '… ' : ''}${part}${begin + VALUE < text.length ? ' …' : ''}`;
}

/** Names of fields in a report that an edit by hand keeps. */
function keptFields(old: KnownTalk, offered: TalkFields | undefined): FieldChange[] {
  if (!offered) return [];
  const edited = new Set(old.editedFields);
  return fieldChanges(old, offered).filter(({ name }) => edited.has(name));
}

import { nextTurn } from '../kernel/slices.ts';
import { foldName } from '../kernel/fold-name.ts';
import type { TalkFields } from '../programme/talk-fields.ts';
import type { KnownTalk } from './known-talk.ts';

/** A talk of the file and a stored talk that may be the same; only the organizer knows. */
export interface UncertainMatch {
  old: KnownTalk;
  talk: TalkFields;
  /** Whether the file gave the old talk's key to the other. */
  isKeyReused: boolean;
}

export interface Matches {
  /** The stored talk of each recognised talk of the file. */
  known: Map<TalkFields, KnownTalk>;
  uncertain: UncertainMatch[];
}

/**
 * Recognises the talks of a file, most certain first: 1. by guid, unless the key was given to another talk; 2. by the
 * maker's code, 3. by the maker's id, if title or people are alike; 4. by title and time; 5. by title and people, where
 * both are alone with them. What is likely and not certain is a doubt. Each step takes one pass.
 */
export async function matchTalks(known: readonly KnownTalk[], wanted: readonly TalkFields[]): Promise<Matches> {
  const found: MatchingState = { known: new Map(), left: new Set(known), open: new Set(wanted) };
  const reused = matchByGuid(known, wanted, found);
  for (const { key, isSame } of STEPS) {
    await nextTurn();
    matchBy(key, isSame, found);
  }
  const uncertain = reused
    .filter(({ old, talk }) => found.left.has(old) && found.open.has(talk))
    .map(({ old, talk }) => ({ old, talk, isKeyReused: true }));
  for (const { old, talk } of uncertain) take(old, talk, found, false);
  for (const key of [titleOf, personAndPlaceOf]) {
    for (const [old, talk] of pairsBy(key, found)) {
      uncertain.push({ old, talk, isKeyReused: false });
      take(old, talk, found, false);
    }
  }
  return { known: found.known, uncertain };
}

interface MatchingState {
  known: Map<TalkFields, KnownTalk>;
  left: Set<KnownTalk>;
  open: Set<TalkFields>;
}

function take(old: KnownTalk, talk: TalkFields, found: MatchingState, isSame = true): void {
  found.left.delete(old);
  found.open.delete(talk);
  if (isSame) found.known.set(talk, old);
}

/** Returns the pairs whose key was given to another talk. */
function matchByGuid(
  known: readonly KnownTalk[],
  wanted: readonly TalkFields[],
  found: MatchingState,
): { old: KnownTalk; talk: TalkFields }[] {
  const byGuid = new Map(known.map((talk) => [talk.guid, talk]));
  return wanted.flatMap((talk) => {
    const old = byGuid.get(talk.guid);
    if (!old) return [];
    if (isAnother(old, talk)) return [{ old, talk }];
    take(old, talk, found);
    return [];
  });
}

type KeyOf = (talk: TalkFields) => string;
type IsSame = (old: TalkFields, talk: TalkFields) => boolean;

/** The pairs whose key occurs once on each side. Only imported talks that take place are considered. */
function pairsBy(key: KeyOf, { left, open }: MatchingState): [KnownTalk, TalkFields][] {
  const olds = onlyOnes([...left].filter(isLookedFor), key);
  return [...onlyOnes([...open], key)].flatMap(([name, talk]) => {
    const old = olds.get(name);
    return old ? [[old, talk] as [KnownTalk, TalkFields]] : [];
  });
}

function matchBy(key: KeyOf, isSame: IsSame, found: MatchingState): void {
  for (const [old, talk] of pairsBy(key, found)) if (isSame(old, talk)) take(old, talk, found);
}

const isLookedFor = ({ isImported, status }: KnownTalk): boolean => isImported && status === 'confirmed';

/** Talks with a key that no other has. */
function onlyOnes<T extends TalkFields>(talks: readonly T[], key: KeyOf): Map<string, T> {
  const counts = new Map<string, number>();
  const named = talks.map((talk) => [key(talk), talk] as const).filter(([name]) => name !== '');
  for (const [name] of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(named.filter(([name]) => counts.get(name) === 1));
}

const titleOf: KeyOf = ({ title }) => foldName(title);
const placeAndTime = ({ slots }: TalkFields): string =>
  slots[0] === undefined ? '' : `${slots[0].startsAt.getTime()} ${slots[0].room}`;
const personAndPlaceOf: KeyOf = (talk) => {
  const [first] = talk.speakers;
  return first === undefined || placeAndTime(talk) === '' ? '' : `${foldName(first.name)} ${placeAndTime(talk)}`;
};

const STEPS: readonly { key: KeyOf; isSame: IsSame }[] = [
  { key: ({ sourceCode }) => sourceCode, isSame: (old, talk) => !isAnother(old, talk) },
  { key: ({ sourceId }) => sourceId, isSame: (old, talk) => isAlike(old, talk) },
  {
    key: (talk) => (talk.slots[0] ? `${foldName(talk.title)} ${talk.slots[0].startsAt.getTime()}` : ''),
    isSame: () => true,
  },
  { key: titleOf, isSame: (old, talk) => sharePerson(old, talk) },
];

/** Whether a key was given to another talk: seen in a real programme, one day after the first version. */
export function isAnother(old: TalkFields, talk: TalkFields): boolean {
  return (
    !sharePerson(old, talk) &&
    likeness(old.title, talk.title) < 0.3 &&
    (old.speakers.length > 0 || talk.speakers.length > 0)
  );
}

/** Ids of a new system begin at one again, so that alone they prove nothing. */
const isAlike = (old: TalkFields, talk: TalkFields): boolean =>
  sharePerson(old, talk) || likeness(old.title, talk.title) >= 0.5;

/** Whether both talks share a person: by the programme's id, then by name. */
function sharePerson(old: TalkFields, talk: TalkFields): boolean {
  const persons = new Set(old.speakers.flatMap(signsOf));
  return talk.speakers.some((speaker) => signsOf(speaker).some((sign) => persons.has(sign)));
}

function signsOf({ key, name }: TalkFields['speakers'][number]): string[] {
  const behind = `:${name.normalize('NFKC').toLowerCase()}`;
  const byName = `name:${foldName(name)}`;
  return key.startsWith('id:') && key.endsWith(behind) ? [key.slice(0, -behind.length), byName] : [byName];
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

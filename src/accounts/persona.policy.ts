import { asOrdered, skeletonOf, withoutPictures } from '../kernel/look-alikes.ts';

/** Most personas of an account in one conference: more than a person plays, fewer than a crowd. */
export const PERSONAS_AT_MOST = 20;

/** Words that claim a role. The badge beside a name comes from a grant, so a name does not need them. */
const ROLE_WORDS = new Set(
  [
    'speaker',
    'orateur',
    'oratrice',
    'intervenant',
    'intervenante',
    'conferencier',
    'conferenciere',
    'organizer',
    'organiser',
    'organizers',
    'organisateur',
    'organisatrice',
    'organisateurs',
    'organisation',
    'moderator',
    'moderation',
    'moderateur',
    'moderatrice',
    'admin',
    'administrator',
    'administrateur',
    'administratrice',
    'official',
    'officiel',
    'officielle',
    'staff',
    'team',
    'equipe',
    'host',
    'aftertalk',
    'the',
    'le',
    'la',
    'real',
    'vrai',
    'vraie',
    'verified',
    'dr',
    'prof',
    'mr',
    'mrs',
    'ms',
    'mme',
  ].map(asSeen),
);

/** Role words that are written with accents; without them they are in the list above. */
const ACCENTED_ROLE_WORDS = new Set(
  ['modération', 'modérateur', 'modératrice', 'conférencier', 'conférencière', 'équipe', 'équipes'].map(asSeen),
);

/** Maps what a hurried reader confuses even within one alphabet: digits, strokes, letters that run together. */
function asSeen(word: string): string {
  return skeletonOf(word)
    .replace(/0/g, 'o')
    .replace(/[1|!i]/g, 'l')
    .replace(/3/g, 'e')
    .replace(/4/g, 'a')
    .replace(/5|\$/g, 's')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

interface SeenWord {
  readonly seen: string;
  readonly isRole: boolean;
}

/** Separators of words; strokes and dollar signs may stand for letters. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}|!$]+/u;
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/** The words of a name. Role words are compared with their accents, because *Lê* and *Thế* are names. */
function wordsOf(name: string): SeenWord[] {
  return withoutPictures(name.replace(UNSEEN, '').normalize('NFKC'))
    .split(BETWEEN_WORDS)
    .map((word) => ({ word, seen: asSeen(word) }))
    .filter(({ seen }) => seen !== '')
    .map(({ word, seen }) => {
      const isAccented = /\p{M}/u.test(word.normalize('NFD'));
      return { seen, isRole: (isAccented ? ACCENTED_ROLE_WORDS : ROLE_WORDS).has(seen) };
    });
}

const withoutRoles = (words: readonly SeenWord[]): SeenWord[] => {
  const own = words.filter(({ isRole }) => !isRole);
  return own.length > 0 ? own : [...words];
};

/**
 * A name as typed and as its direction marks order it, each unchanged and in lower case, because Η looks like H and η
 * like n.
 */
const readings = (name: string): Set<string> =>
  new Set([name, asOrdered(name)].flatMap((each) => [each, each.toLowerCase()]));

/** Whether a name consists of role words: "Organizer", "The official team". */
export const isRoleName = (name: string): boolean =>
  [...readings(name)].some((reading) => {
    const words = wordsOf(reading);
    return words.length > 0 && words.every(({ isRole }) => isRole);
  });

/**
 * The spellings a hurried reader might see in a name: joined, in any order, without role words. Names that share a
 * spelling look alike.
 */
export const spellingsOf = (name: string): string[] => [
  ...new Set(
    [...readings(name)].flatMap((reading) => {
      const words = withoutRoles(wordsOf(reading)).map(({ seen }) => seen);
      return words.length === 0 ? [] : [words.join(''), words.toSorted().join('')];
    }),
  ),
];

/** Scripts that write a whole name as one word. */
const UNSPACED_NAME = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u;

/**
 * Whether a name identifies a person (two words or more) and can be reserved. Reserving a single word for one speaker
 * would lock out all others of that name.
 */
export const isWholeName = (name: string): boolean =>
  withoutRoles(wordsOf(name)).length > 1 || UNSPACED_NAME.test(name);

/** Whether a reader could confuse two names. */
export function looksLike(name: string, other: string): boolean {
  const theirs = spellingsOf(other);
  return spellingsOf(name).some((spelling) => theirs.includes(spelling));
}

import { asOrdered, skeletonOf, withoutPictures } from '../kernel/look-alikes.ts';

/** Personas an account may have in one conference: more than anybody plays, fewer than a crowd. */
export const PERSONAS_AT_MOST = 20;

/** Words that claim a role. The badge beside a name comes from a grant, so a name has no need of them. */
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

/** What a hurried reader cannot tell apart even within one alphabet: digits, strokes, letters that run together. */
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

/** What parts words; strokes and dollar signs may stand for letters. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}|!$]+/u;
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/** The words of a name. Those that claim a role are compared with their accents: *Lê* and *Thế* are names. */
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

/** A name as typed and as its signs of direction order it, each as it is and in small letters: Η is H, and η is n. */
const readings = (name: string): Set<string> =>
  new Set([name, asOrdered(name)].flatMap((each) => [each, each.toLowerCase()]));

/** Whether a name says nothing but a role: "Organizer", "The official team". */
export const isRoleName = (name: string): boolean =>
  [...readings(name)].some((reading) => {
    const words = wordsOf(reading);
    return words.length > 0 && words.every(({ isRole }) => isRole);
  });

/**
 * How a hurried reader might read a name: in one word, and whatever its order; without claims to a role. Two names that
 * share a spelling look alike.
 */
export const spellingsOf = (name: string): string[] => [
  ...new Set(
    [...readings(name)].flatMap((reading) => {
      const words = withoutRoles(wordsOf(reading)).map(({ seen }) => seen);
      return words.length === 0 ? [] : [words.join(''), words.toSorted().join('')];
    }),
  ),
];

/** Scripts in which a whole name is written in one word. */
const UNSPACED_NAME = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u;

/**
 * Whether a name says which person is meant, so that it can be kept for them: two words or more. A name of one word,
 * kept for one speaker, would lock out everybody else of that name.
 */
export const isWholeName = (name: string): boolean =>
  withoutRoles(wordsOf(name)).length > 1 || UNSPACED_NAME.test(name);

/** Whether a reader could take the one for the other. */
export function looksLike(name: string, other: string): boolean {
  const theirs = spellingsOf(other);
  return spellingsOf(name).some((spelling) => theirs.includes(spelling));
}

import { foldName } from '../kernel/text.ts';

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

/** What a hurried reader cannot tell apart even within one alphabet: digits, strokes, letters that run together. */
function asSeen(word: string): string {
  return foldName(word)
    .replace(/0/g, 'o')
    .replace(/[1|!i]/g, 'l')
    .replace(/3/g, 'e')
    .replace(/4/g, 'a')
    .replace(/5/g, 's')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');
}

/**
 * The spellings under which a name would be taken for another: in one word, and whatever its order; without claims to a
 * role.
 */
function spellings(name: string): { names: Set<string>; isOnlyRole: boolean } {
  const words = asSeen(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const own = words.filter((word) => !ROLE_WORDS.has(word));
  const kept = own.length > 0 ? own : words;
  return {
    names: new Set([kept.join(''), kept.toSorted().join('')]),
    isOnlyRole: words.length > 0 && own.length === 0,
  };
}

/** Whether a name says nothing but a role: "Organizer", "The official team". */
export const isRoleName = (name: string): boolean => spellings(name).isOnlyRole;

/** How a hurried reader might read a name. Two names that share a spelling look alike. */
export const spellingsOf = (name: string): string[] => [...spellings(name).names].filter((spelling) => spelling !== '');

/** Whether a reader could take the one for the other. */
export function looksLike(name: string, other: string): boolean {
  const theirs = spellingsOf(other);
  return spellingsOf(name).some((spelling) => theirs.includes(spelling));
}

import { skeletonOf } from '../../kernel/look-alikes.ts';

/** What organizers typed, by language; a word may end in `*`, and may be several words. */
export type WordLists = Readonly<Partial<Record<'fr' | 'en', readonly string[]>>>;

interface Listed {
  words: ReadonlySet<string>;
  beginnings: readonly string[];
  phrases: readonly string[];
}

/** As it looks, not as it is dressed up: without case, accents, unseen signs, and what stands between words. */
const plain = (text: string): string =>
  skeletonOf(text.toLowerCase())
    .replaceAll(/[^\p{L}\p{N}*]+/gu, ' ')
    .trim();

const known = new Map<string, Listed>();
const KNOWN_AT_MOST = 200;

/** The first word of a list that is in the text, in whichever language it was listed; null when there is none. */
export function listedWord(text: string, lists: WordLists): string | null {
  const all = Object.values(lists).flat();
  if (all.length === 0) return null;
  const { words, beginnings, phrases } = prepared(all);
  const said = plain(text).replaceAll('*', '').split(/ +/);
  const whole = ` ${said.join(' ')} `;
  return (
    said.find((word) => words.has(word)) ??
    beginnings.find((beginning) => said.some((word) => word.startsWith(beginning))) ??
    phrases.find((phrase) => whole.includes(` ${phrase} `)) ??
    null
  );
}

/** Lists change seldom and are asked at every post: they are taken apart once. */
function prepared(all: readonly string[]): Listed {
  const key = all.join('\n');
  const found = known.get(key);
  if (found) return found;
  const entries = all.map(plain).filter((entry) => entry.replaceAll('*', '').length > 1);
  const listed: Listed = {
    words: new Set(entries.filter((entry) => !/[ *]/.test(entry))),
    beginnings: entries
      .filter((entry) => entry.endsWith('*') && !entry.includes(' '))
      .map((entry) => entry.replaceAll('*', '')),
    phrases: entries.filter((entry) => entry.includes(' ')).map((entry) => entry.replaceAll('*', '')),
  };
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(key, listed);
  return listed;
}

import { skeletonOf } from '../kernel/look-alikes.ts';

/** The organizers' lists, by language; an entry may end in `*`, and may be several words. */
export type WordLists = Readonly<Partial<Record<'fr' | 'en', readonly string[]>>>;

interface ParsedWordList {
  words: ReadonlySet<string>;
  beginnings: readonly string[];
  phrases: readonly string[];
}

/** A text as it looks: without case, accents, invisible signs, and separators of words. */
const plain = (text: string): string =>
  skeletonOf(text.toLowerCase())
    .replaceAll(/[^\p{L}\p{N}*]+/gu, ' ')
    .trim();

const known = new Map<string, ParsedWordList>();
const KNOWN_AT_MOST = 200;

/** The first listed entry in the text, in any language; null without one. */
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

/** Cached, because lists seldom change and every post needs them. */
function prepared(all: readonly string[]): ParsedWordList {
  const key = all.join('\n');
  const found = known.get(key);
  if (found) return found;
  const entries = all.map(plain).filter((entry) => entry.replaceAll('*', '').length > 1);
  const listed: ParsedWordList = {
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

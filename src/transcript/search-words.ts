import { wordsOfHtml } from '../kernel/html-words.ts';

/** The dictionaries PostgreSQL has, by language; any other language is searched word for word. */
const DICTIONARIES: Record<string, string> = {
  fr: 'french',
  en: 'english',
  de: 'german',
  es: 'spanish',
  it: 'italian',
  nl: 'dutch',
  pt: 'portuguese',
};

export const dictionaryOf = (locale: string): string => DICTIONARIES[locale.slice(0, 2)] ?? 'simple';

const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/** How words are compared: without case and accents, on both sides. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[œæßøłđ]/g, (letter) => LIGATURES[letter]!);

/** The words of a comment's safe HTML. */
export const plainWords = wordsOfHtml;

/** Characters of an excerpt, and how many of them stand before the first word found. */
const EXCERPT = 200;
const BEFORE = 60;

/** Part of a text around the first word found, escaped, the words found in `<mark>`. `stems` are folded. */
export function excerptOf(text: string, stems: readonly string[]): string {
  const found = (word: string): boolean =>
    stems.some((stem) => fold(word).startsWith(stem.length > 4 ? stem.slice(0, -1) : stem));
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const first = words.find(([word]) => found(word))?.index ?? 0;
  const begin = first <= BEFORE ? 0 : (words.find(({ index }) => index >= first - BEFORE)?.index ?? first);
  const part = Array.from(text.slice(begin, begin + EXCERPT * 2))
    .slice(0, EXCERPT)
    .join('');
  const marked = part
    .split(/([\p{L}\p{N}]+)/u)
    .map((piece, i) => (i % 2 === 1 && found(piece) ? `<mark>${escaped(piece)}</mark>` : escaped(piece)))
    .join('');
  return `${begin > 0 ? '… ' : ''}${marked}${begin + part.length < text.length ? ' …' : ''}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

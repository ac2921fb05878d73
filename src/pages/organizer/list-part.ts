import { foldedWords } from '../../kernel/search-words.ts';
import type { ListPart } from '../../../web/pages/list-part.tsx';

/** Most rows on one page of an organizers' list. */
const PAGE = 50;
/** Most characters of a search. */
const WORDS_AT_MOST = 200;

/** The page with this number of what a filter found among `total` rows; the last one where there are fewer. */
export function listPart<T>(found: readonly T[], total: number, wanted: number): ListPart<T> {
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(pages, wanted);
  return {
    items: found.slice((page - 1) * PAGE, page * PAGE),
    total,
    found: found.length,
    first: (page - 1) * PAGE + 1,
    page,
    pages,
  };
}

/** The number of a page in a query; 1 for anything else. */
export const pageNumberIn = (value: unknown): number =>
  typeof value === 'string' && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : 1;

/** Typed words in a query; empty for anything else. */
export const wordsIn = (value: unknown): string =>
  typeof value === 'string' ? value.trim().slice(0, WORDS_AT_MOST) : '';

/** A chosen value in a query, as `locked`; empty for anything else. */
export const choiceIn = (value: unknown): string =>
  typeof value === 'string' && /^[a-z]{1,20}$/.test(value) ? value : '';

/** Tells texts that hold all the words, whatever their case and accents. */
export function holdsWords(words: string): (text: string) => boolean {
  const wanted = foldedWords(words).split(' ');
  return (text) => {
    const folded = foldedWords(text);
    return wanted.every((word) => folded.includes(word));
  };
}

/** Counts each value, in the order of their first occurrence. */
export function countsOf<T extends string>(values: readonly T[]): { value: T; count: number }[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}

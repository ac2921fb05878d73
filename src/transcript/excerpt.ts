import { foldForSearch, isUnspaced, lettersOf } from '../kernel/search-words.ts';

/** Characters of an excerpt, and of the part before the first match. */
const EXCERPT = 200;
const BEFORE = 60;
/** Letters from which a stem matches without its last one: `interopérabl` for `interopérabilité`. */
const LONG_STEM = 5;

export interface MatchTerms {
  /** Folded stems of the sought words. */
  readonly stems: readonly string[];
  /** Folded runs of letters of scripts without spaces. */
  readonly runs: readonly string[];
}

interface ExcerptPiece {
  readonly at: number;
  readonly text: string;
  readonly isFound: boolean;
}

const WORDS = /[\p{L}\p{M}\p{N}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/** The part of a text around the first match, escaped, with matches in `<mark>`. */
export function excerptOf(text: string, found: MatchTerms): string {
  const words = [...text.matchAll(WORDS)].flatMap(({ index, 0: word }) => piecesOf(word, index, found));
  const first = words.find(({ isFound }) => isFound)?.at ?? 0;
  const begin = first <= BEFORE ? 0 : (words.find(({ at }) => at >= first - BEFORE)?.at ?? first);
  const part = Array.from(text.slice(begin, begin + EXCERPT * 2))
    .slice(0, EXCERPT)
    .join('');
  const end = begin + part.length;
  let marked = '';
  let written = begin;
  for (const { at, text: word } of words.filter(({ at: place, isFound }) => isFound && place >= begin && place < end)) {
    const wordEnd = Math.min(at + word.length, end);
    marked += `${escaped(text.slice(written, at))}<mark>${escaped(text.slice(at, wordEnd))}</mark>`;
    written = wordEnd;
  }
  return `${begin > 0 ? '… ' : ''}${marked}${escaped(text.slice(written, end))}${end < text.length ? ' …' : ''}`;
}

function piecesOf(word: string, at: number, { stems, runs }: MatchTerms): ExcerptPiece[] {
  const folded = foldForSearch(word);
  if (isUnspaced(folded)) return lettersFound(word, at, { stems, runs });
  const begins = (stem: string): boolean => folded.startsWith(stem.length >= LONG_STEM ? stem.slice(0, -1) : stem);
  return [{ at, text: word, isFound: stems.some(begins) }];
}

/** Cuts a run of a script without spaces into pieces; the letters of the sought runs match. */
function lettersFound(word: string, at: number, { stems, runs }: MatchTerms): ExcerptPiece[] {
  const letters = lettersOf(word);
  const folded = letters.map((letter) => foldForSearch(letter));
  const pieces: ExcerptPiece[] = [];
  let place = at;
  for (let i = 0; i < letters.length;) {
    const length = lengthFoundAt(folded, i, [...runs, ...stems]);
    const text = letters.slice(i, i + Math.max(1, length)).join('');
    pieces.push({ at: place, text, isFound: length > 0 });
    place += text.length;
    i += Math.max(1, length);
  }
  return pieces;
}

/** Number of letters from here on that spell a sought word; 0 for none. */
function lengthFoundAt(letters: readonly string[], from: number, sought: readonly string[]): number {
  for (const word of sought) {
    let spelt = '';
    for (let i = from; i < letters.length && spelt.length < word.length; i += 1) {
      spelt += letters[i]!;
      if (spelt === word) return i - from + 1;
    }
  }
  return 0;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

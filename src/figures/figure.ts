import type { Locale } from '../../locales/words.ts';
import type { ShownWindow } from './suppression.policy.ts';

/** A text in the languages of the forum. */
export type Bilingual = Readonly<Record<Locale, string>>;

/**
 * The windows in which a figure may be counted; there are no other filters, so that no two of them differ by one
 * person.
 */
export type WindowKind = 'conference' | 'day' | 'talk';

/** One of the groups that a figure's things fall into; each falls into one. */
export interface FigurePart {
  readonly name: string;
  readonly label: Bilingual;
  /** Set where nobody in particular stands behind its things, so that few of them tell nothing about people. */
  readonly isWithoutPeople?: true;
}

/** The numbers of a figure in one window. A number that is not shown is null. */
export interface FigureNumbers {
  readonly total: number | null;
  readonly parts: readonly { readonly name: string; readonly value: number | null }[];
  /** Measures beside the counts, such as a median of minutes, by name. */
  readonly measures: Readonly<Record<string, number | null>>;
}

/**
 * A figure, whole: no number without the question that it answers, what is counted and out of what, who and what is
 * left out, its formula in words and in SQL, what it does not tell, and its rows. One that lacks any does not compile.
 */
export interface Figure {
  /** As in its address; final, because it is public. */
  readonly name: string;
  readonly question: Bilingual;
  /** The things that are counted. */
  readonly numerator: Bilingual;
  /** Out of what. */
  readonly denominator: Bilingual;
  readonly windows: readonly WindowKind[];
  /** People and things that are left out. */
  readonly leftOut: Bilingual;
  readonly formula: Bilingual;
  readonly doesNotTell: Bilingual;
  /** The number in a sentence, also where some are not shown. */
  readonly sentence: Readonly<Record<Locale, (numbers: FigureNumbers, locale: Locale) => string>>;
  readonly parts: readonly [FigurePart, ...FigurePart[]];
  /** The parts whose sum is the value of the figure; all of them sum to its denominator. */
  readonly valueOf: readonly string[];
  /** Whether readers can count it themselves in the threads, so that a zero is no secret. */
  readonly isPublic: boolean;
  /**
   * The renewal of the count. `by-the-logs`: once something happened in a thread of the conference, and after ten
   * minutes. `for-a-while`: after two seconds. Both wait at least ten times as long as counting took. `by-the-day`: as
   * of the start of a day of the conference, and only once five people are behind each change, so that two versions
   * tell nothing about one person; its window is the conference.
   */
  readonly renewed: 'by-the-logs' | 'for-a-while' | 'by-the-day';
  /** The value of a window: the sum of its rows, or the most of one, which then has as many people behind it. */
  readonly sums: 'all' | 'most';
  /** Fewest people behind the whole for it to be shown; five unless said. */
  readonly fewestPeople?: number;
  /**
   * SQL: the rows of the figure in conference $1 at the moment $2, with the columns `thing` (an id, never shown),
   * `thread_id`, `part`, `who` (the person seen behind it; null for none, as for a question without a name), `at`,
   * `times`, `minutes`.
   */
  readonly rows: string;
  /** SQL: expressions over those rows, by name; minutes are whole. */
  readonly measures: Readonly<Record<string, string>>;
  /** The form in which the parts are drawn. */
  readonly chart: 'bars' | 'stack' | 'steps';
}

/** A figure's numbers in a window, before anything is held back. */
export interface CountedFigure {
  readonly numbers: FigureNumbers;
  readonly shown: ShownWindow;
}

/** Rows of comments `m` in the shape of a figure; `who` is the persona that readers see. */
export const SEEN_PERSONA = 'case when m.author_name is not null and not m.is_anonymous then m.persona_id end';

/**
 * The condition on comments `m` that they were made here and did not come with an archive. Most threads did not, which
 * one look into a hash says.
 */
export const MADE_HERE = `(m.thread_id not in (select x.thread_id from archived_threads x) or not exists (
      select from archived_threads x where x.thread_id = m.thread_id and x.seq >= m.seq
    ))`;

/** A number as it is written in a language. */
export const written = (value: number, locale: Locale): string => value.toLocaleString(locale);

/** A duration in minutes, in the largest unit in which it is at least two, rounded down. */
export function duration(minutes: number, locale: Locale): string {
  const { unit, size } = UNITS.find((each) => minutes >= 2 * each.size) ?? UNITS.at(-1)!;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(minutes / size));
}

/** Units of time with their minutes, the largest first. */
const UNITS = [
  { unit: 'day', size: 1_440 },
  { unit: 'hour', size: 60 },
  { unit: 'minute', size: 1 },
] as const;

/** The value of a part; null where it is not shown. */
export const partOf = ({ parts }: FigureNumbers, name: string): number | null =>
  parts.find((part) => part.name === name)?.value ?? null;

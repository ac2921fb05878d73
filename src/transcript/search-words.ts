import { wordsOfHtml } from '../kernel/html-words.ts';

/** PostgreSQL's dictionaries by language; other languages are searched without stemming. */
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

/**
 * Very common words that PostgreSQL's lists lack: the French one has no `les`, and neither has accented words or
 * contractions as we fold them. Words with another meaning (`été`, `car`) are left out.
 */
const COMMON: Readonly<Record<string, ReadonlySet<string>>> = {
  french: wordsIn(
    `c d j l m n qu s t a meme les cet cette ceci cela ca celui celle ceux celles ils elles leurs quel quelle quels
     quelles dont ni lorsqu jusqu puisqu quoiqu etes etant etais etait etions etiez etaient`,
  ),
  english: wordsIn(
    `i we you they he she it that there who s t ll ve re d m ain aren couldn didn doesn hadn hasn haven isn shouldn wasn
     weren wouldn`,
  ),
};
const NONE: ReadonlySet<string> = new Set();

export const commonWordsOf = (dictionary: string): ReadonlySet<string> => COMMON[dictionary] ?? NONE;

function wordsIn(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** The words of a comment's safe HTML. */
export const plainWords = wordsOfHtml;

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

/** The words of a comment's safe HTML. */
export const plainWords = wordsOfHtml;

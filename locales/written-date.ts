import type { Locale } from './words.ts';

/** The language of dates in words: in English the day stands first, wherever a date is written. */
export const dateLanguage = (locale: string): string => (locale === 'en' ? 'en-GB' : 'fr-FR');

/** A date in words, with the first of a month as people say it in French: *1er mai*, where ICU has *1 mai*. */
export const firstAsSaid = (locale: string, date: string): string =>
  locale === 'fr' ? date.replace(/(?<!\d)1 (?=\p{Ll})/u, '1er ') : date;

/** A day in words: 25 August 2018, 1er mai 2026. */
export const dayInWords = (at: Date, locale: Locale, timeZone = 'UTC'): string =>
  firstAsSaid(locale, new Intl.DateTimeFormat(dateLanguage(locale), { dateStyle: 'long', timeZone }).format(at));

const DAY_AND_TIME = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
} as const satisfies Intl.DateTimeFormatOptions;

/** A time of these days in words, in the zone of its reader: Saturday 28 November at 18:30. */
export const timeInWords = (at: Date, timeZone: string, locale: Locale): string =>
  firstAsSaid(locale, new Intl.DateTimeFormat(dateLanguage(locale), { ...DAY_AND_TIME, timeZone }).format(at));

/** A time in words, in a zone that is named: 28 November 2026 at 18:30 CET. */
export const dayAndTimeInWords = (at: Date, timeZone: string, locale: Locale): string =>
  firstAsSaid(
    locale,
    new Intl.DateTimeFormat(dateLanguage(locale), {
      ...DAY_AND_TIME,
      timeZone,
      year: 'numeric',
      timeZoneName: 'short',
    }).format(at),
  );

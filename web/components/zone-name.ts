import type { LocaleSettings } from './locale-context.ts';

/** The place that names a zone: Paris of Europe/Paris, New York of America/New_York. */
export const cityOf = (timeZone: string): string => timeZone.replace(/^.*\//, '').replaceAll('_', ' ');

/**
 * A zone as people of the language say it at a time: by its short name, such as CET, or by its city where the language
 * has no more than an offset.
 */
export function zoneNameOf(at: string, { locale, say, timeZone }: LocaleSettings): string {
  const name =
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { timeZone, timeZoneName: 'short' })
      .formatToParts(new Date(at))
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  if (!/[+\-\u2212]\d/.test(name)) return name;
  const city = cityOf(timeZone);
  return say(/^[AEIOUÉ]/.test(city) ? 'pages.talk.timeOfVowel' : 'pages.talk.timeOf', { city });
}

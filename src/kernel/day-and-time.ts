/** A time in words of a language, in a zone that is named: 28 November 2026 at 18:30 CET. */
export const dayAndTimeIn = (at: Date, timeZone: string, locale: 'fr' | 'en'): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);

import type { Locale } from '../../locales/words.ts';
import { words } from '../../locales/catalogues.ts';
import { dayInWords } from '../../locales/written-date.ts';
import type { AskedFigure } from './figures.ts';

/** The line below a chart that leaves its page: conference, window, date, and the address of the figure. */
export function sourceOf(
  { conference, figure, windowTitle }: AskedFigure,
  { asOf, locale, publicUrl }: { asOf: string; locale: Locale; publicUrl: string },
): string {
  const date = dayInWords(new Date(asOf), locale, conference.timeZone);
  const window = windowTitle === conference.title ? conference.title : `${conference.title}, ${windowTitle}`;
  const address = `${publicUrl}/c/${conference.slug}/figures#${figure.name}`;
  return words(locale)('pages.figures.source', { window, date, address });
}

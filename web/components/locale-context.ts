import { createContext } from 'preact';
import type { Locale, Words } from '../../locales/words.ts';

/**
 * Language, texts and time zone of the conference, for every component of a page. `saysZone`: on pages without a
 * conference, where nobody could tell whose time it is.
 */
export interface LocaleSettings {
  locale: Locale;
  say: Words;
  timeZone: string;
  saysZone?: boolean;
}

export const LocaleContext = createContext<LocaleSettings>({ locale: 'en', say: (key) => key, timeZone: 'UTC' });

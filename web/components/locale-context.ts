import { createContext } from 'preact';
import type { Locale, Words } from '../../locales/words.ts';

/** Language, texts and time zone of the conference, for every component of a page. */
export interface LocaleSettings {
  locale: Locale;
  say: Words;
  timeZone: string;
}

export const LocaleContext = createContext<LocaleSettings>({ locale: 'en', say: (key) => key, timeZone: 'UTC' });

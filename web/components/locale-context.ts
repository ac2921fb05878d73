import { createContext } from 'preact';
import type { Locale, Words } from '../../locales/words.ts';

/** What every part of a page may need: the language, the texts, and where the conference takes place. */
export interface LocaleSettings {
  locale: Locale;
  say: Words;
  timeZone: string;
}

export const LocaleContext = createContext<LocaleSettings>({ locale: 'en', say: (key) => key, timeZone: 'UTC' });

import { createContext } from 'preact';
import type { Locale, Words } from '../../locales/words.ts';

/**
 * Language, texts and time zone of the conference, for every component of a page. `saysZone` is set on pages without a
 * conference, where the zone is not obvious.
 */
export interface LocaleSettings {
  locale: Locale;
  say: Words;
  timeZone: string;
  saysZone?: boolean;
}

export const LocaleContext = createContext<LocaleSettings>({ locale: 'en', say: (key) => key, timeZone: 'UTC' });

/** Sets the only value the context has in a browser, where `useContext` reads it (vite.config.ts). */
export const chooseLocale = (chosen: LocaleSettings): void => void Object.assign(LocaleContext, { chosen });

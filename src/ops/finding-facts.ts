import type { Locale } from '../../locales/words.ts';
import { dayInWords } from '../../locales/written-date.ts';
import type { Finding } from './finding.policy.ts';

/** The facts of a finding for a text, with dates as people of that language write them. */
export const factsIn = (locale: Locale, { facts }: Finding): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, fact instanceof Date ? dayInWords(fact, locale) : fact]),
  );

import { catalogueOf } from '../../../locales/catalogues.ts';
import type { Locale } from '../../../locales/words.ts';
import type { Comment, CommentsPage, Mine, Persona, Sort, Thread } from '../../../web/components/shapes.ts';

/** Texts that the script shows by itself. */
export const wordsForScript = (locale: Locale): Record<string, string> => ({
  ...catalogueOf(locale, 'pages.thread.'),
  ...catalogueOf(locale, 'pages.form.'),
  ...catalogueOf(locale, 'pages.reading.'),
  ...catalogueOf(locale, 'pages.role.'),
  ...catalogueOf(locale, 'pages.signIn.code'),
  ...catalogueOf(locale, 'pages.privacy.link'),
  ...catalogueOf(locale, 'pages.ending.archive'),
  ...catalogueOf(locale, 'pages.report.link'),
  ...catalogueOf(locale, 'pages.rules.link'),
});

/** The data with which the script takes over the page: nothing but what the page shows. */
export const islandOf = (facts: {
  page: CommentsPage;
  thread: Thread;
  here: string;
  sort: Sort;
  timeZone: string;
  locale: Locale;
  mine: Mine | null;
  personas: Persona[];
  questions: Comment[];
  conferenceId: string;
  archiveUrl: string | null;
}): object => ({ ...facts, words: wordsForScript(facts.locale) });

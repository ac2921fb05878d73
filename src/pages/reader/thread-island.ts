import { catalogueOf } from '../../../locales/catalogues.ts';
import type { Catalogue, Locale } from '../../../locales/words.ts';
import type {
  CommentShape,
  CommentsPageShape,
  MineShape,
  ModerationShape,
  PersonaShape,
  SortOrder,
  ThreadShape,
} from '../../../web/components/shapes.ts';

/** Beginnings of the keys of texts that the script shows by itself. */
const PREFIXES = [
  'pages.thread.',
  'pages.form.',
  'pages.reading.',
  'pages.role.',
  'pages.signIn.again',
  'pages.signIn.change',
  'pages.signIn.code',
  'pages.signIn.link',
  'pages.me.link',
  'pages.privacy.link',
  'pages.ending.archive',
  'pages.report.link',
  'pages.talk.timeOf',
  'pages.rules.link',
];

const chosenTexts = (locale: Locale): Catalogue =>
  Object.assign({}, ...PREFIXES.map((prefix) => catalogueOf(locale, prefix))) as Catalogue;

// Chosen once: each page has them, and choosing them reads the whole catalogue.
const scriptTexts: Readonly<Record<Locale, Catalogue>> = { fr: chosenTexts('fr'), en: chosenTexts('en') };

/** Texts that the script shows by itself. */
const wordsForScript = (locale: Locale): Catalogue => scriptTexts[locale];

/** The data with which the script takes over the page: nothing but what the page shows. */
export const islandOf = (facts: {
  page: CommentsPageShape;
  thread: ThreadShape;
  here: string;
  /** The query of the page; `cursor` and `branch` (a comment's id) name the part of the thread on it. */
  at?: string;
  cursor?: string | undefined;
  branch?: string | undefined;
  sort: SortOrder;
  timeZone: string;
  locale: Locale;
  mine: MineShape | null;
  personas: PersonaShape[];
  moderation?: ModerationShape | undefined;
  questions: CommentShape[];
  answeredBy: 'speaker' | 'organizers' | null;
  conferenceId: string;
  archiveUrl: string | null;
  /** The authors of the folded replies, by the comment above them. */
  whose?: Readonly<Record<string, string>>;
}): object => ({ ...facts, words: wordsForScript(facts.locale) });

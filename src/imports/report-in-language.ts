import { sayInput, sayPlace, words } from '../../locales/catalogues.ts';
import type { Locale } from '../../locales/words.ts';
import type { AskedQuestion } from './asked-question.ts';
import type { ImportReport } from './import-report.ts';

/** A report in the language of its reader: its places and sentences, as in problem documents, and its questions. */
export const reportIn = (report: ImportReport, locale: Locale): ImportReport => ({
  ...report,
  problems: report.problems.map(({ place, sentence }) => ({
    place: sayPlace(locale, place),
    sentence: sayInput(locale, sentence),
  })),
  questions: report.questions.map((question) => questionIn(question, locale)),
});

/** A question in the language of its reader: one about dates names a place in the file. */
export function questionIn(question: AskedQuestion, locale: Locale): AskedQuestion {
  if (locale === 'en') return question;
  const { kind, foundTitle } = question;
  const title = kind === 'dates' ? sayPlace(locale, question.title) : question.title;
  return { ...question, title, about: words(locale)(`pages.import.ask.${kind}`, { title, foundTitle }) };
}

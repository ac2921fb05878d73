import { Injectable } from '@nestjs/common';
import { sayInput, sayPlace } from '../../../locales/catalogues.ts';
import type { Locale } from '../../../locales/words.ts';
import { OrganizedProgrammePage } from '../../../web/pages/organized-programme-page.tsx';
import type { ReportKind } from '../../../web/pages/import-report.tsx';
import type { KeptFile } from '../../../web/pages/programme-file.tsx';
import type { ConferenceShape, ProblemShape, TalkShape } from '../../../web/components/shapes.ts';
import type { AskedQuestion } from '../../imports/asked-question.ts';
import type { ImportReport } from '../../imports/import-report.ts';
import { ImportQuestions } from '../../imports/import-questions.ts';
import { ImportsQueries } from '../../imports/imports.queries.ts';
import { COLUMN_KINDS } from '../../imports/programme-upload.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { cursorIn } from '../page-query.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { wordsIn } from './list-part.ts';

/** Most talks on a page of the list. */
const TALKS_SHOWN = 50;

/** What the page of the programme shows beside its talks. */
export interface ProgrammeOutcome {
  refusal?: ProblemShape | null;
  report?: { report: ImportReport; kind: ReportKind } | null;
  /** What was answered with a file that was only tried, by the ids of its questions. */
  answers?: Readonly<Record<string, string>>;
  /** Whether the file was said to belong here. */
  isHere?: boolean;
  /** The file, when it waits for another answer. */
  kept?: KeptFile | null;
  /** Rows that were pasted and refused. */
  pasted?: string;
}

/** A report in the language of its reader, places and sentences too. */
const reportIn = (report: ImportReport, locale: Locale): ImportReport => ({
  ...report,
  problems: report.problems.map(({ place, sentence }) => ({
    place: sayPlace(locale, place),
    sentence: sayInput(locale, sentence),
  })),
  questions: report.questions.map((question) => questionIn(question, locale)),
});

/** A question in the language of its reader: one about dates names a place in the file. */
export const questionIn = (question: AskedQuestion, locale: Locale): AskedQuestion =>
  question.kind === 'dates' ? { ...question, title: sayPlace(locale, question.title) } : question;

/** Shows the page of a programme: its talks, the form of an import and the last imports. */
@Injectable()
export class OrganizedProgramme {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly importQuestions: ImportQuestions,
    private readonly importsQueries: ImportsQueries,
  ) {}

  async show(
    page: ParticipantPage,
    slug: string,
    { refusal = null, report = null, answers = {}, isHere = false, kept = null, pasted = '' }: ProgrammeOutcome,
  ): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const query = page.request.query as Record<string, unknown>;
    const q = wordsIn(query['q']);
    const listing = { limit: TALKS_SHOWN, cursor: cursorIn(query) };
    const [talks, questions, imports] = await Promise.all([
      this.programmeListing.talks(slug, q === '' ? {} : { q }, listing),
      this.importQuestions.list(conference.id),
      this.importsQueries.list(conference.id),
    ]);
    page.show(
      OrganizedProgrammePage,
      { title: conference.title, kind: 'programme', conference, ...formOptions(refusal) },
      {
        conference,
        talks: talks.items as TalkShape[],
        next: talks.next,
        q,
        open: questions.filter(({ answer }) => answer === null).length,
        imports,
        report: report && { ...report, report: reportIn(report.report, page.locale) },
        answers,
        isHere,
        kept,
        pasted,
        columnKinds: COLUMN_KINDS,
        refusal,
      },
    );
  }
}

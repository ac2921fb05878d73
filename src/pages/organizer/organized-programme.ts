import { Injectable } from '@nestjs/common';
import { OrganizedProgrammePage, type OrganizedProgrammeProps } from '../../../web/pages/organized-programme-page.tsx';
import type { ReportKind } from '../../../web/pages/import-report.tsx';
import type { KeptFile } from '../../../web/pages/programme-file.tsx';
import type { ConferenceShape, ProblemShape, TalkShape } from '../../../web/components/shapes.ts';
import type { ImportReport } from '../../imports/import-report.ts';
import { reportIn } from '../../imports/report-in-language.ts';
import { ImportQuestions } from '../../imports/import-questions.ts';
import { ImportsQueries } from '../../imports/imports.queries.ts';
import { COLUMN_KINDS } from '../../imports/programme-upload.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import type { ProgrammeChoice } from '../../../web/pages/organized-address.ts';
import type { TalkFormShape } from '../../../web/pages/talk-form.tsx';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { programmeChoiceIn } from './programme-choice.ts';
import { ProgrammeGrids } from './programme-grids.ts';
import { TalkForms, type SentTalkForm } from './talk-forms.ts';

/** Most talks on a page of the list. */
const TALKS_SHOWN = 50;

/** The outcome of a form on the page of the programme, shown beside the talks. */
export interface ProgrammeOutcome {
  refusal?: ProblemShape | null;
  report?: { report: ImportReport; kind: ReportKind } | null;
  /** The answers that came with a file that was only tried, by the ids of its questions. */
  answers?: Readonly<Record<string, string>>;
  /** Whether the file was said to belong here. */
  isHere?: boolean;
  /** The file, when it waits for another answer. */
  kept?: KeptFile | null;
  /** Rows that were pasted and refused. */
  pasted?: string;
  /** The talk whose form is open in its place, and what came of it; not of a page that answers an import. */
  edited?: (SentTalkForm & { id: string }) | null;
}

/** Shows the page of a programme: its talks, the form of an import and the last imports. */
@Injectable()
export class OrganizedProgramme {
  // The page shows talks, the form of one, and imports.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeGrids: ProgrammeGrids,
    private readonly talkForms: TalkForms,
    private readonly importQuestions: ImportQuestions,
    private readonly importsQueries: ImportsQueries,
  ) {}

  async show(page: ParticipantPage, slug: string, outcome: ProgrammeOutcome): Promise<void> {
    const {
      refusal = null,
      report = null,
      answers = {},
      isHere = false,
      kept = null,
      pasted = '',
      edited = null,
    } = outcome;
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const asked = programmeChoiceIn(page.request.query as Record<string, unknown>);
    const [form, questions, imports] = await Promise.all([
      edited && this.talkForms.make(conference, edited.id, edited),
      this.importQuestions.list(conference.id),
      this.importsQueries.list(conference.id),
    ]);
    const { choice, shown } = await this.part(conference, asked, form);
    page.show(
      OrganizedProgrammePage,
      { title: conference.title, kind: 'programme', conference, ...formOptions(refusal ?? edited?.refusal ?? null) },
      {
        conference,
        choice,
        shown,
        edited: form,
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

  /** The grid or a page of the list. A talk whose form is open stands on it wherever its place would be. */
  private async part(
    conference: ConferenceShape,
    asked: ProgrammeChoice,
    form: TalkFormShape | null,
  ): Promise<Pick<OrganizedProgrammeProps, 'choice' | 'shown'>> {
    if (asked.layout === 'grid') {
      const { choice, grid } = await this.programmeGrids.read(conference, asked);
      return { choice, shown: { grid } };
    }
    const { q, cursor } = asked;
    const listing = { limit: TALKS_SHOWN, cursor: cursor || undefined };
    const { items, next } = await this.programmeListing.talks(conference.id, q === '' ? {} : { q }, listing);
    const talks = items as TalkShape[];
    const isElsewhere = form?.talk && talks.every(({ id }) => id !== form.talk!.id);
    return { choice: asked, shown: { talks: isElsewhere ? [form.talk!, ...talks] : talks, next } };
  }
}

import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ConferenceShape } from '../../../web/components/shapes.ts';
import type { ReportKind } from '../../../web/pages/import-report.tsx';
import { UndoImportPage } from '../../../web/pages/undo-import-page.tsx';
import { exampleSheet } from '../../imports/example-sheet.ts';
import { ImportSchedule } from '../../imports/import-schedule.ts';
import type { ImportReport } from '../../imports/import-report.ts';
import { ImportsQueries } from '../../imports/imports.queries.ts';
import { UndoImport } from '../../imports/undo-import.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { conferenceIn, For, noteChangedNothing } from '../../platform/http/access.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { typed } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { OrganizedProgramme } from './organized-programme.ts';
import { answersIn, decisionsIn, fileIn, isWorthKeeping, pastedOf, ProgrammeFileForm } from './programme-file-form.ts';

/** An import in an address. */
interface ImportPath {
  conference: string;
  id: string;
}

/** Imports of a programme from a file, an example to fill in, and undoing one of the last imports. */
@ApiExcludeController()
@Controller('organize/:conference/imports')
@For('organizer', conferenceIn('conference'))
export class ImportsPages {
  // A file comes in, is read and imported, and each import is listed and undone.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly organizedProgramme: OrganizedProgramme,
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly importSchedule: ImportSchedule,
    private readonly importsQueries: ImportsQueries,
    private readonly undoImport: UndoImport,
    private readonly programmeFileForm: ProgrammeFileForm,
  ) {}

  /** A sheet to fill in, on the days of the conference, in the language of the page. */
  @Get('example.csv')
  async example(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const { startsOn } = await this.programmeQueries.getConference(slug);
    void page.reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="programme.csv"')
      .send(exampleSheet(page.locale, startsOn));
  }

  /** Imports a file, or says what it would change. */
  @Post()
  async import(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const { id } = await this.programmeQueries.getConference(slug);
    const form = await this.programmeFileForm.read(page, id);
    const isTrial = typed(form.fields, 'do') === 'try';
    const { answers, isHere } = answersIn(form.fields);
    const { done, refusal } = await page.attempt(async () => {
      const decisions = decisionsIn(form.fields);
      const { accountId: actorId } = page.actor;
      const { file, fileName } = fileIn(form);
      return this.importSchedule.into(slug, file, { dryRun: isTrial, decisions, actorId, fileName });
    });
    if (refusal) {
      const kept = isWorthKeeping(refusal) ? await this.programmeFileForm.keep(form) : null;
      return this.organizedProgramme.show(page, slug, { refusal, kept, answers, isHere, ...pastedOf(form, kept) });
    }
    const kind = kindOf(done, isTrial);
    if (done.importId === null) noteChangedNothing(page.request);
    if (kind !== 'imported') {
      const kept = await this.programmeFileForm.keep(form);
      return this.organizedProgramme.show(page, slug, { report: { report: done, kind }, answers, isHere, kept });
    }
    await this.programmeFileForm.forget(form);
    return this.organizedProgramme.show(page, slug, { report: { report: done, kind } });
  }

  /** Lists what undoing an import does, before it is done. */
  @Get(':id/undo')
  async ask(@Param() { conference: slug, id }: ImportPath, @PageRequest() page: ParticipantPage): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const found = (await this.importsQueries.list(conference.id)).find((each) => each.id === id);
    if (!found) throw notFound();
    const { done, refusal } = await page.attempt(() => this.undoImport.undo(slug, id, { dryRun: true }));
    page.show(
      UndoImportPage,
      { title: conference.title, kind: 'import', conference, ...formOptions(refusal) },
      { conference, import: found, report: refusal ? null : done, refusal },
    );
  }

  @Post(':id/undo')
  async undo(@Param() { conference: slug, id }: ImportPath, @PageRequest() page: ParticipantPage): Promise<void> {
    const { done, refusal } = await page.attempt(() => this.undoImport.undo(slug, id, { dryRun: false }));
    return this.organizedProgramme.show(
      page,
      slug,
      refusal ? { refusal } : { report: { report: done, kind: 'undone' } },
    );
  }
}

/** A file whose dates may be read in two ways changes nothing until an organizer answers. */
function kindOf({ questions }: ImportReport, isTrial: boolean): ReportKind {
  if (questions.some(({ kind }) => kind === 'dates')) return 'waits';
  return isTrial ? 'tried' : 'imported';
}

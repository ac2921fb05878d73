import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OrganizedConferencesPage, type NewConferenceChoice } from '../../../web/pages/organized-conferences-page.tsx';
import type { KeptFile } from '../../../web/pages/programme-file.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import type { AskedQuestion } from '../../imports/asked-question.ts';
import type { ImportReport } from '../../imports/import-report.ts';
import { ImportSchedule } from '../../imports/import-schedule.ts';
import { FileImportRequest } from '../../imports/imports.requests.ts';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { questionIn } from '../../imports/report-in-language.ts';
import type { ImportDecisions } from '../../imports/programme-upload.ts';
import { slugOf } from '../../kernel/slug.ts';
import { everywhere, For } from '../../platform/http/access.ts';
import { ConferenceRequest } from '../../programme/programme.requests.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { readFields, readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { OwnAccount } from '../participant/own-account.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { OrganizedProgramme } from './organized-programme.ts';
import {
  answersIn,
  decisionsIn,
  fileIn,
  isWorthKeeping,
  pastedOf,
  ProgrammeFileForm,
  type SentProgramme,
} from './programme-file-form.ts';

/** The outcome of a form of a new conference. */
interface NewConferenceOutcome {
  refusal?: ProblemShape | null;
  /** The slug of the conference whose programme the file is. */
  known?: string | null;
  /** The file, when it waits for an answer. */
  kept?: KeptFile | null;
  pasted?: string;
  questions?: readonly AskedQuestion[];
  answers?: Readonly<Record<string, string>>;
}

/** The conferences that a person organizes or moderates, and the forms that make a new one, by hand or from a file. */
@ApiExcludeController()
@Controller('organize')
export class OrganizedConferencesPages {
  // One page joins the conferences with the forms that make one by hand and from a file.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly ownAccount: OwnAccount,
    private readonly grantsQueries: GrantsQueries,
    private readonly programmeListing: ProgrammeListing,
    private readonly manageProgramme: ManageProgramme,
    private readonly importSchedule: ImportSchedule,
    private readonly programmeFileForm: ProgrammeFileForm,
    private readonly organizedProgramme: OrganizedProgramme,
  ) {}

  @Get()
  @For('participant')
  read(@PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, {}, {});
  }

  @Post()
  @For('organizer', everywhere)
  async create(@Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { done, refusal } = await page.attempt(async () => {
      const slug = typed(form, 'slug').trim() || slugOf(typed(form, 'title'), 'conference');
      const fields = ['title', 'slug', 'startsOn', 'endsOn', 'timeZone', 'locale'];
      const asked = await readForm(ConferenceRequest, { ...form, slug }, fields);
      return this.manageProgramme.createConference(asked);
    });
    if (refusal) return this.show(page, form, { refusal });
    page.redirect(`/organize/${done.slug}`, 'conference-made');
  }

  /**
   * Makes a conference from the file of its programme, whose title, days and zone it takes. A date that may be two days
   * is asked, and the file waits for the answer.
   */
  @Post('programmes')
  @For('organizer', everywhere)
  async createFromFile(@PageRequest() page: ParticipantPage): Promise<void> {
    const form = await this.programmeFileForm.read(page, null);
    const { answers } = answersIn(form.fields);
    const { done, refusal } = await page.attempt(() =>
      this.makeFrom(form, page.actor.accountId, decisionsIn(form.fields)),
    );
    if (refusal) {
      const known = isOfSlug(refusal) ? (refusal.slug ?? null) : null;
      const isKept = isWorthKeeping(refusal) || isOfSlug(refusal);
      const kept = isKept ? await this.programmeFileForm.keep(form) : null;
      return this.show(page, form.fields, { refusal, known, kept, answers, ...pastedOf(form, kept) });
    }
    const { questions, slug } = done;
    if (isAsked(questions))
      return this.show(page, form.fields, { kept: await this.programmeFileForm.keep(form), questions, answers });
    await this.programmeFileForm.forget(form);
    if (saysMore(done)) return this.showMade(page, done);
    page.redirect(`/organize/${slug}/programme`, 'conference-made');
  }

  /** Makes the conference, or returns the questions that come first. */
  private async makeFrom(
    form: SentProgramme,
    actorId: string,
    decisions: ImportDecisions,
  ): Promise<ImportReport & { slug: string }> {
    const { file, fileName } = fileIn(form);
    const { locale, timeZone = null } = await readFields(FileImportRequest, {
      locale: typed(form.fields, 'locale'),
      timeZone: typed(form.fields, 'timeZone').trim() || undefined,
    });
    const title = typed(form.fields, 'title').trim();
    // A file of a conference that is there would change it; that is for its own page.
    const options = { timeZone, locale, title, actorId, fileName, decisions, isForNew: true };
    return this.importSchedule.fromFile(file, { ...options, dryRun: false });
  }

  /** Shows the programme with its report, which is shown once. Its talks are all new, and stand below it. */
  private showMade(page: ParticipantPage, { slug, ...report }: ImportReport & { slug: string }): Promise<void> {
    const team = { path: `/organize/${slug}`, organizes: true, waiting: 0 };
    const told = { report: { ...report, changes: [] }, kind: 'imported' as const };
    return this.organizedProgramme.show(page.inTeam(team), slug, { report: told });
  }

  private async show(
    page: ParticipantPage,
    form: FormFields,
    { refusal = null, known = null, kept = null, pasted = '', questions = [], answers = {} }: NewConferenceOutcome,
  ): Promise<void> {
    const { accountId } = page.actor;
    const [{ organizes }, mayMake] = await Promise.all([
      this.ownAccount.get(accountId, null),
      this.grantsQueries.isOrganizerEverywhere(accountId),
    ]);
    const translated = questions.map((question) => questionIn(question, page.locale));
    const conferences = await Promise.all(organizes.map(({ id }) => this.programmeListing.conference(id)));
    page.show(
      OrganizedConferencesPage,
      { titleKey: 'pages.organize.title', kind: 'organize', ...formOptions(refusal) },
      {
        conferences,
        mayMake,
        choice: choiceIn(form, page.locale),
        refusal,
        known,
        kept,
        pasted,
        answers,
        questions: translated,
      },
    );
  }
}

/** Whether a report tells more than how many talks were added. */
const saysMore = ({ problemCount, notUnderstood, questionCount }: ImportReport): boolean =>
  problemCount > 0 || notUnderstood.length > 0 || questionCount > 0;

/** Whether nothing is made before an organizer says which day a date is. */
const isAsked = (questions: readonly AskedQuestion[]): boolean => questions.some(({ kind }) => kind === 'dates');

const isOfSlug = ({ type }: ProblemShape): boolean => type === '/problems/slug-taken';

/** The zone of a new conference until a browser says its own. */
const USUAL_ZONE = 'Europe/Paris';

const choiceIn = (form: FormFields, locale: string): NewConferenceChoice => ({
  title: typed(form, 'title'),
  slug: typed(form, 'slug'),
  startsOn: typed(form, 'startsOn'),
  endsOn: typed(form, 'endsOn'),
  timeZone: typed(form, 'timeZone') || USUAL_ZONE,
  locale: typed(form, 'locale') || locale,
});

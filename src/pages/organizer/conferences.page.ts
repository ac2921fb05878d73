import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OrganizedConferencesPage, type NewConferenceChoice } from '../../../web/pages/organized-conferences-page.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import { ImportSchedule } from '../../imports/import-schedule.ts';
import { FileImportRequest } from '../../imports/imports.requests.ts';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { slugOf } from '../../kernel/slug.ts';
import { invalidRequest } from '../../kernel/common.problems.ts';
import { everywhere, For } from '../../platform/http/access.ts';
import { slugTaken } from '../../programme/programme.problems.ts';
import { ConferenceRequest } from '../../programme/programme.requests.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { readFields, readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { OwnAccount } from '../participant/own-account.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { UploadedForms } from './uploaded-form.ts';

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
    private readonly uploadedForms: UploadedForms,
  ) {}

  @Get()
  @For('participant')
  read(@PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, {}, null);
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
    if (refusal) return this.show(page, form, refusal);
    page.redirect(`/organize/${done.slug}`, 'conference-made');
  }

  /** Makes a conference from the file of its programme, whose title, days and zone it takes. */
  @Post('programmes')
  @For('organizer', everywhere)
  async createFromFile(@PageRequest() page: ParticipantPage): Promise<void> {
    const { fields, files, fileNames } = await this.uploadedForms.read(page.request);
    const { done, refusal } = await page.attempt(async () => {
      const file = files['file'];
      if (!file) throw invalidRequest([{ pointer: '#/file', detail: 'Choose the file of the programme.' }]);
      const { locale, timeZone } = await readFields(FileImportRequest, {
        locale: typed(fields, 'locale'),
        timeZone: typed(fields, 'timeZone').trim() || undefined,
      });
      const origin = { actorId: page.actor.accountId, fileName: fileNames['file'] ?? '' };
      const title = typed(fields, 'title').trim();
      const options = { timeZone: timeZone ?? null, locale, title, ...origin };
      const tried = await this.importSchedule.fromFile(file, { ...options, dryRun: true });
      // A file of a conference that is there would change it; that is for its own page.
      if (!tried.isNew) throw slugTaken({ slug: tried.slug });
      return this.importSchedule.fromFile(file, { ...options, dryRun: false });
    });
    if (refusal) return this.show(page, fields, refusal);
    page.redirect(`/organize/${done.slug}/programme`, 'conference-made');
  }

  private async show(page: ParticipantPage, form: FormFields, refusal: ProblemShape | null): Promise<void> {
    const { accountId } = page.actor;
    const [{ organizes }, mayMake] = await Promise.all([
      this.ownAccount.get(accountId, null),
      this.grantsQueries.isOrganizerEverywhere(accountId),
    ]);
    const conferences = await Promise.all(organizes.map(({ id }) => this.programmeListing.conference(id)));
    page.show(
      OrganizedConferencesPage,
      { titleKey: 'pages.organize.title', kind: 'organize', ...formOptions(refusal) },
      { conferences, mayMake, choice: choiceIn(form, page.locale), refusal },
    );
  }
}

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

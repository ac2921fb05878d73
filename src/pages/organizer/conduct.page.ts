import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ConductPage } from '../../../web/pages/conduct-page.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { SanctionsQueries } from '../../moderation/sanctions.queries.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { SettingsRequest } from '../../programme/programme.requests.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { lines, readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';

/** A conference's rules, word lists and contact, set by organizers, and its current sanctions. */
@ApiExcludeController()
@Controller('organize/:conference/conduct')
export class ConductPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly manageProgramme: ManageProgramme,
    private readonly sanctionsQueries: SanctionsQueries,
    private readonly grantsQueries: GrantsQueries,
  ) {}

  @Get()
  @For('moderator', conferenceIn('conference'))
  read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, slug, null);
  }

  @Post()
  @For('organizer', conferenceIn('conference'))
  async save(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const settings = await readForm(SettingsRequest, settingsIn(form), ['rules', 'wordLists', 'contact']);
      await this.manageProgramme.changeConference(slug, { settings });
    });
    if (refusal) return this.show(page, slug, refusal);
    page.redirect(`/organize/${encodeURIComponent(slug)}/conduct`);
  }

  private async show(page: ParticipantPage, slug: string, refusal: ProblemShape | null): Promise<void> {
    const [conference, { id, settings }] = await Promise.all([
      this.programmeListing.conference(slug),
      this.programmeQueries.getConference(slug),
    ]);
    const [sanctions, roles] = await Promise.all([
      this.sanctionsQueries.list(id, page.actor.accountId),
      this.grantsQueries.rolesIn(page.actor.accountId, id),
    ]);
    page.show(
      ConductPage,
      { title: conference.title, kind: 'conduct', conference, ...formOptions(refusal) },
      {
        conference,
        rules: settings.rules.map(({ key, title }) => `${key} ${title}`).join('\n'),
        words: { fr: (settings.wordLists?.fr ?? []).join('\n'), en: (settings.wordLists?.en ?? []).join('\n') },
        contact: settings.contact ?? { text: '', url: null },
        sanctions,
        isOrganizer: roles.organizer,
        refusal,
      },
    );
  }
}

/** The settings as typed: one rule a line, its key first; one word a line. */
const settingsIn = (form: FormFields): FormFields => ({
  rules: lines(typed(form, 'rules')).map((line) => ({
    key: line.split(/\s+/)[0],
    title: line.replace(/^\S+\s*/, ''),
  })),
  wordLists: { fr: lines(typed(form, 'wordsFr')), en: lines(typed(form, 'wordsEn')) },
  contact: { text: typed(form, 'contact'), url: typed(form, 'contactUrl') || null },
});

import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { ConferenceSettingsRequest } from '../../programme/programme.requests.ts';
import { readForm, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { OrganizePageView } from './organize-view.ts';

/** The form by which organizers say what people without an address may do. */
@ApiExcludeController()
@Controller('organize/:conference/guests')
@For('organizer', conferenceIn('conference'))
export class GuestSettingPages {
  constructor(
    private readonly organizePageView: OrganizePageView,
    private readonly manageProgramme: ManageProgramme,
  ) {}

  @Post()
  save(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.organizePageView.answer(page, slug, async ({ id }) => {
      const settings = await readForm(ConferenceSettingsRequest, form, ['guests']);
      await this.manageProgramme.changeConference(id, { settings });
      return {};
    });
  }
}

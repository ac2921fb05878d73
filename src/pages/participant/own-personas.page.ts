import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PersonaRequest } from '../../accounts/accounts.requests.ts';
import { WritePersona } from '../../accounts/write-persona.ts';
import { For, SparesStanding, VerbAsksStanding } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { MePageView } from './me-view.ts';

/** The forms of an account's personas. */
@ApiExcludeController()
@Controller('me/personas')
@For('participant')
export class OwnPersonasPages {
  constructor(
    private readonly mePageView: MePageView,
    private readonly writePersona: WritePersona,
    private readonly programmeQueries: ProgrammeQueries,
  ) {}

  @Post(':id')
  @VerbAsksStanding()
  async rename(@Param('id') id: string, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const { name, tagline = '' } = await readForm(PersonaRequest, form, ['name', 'tagline']);
      await this.writePersona.change(page.actor.accountId, id, { name, tagline }, preconditionOfForm(form['version']));
    });
    if (refusal) return this.mePageView.show(page, refusal);
    page.redirect('/me', 'saved');
  }

  @Post()
  @VerbAsksStanding()
  async create(@Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const { name, tagline = '' } = await readForm(PersonaRequest, form, ['name', 'tagline']);
      const { id } = await this.programmeQueries.getConference(typed(form, 'conference'));
      await this.writePersona.create(page.actor.accountId, id, { name, tagline });
    });
    if (refusal) return this.mePageView.show(page, refusal);
    page.redirect('/me', 'profile-added');
  }

  @Post(':id/withdrawal')
  @SparesStanding('People can always leave.')
  async withdraw(@Param('id') id: string, @PageRequest() page: ParticipantPage): Promise<void> {
    await this.writePersona.withdraw(page.actor.accountId, id);
    page.redirect('/me', 'profile-withdrawn');
  }
}

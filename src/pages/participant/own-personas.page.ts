import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PersonaRequest } from '../../accounts/accounts.requests.ts';
import { WritePersona, type PersonaFields } from '../../accounts/write-persona.ts';
import type { ProfileFieldValues } from '../../../web/pages/profile-fields.tsx';
import { For, SparesStanding, VerbAsksStanding } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { PressOnce } from '../../sessions/press-once.ts';
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
    private readonly pressOnce: PressOnce,
  ) {}

  @Post(':id')
  @VerbAsksStanding()
  async rename(@Param('id') id: string, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const fields = await personaOf(form);
      await this.writePersona.change(page.actor.accountId, id, fields, preconditionOfForm(form['version']));
    });
    if (refusal) return this.mePageView.show(page, refusal, { profile: { ...typedProfile(form), id } });
    page.redirect('/me', 'saved');
  }

  @Post()
  @VerbAsksStanding()
  async create(@Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const fields = await personaOf(form);
      const { id } = await this.programmeQueries.getConference(typed(form, 'conference'));
      const { accountId } = page.actor;
      await this.pressOnce.press({ accountId, form }, async () => {
        await this.writePersona.create(accountId, id, fields);
        return null;
      });
    });
    if (refusal) return this.mePageView.show(page, refusal, { profile: typedProfile(form) });
    page.redirect('/me', 'profile-added');
  }

  @Post(':id/withdrawal')
  @SparesStanding('People can always leave.')
  async withdraw(@Param('id') id: string, @PageRequest() page: ParticipantPage): Promise<void> {
    await this.writePersona.withdraw(page.actor.accountId, id);
    page.redirect('/me', 'profile-withdrawn');
  }
}

/** A form sends all fields of a persona: an empty one is emptied, and a box that is not ticked is not sent. */
async function personaOf(form: FormFields): Promise<PersonaFields> {
  const { name, tagline = '', biography = '' } = await readForm(PersonaRequest, form, ['name', 'tagline', 'biography']);
  const { showsComments, isIndexed } = typedProfile(form);
  return { name, tagline, biography, showsComments, isIndexed };
}

const typedProfile = (form: FormFields): ProfileFieldValues => ({
  name: typed(form, 'name'),
  tagline: typed(form, 'tagline'),
  biography: typed(form, 'biography'),
  showsComments: typed(form, 'showsComments') === 'on',
  isIndexed: typed(form, 'isIndexed') === 'on',
});

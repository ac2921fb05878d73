import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isLocale } from '../../../locales/words.ts';
import { MeRequest } from '../../accounts/accounts.requests.ts';
import { ChangeMe } from '../../accounts/change-me.ts';
import { For, SparesStanding } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { PageContexts } from '../page-contexts.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { MePageView } from './me-view.ts';

/** The account page: overview, language, e-mails. */
@ApiExcludeController()
@Controller('me')
@For('participant')
export class MePages {
  constructor(
    private readonly mePageView: MePageView,
    private readonly changeMe: ChangeMe,
    private readonly pageContexts: PageContexts,
  ) {}

  @Get()
  read(@PageRequest() page: ParticipantPage): Promise<void> {
    return this.mePageView.show(page, null);
  }

  @Post()
  @SparesStanding('One’s own settings are no part of a conference.')
  async change(@Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { done, refusal } = await page.attempt(async () => {
      const asked = await readForm(MeRequest, form, ['locale']);
      await this.changeMe.change(page.actor.accountId, asked, preconditionOfForm(form['version']));
      return asked;
    });
    if (refusal) {
      const locale = typed(form, 'locale');
      return this.mePageView.show(page, refusal, isLocale(locale) ? { locale } : {});
    }
    if (done.locale) page.setCookies([this.pageContexts.languageCookie(done.locale)]);
    page.redirect('/me', 'saved');
  }
}

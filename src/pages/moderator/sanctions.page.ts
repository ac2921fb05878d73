import { Body, Controller, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AuditsItself, conferenceIn, For, Fresh } from '../../platform/http/access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { queueIn, QueuePageView } from './queue-view.ts';
import { SanctionForm } from './sanction-form.ts';

/** The forms that impose a sanction and end one. */
@ApiExcludeController()
@Controller('organize/:conference/sanctions')
@AuditsItself()
@For('moderator', conferenceIn('conference'))
export class SanctionsPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly queuePageView: QueuePageView,
    private readonly sanctionForm: SanctionForm,
  ) {}

  @Post()
  @Fresh()
  async impose(
    @Param('conference') slug: string,
    @Query('kind') kind: unknown,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    await this.queuePageView.answer(page, { conference, slug, kind: queueIn({ kind }) }, () =>
      this.sanctionForm.impose(page.actor, conference.id, form),
    );
  }

  @Post(':id')
  @Fresh()
  async end(
    @Param() { conference: slug, id }: { conference: string; id: string },
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    await this.sanctionForm.end(page.actor, conference.id, { id, reason: typed(form, 'reason') });
    page.redirect(`/organize/${encodeURIComponent(slug)}/rules`, 'done');
  }
}

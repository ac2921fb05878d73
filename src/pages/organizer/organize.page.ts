import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { conferenceIn, For } from '../../platform/http/access.ts';
import type { FormFields } from '../forms.ts';
import { LockForm } from '../moderator/lock-form.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { OrganizePageView } from './organize-view.ts';

/** The organizers' and moderators' page of a conference, and its form that locks threads. */
@ApiExcludeController()
@Controller('organize/:conference')
@For('moderator', conferenceIn('conference'))
export class OrganizePages {
  constructor(
    private readonly organizePageView: OrganizePageView,
    private readonly lockForm: LockForm,
  ) {}

  @Get()
  read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.organizePageView.show(page, slug, {});
  }

  @Post('threads')
  lock(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.organizePageView.answer(page, slug, async (conference) => {
      await this.lockForm.set(page.actor, conference.id, form);
      return {};
    });
  }
}

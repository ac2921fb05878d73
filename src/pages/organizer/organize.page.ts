import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { notFound } from '../../kernel/common.problems.ts';
import { ChangeThreadSettings } from '../../moderation/change-thread-settings.ts';
import { ThreadChangeRequest } from '../../moderation/moderation.requests.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
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
    private readonly changeThreadSettings: ChangeThreadSettings,
    private readonly threadsQueries: ThreadsQueries,
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
      const thread = await this.threadsQueries.get(typed(form, 'threadId'));
      if (thread.conferenceId !== conference.id) throw notFound();
      const change = await readForm(ThreadChangeRequest, form, ['state', 'reason']);
      await this.changeThreadSettings.change(
        page.actor.accountId,
        thread.id,
        change,
        preconditionOfForm(form['version']),
      );
      return {};
    });
  }
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AuditsItself, conferenceIn, For } from '../../platform/http/access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { typed, type FormFields } from '../forms.ts';
import { cursorIn, type PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { AppealForm } from './appeal-form.ts';
import { QueueBulk } from './queue-bulk.ts';
import { QueueForm } from './queue-form.ts';
import { queueIn, QueuePageView } from './queue-view.ts';

/** The queue of a conference, and the forms that decide its items. */
@ApiExcludeController()
@Controller('organize/:conference/queue')
@AuditsItself()
@For('talk-moderator', conferenceIn('conference'))
export class QueuePages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly queuePageView: QueuePageView,
    private readonly queueForm: QueueForm,
    private readonly queueBulk: QueueBulk,
    private readonly appealForm: AppealForm,
  ) {}

  @Get()
  async read(
    @Param('conference') slug: string,
    @Query() query: PageQuery,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    await this.queuePageView.show(page, conference, { kind: queueIn(query), cursor: cursorIn(query) });
  }

  @Post()
  async decide(
    @Param('conference') slug: string,
    @Query() query: PageQuery,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const kind = queueIn(query);
    const decide = (): Promise<void> => {
      if (isOutcome(typed(form, 'act'))) return this.appealForm.decide(page.actor, conference.id, form);
      return isOfOne(form)
        ? this.queueForm.decide(page.actor, conference.id, form)
        : this.queueBulk.decide(page.actor, { conferenceId: conference.id, kind }, form);
    };
    await this.queuePageView.answer(page, { conference, slug, kind }, decide);
  }
}

/** Whether a form belongs to the words that it stands below; the form of several names none. */
const isOfOne = (form: FormFields): boolean => typed(form, 'commentId') !== '' || typed(form, 'recapId') !== '';

/** Whether a button decides an appeal; the others decide on comments. */
const isOutcome = (act: string): boolean => act === 'upheld' || act === 'reversed';

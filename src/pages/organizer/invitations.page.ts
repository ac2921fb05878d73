import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { InvitationRequest } from '../../accounts/accounts.requests.ts';
import { Invite } from '../../accounts/invite.ts';
import { SpeakerLinks } from '../../accounts/speaker-links.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { OrganizePageView } from './organize-view.ts';

/** The forms that make invitations and cancel them. */
@ApiExcludeController()
@Controller('organize/:conference')
@For('organizer', conferenceIn('conference'))
export class InvitationsPages {
  constructor(
    private readonly organizePageView: OrganizePageView,
    private readonly invite: Invite,
    private readonly speakerLinks: SpeakerLinks,
    private readonly threadsQueries: ThreadsQueries,
    private readonly programmeListing: ProgrammeListing,
  ) {}

  @Post('invitations')
  make(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.organizePageView.answer(page, slug, async ({ id: conferenceId }) => {
      const { role, talkId, name } = await readForm(InvitationRequest, form, ['role', 'talkId', 'name']);
      const talkIds = talkId === undefined ? [] : [talkId];
      const talk = role === 'speaker' ? (await this.threadsQueries.listOfTalks(talkIds))[0] : null;
      if (talk !== null && talk?.conferenceId !== conferenceId) throw notFound();
      const invitation = { role, conferenceId, talkId: talk?.talkId ?? null, name: name || null };
      return { invitation: await this.invite.invite(invitation, page.actor.accountId) };
    });
  }

  @Post('invitations/cancelled')
  cancel(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.organizePageView.answer(page, slug, async (conference) => {
      await this.invite.cancel(conference.id, typed(form, 'invitationId'), page.actor.accountId);
      return {};
    });
  }

  /** Links to be sent with a mail program; each press makes new ones, and the earlier ones still work. */
  @Post('speaker-links')
  async linksForSpeakers(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const { id } = await this.programmeListing.conference(slug);
    const lines = await this.speakerLinks.create(id, page.actor.accountId);
    void page.reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="speaker-links.csv"')
      .send(`${lines.join('\r\n')}\r\n`);
  }
}

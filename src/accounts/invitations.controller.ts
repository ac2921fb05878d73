import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '../kernel/common.problems.ts';
import type { List, Page } from '../kernel/cursor.ts';
import {
  Actor,
  AuditsItself,
  conferenceIn,
  For,
  ScopeRegistry,
  type ActorInSession,
  TokensWith,
} from '../platform/http/access.ts';
import { CreatedAt } from '../platform/http/created-at.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { SeesToItsKey } from '../platform/http/idempotency-key.ts';
import { InvitationBatchRequest, InvitationRequest } from './accounts.requests.ts';
import type { InvitationLinkView, RemindersView } from './invitations.view.ts';
import { InvitePeople } from './invite-people.ts';
import { Invite } from './invite.ts';
import { OpenInvitations, type OpenInvitation } from './open-invitations.queries.ts';

@ApiTags('organizers')
@Controller('api/v1/admin')
@AuditsItself()
export class InvitationsController {
  constructor(
    private readonly invite: Invite,
    private readonly openInvitations: OpenInvitations,
    private readonly invitePeople: InvitePeople,
    private readonly scopeRegistry: ScopeRegistry,
  ) {}

  /** Makes a link that gives a right to the first person who opens it, and mails it when an address is given. */
  @Post('conferences/:conference/invitations')
  @TokensWith(null)
  @CreatedAt('/api/v1/admin/conferences/:conference/invitations')
  @SeesToItsKey()
  @For('organizer', conferenceIn('conference'))
  async create(
    @Param('conference') conference: string,
    @Actor() { accountId }: ActorInSession,
    @Body() body: InvitationRequest,
  ): Promise<InvitationLinkView> {
    return {
      url: await this.invitePeople.one({ conferenceId: await this.idOf(conference), actorId: accountId }, body),
    };
  }

  /**
   * Mails one invitation to each person and role; nobody is invited when one of them cannot be. Who was mailed the same
   * before and has not come gets nothing twice: the answer has the earlier invitation.
   */
  @Post('conferences/:conference/invitations/batch')
  @TokensWith(null)
  @CreatedAt('/api/v1/admin/conferences/:conference/invitations')
  @For('organizer', conferenceIn('conference'))
  async createMany(
    @Param('conference') conference: string,
    @Actor() { accountId }: ActorInSession,
    @Body() { people }: InvitationBatchRequest,
  ): Promise<List<OpenInvitation>> {
    const conferenceId = await this.idOf(conference);
    const sent = await this.invitePeople.many({ conferenceId, actorId: accountId }, people);
    return { items: await this.openInvitations.among(sent.flatMap(({ ids }) => ids)), next: null };
  }

  /**
   * Mails a reminder to everyone who was invited to moderate or organize, has not come, and was not written to within a
   * day.
   */
  @Post('conferences/:conference/invitations/reminders')
  @TokensWith(null)
  @HttpCode(200)
  @For('organizer', conferenceIn('conference'))
  async remind(
    @Param('conference') conference: string,
    @Actor() { accountId }: ActorInSession,
  ): Promise<RemindersView> {
    return this.invitePeople.remindTeam({ conferenceId: await this.idOf(conference), actorId: accountId });
  }

  /** Lists the links that are not opened yet. */
  @Get('conferences/:conference/invitations')
  @For('organizer', conferenceIn('conference'))
  async list(@Param('conference') conference: string, @Query() listing: ListingQuery): Promise<Page<OpenInvitation>> {
    return this.openInvitations.list(await this.idOf(conference), listing);
  }

  /** Cancels a link that is not opened yet. */
  @Delete('conferences/:conference/invitations/:id')
  @HttpCode(204)
  @For('organizer', conferenceIn('conference'))
  async cancel(
    @Param('conference') conference: string,
    @Param('id') id: string,
    @Actor() { accountId }: ActorInSession,
  ): Promise<void> {
    await this.invite.cancel(await this.idOf(conference), id, accountId);
  }

  private async idOf(conference: string): Promise<string> {
    const id = await this.scopeRegistry.conferenceOf(conferenceIn('conference'), conference);
    if (!id) throw notFound();
    return id;
  }
}

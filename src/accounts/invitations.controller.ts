import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { invalidRequest, notFound } from '../kernel/common.problems.ts';
import type { Page } from '../kernel/cursor.ts';
import {
  Actor,
  AuditsItself,
  conferenceIn,
  For,
  ScopeRegistry,
  talkIn,
  type ActorInSession,
  TokensWith,
} from '../platform/http/access.ts';
import { CreatedAt } from '../platform/http/created-at.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { SeesToItsKey } from '../platform/http/idempotency-key.ts';
import { InvitationRequest } from './accounts.requests.ts';
import { AddressDesk } from './address-desk.ts';
import { Invite, type OpenInvitation } from './invite.ts';
import { MailInvitations } from './mail-invitations.ts';

@ApiTags('organizers')
@Controller('api/v1/admin')
@AuditsItself()
export class InvitationsController {
  constructor(
    private readonly invite: Invite,
    private readonly addressDesk: AddressDesk,
    private readonly mailInvitations: MailInvitations,
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
    @Body() { role, talkId, name, email }: InvitationRequest,
  ): Promise<{ url: string }> {
    const conferenceId = await this.idOf(conference);
    const sealed = email === undefined ? null : this.addressDesk.seal(email);
    const talkIsHere =
      talkId !== undefined && (await this.scopeRegistry.conferenceOf(talkIn('talkId'), talkId)) === conferenceId;
    if (role === 'speaker' || (role === 'moderator' && talkId !== undefined) ? !talkIsHere : talkId !== undefined) {
      throw invalidRequest([
        {
          pointer: '#/talkId',
          detail:
            'A speaker is invited to a talk of this conference, a moderator to one or to the whole of it, an ' +
            'organizer to the whole of it.',
        },
      ]);
    }
    const inviting = { role, conferenceId, talkId: talkId ?? null, name: name || null };
    if (sealed === null) return { url: await this.invite.invite(inviting, accountId) };
    const locale = await this.invite.localeOf(conferenceId);
    return { url: await this.mailInvitations.inviteByEmail({ inviting, actorId: accountId, address: sealed, locale }) };
  }

  /** Lists the links that are not opened yet. */
  @Get('conferences/:conference/invitations')
  @For('organizer', conferenceIn('conference'))
  async list(@Param('conference') conference: string, @Query() listing: ListingQuery): Promise<Page<OpenInvitation>> {
    return this.invite.open(await this.idOf(conference), listing);
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

import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { notFound } from '../kernel/common.problems.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import {
  Actor,
  conferenceIn,
  For,
  ScopeRegistry,
  TokensWith,
  noteChangedNothing,
  type ActorInSession,
} from '../platform/http/access.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { GiveSpeakerAddresses } from './give-speaker-addresses.ts';
import type { RemindersView } from './invitations.view.ts';
import { InviteSpeakers } from './invite-speakers.ts';
import { InvitedSpeakers, type InvitedSpeaker } from './invited-speakers.queries.ts';
import { SpeakerAddressesRequest, SpeakerInvitationsRequest } from './speakers.requests.ts';

/** A speaker of the programme and how their invitation fares; never an address or a link. */
export interface InvitedSpeakerView {
  /** The id of the speaker. */
  id: string;
  /** The name, as the programme writes it. */
  name: string;
  /** The ids of the speaker's confirmed talks. */
  talkIds: string[];
  /**
   * `ready`: an address is known and nothing was sent; `none`: no address is known; `prepared`: a link, or an e-mail
   * still to be sent; `taken`: has come, for all talks.
   */
  state: InvitedSpeaker['state'];
  /** Time when the invitation was mailed last, or is asked to be; null where none was. */
  mailedAt: string | null;
}

/** The outcome for the speakers who have not come. */
export interface SpeakerInvitationsView extends RemindersView {
  /** Number of speakers who got nothing because no address is known. */
  withoutAddress: number;
}

/** Invites the speakers of a programme by one e-mail each. */
@ApiTags('organizers')
@Controller('api/v1/admin/conferences/:conference/speakers')
export class SpeakersController {
  constructor(
    private readonly invitedSpeakers: InvitedSpeakers,
    private readonly giveSpeakerAddresses: GiveSpeakerAddresses,
    private readonly inviteSpeakers: InviteSpeakers,
    private readonly scopeRegistry: ScopeRegistry,
  ) {}

  /** Lists the speakers of confirmed talks, by name, and how each is invited. */
  @Get()
  @For('organizer', conferenceIn('conference'))
  async list(
    @Param('conference') conference: string,
    @Query() { limit, cursor }: ListingQuery,
  ): Promise<Page<InvitedSpeakerView>> {
    const all = await this.invitedSpeakers.all(await this.idOf(conference));
    const after = cursor === undefined ? null : decodeCursor(cursor, ['id'] as const)[0];
    const first = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
    const { items, next } = pageOf(all.slice(first, first + limit + 1), limit, ({ id }) => [id]);
    return {
      items: items.map(({ id, name, talks, state, mailedAt }) => ({
        id,
        name,
        talkIds: talks.map((talk) => talk.id),
        state,
        mailedAt: mailedAt && mailedAt.toISOString(),
      })),
      next,
    };
  }

  /** Keeps addresses of speakers, sealed, until they are invited by them; all of them or none. */
  @Put('addresses')
  @TokensWith(null)
  @HttpCode(204)
  @For('organizer', conferenceIn('conference'))
  async giveAddresses(
    @Param('conference') conference: string,
    @Body() { people }: SpeakerAddressesRequest,
  ): Promise<void> {
    await this.giveSpeakerAddresses.give(await this.idOf(conference), people);
  }

  /** Mails the speakers who have not come: an invitation, a reminder, or a test to oneself. */
  @Post('invitations')
  @TokensWith(null)
  @HttpCode(200)
  @For('organizer', conferenceIn('conference'))
  async mail(
    @Param('conference') conference: string,
    @Actor() { accountId }: ActorInSession,
    @Body() { kind }: SpeakerInvitationsRequest,
    @Req() request: FastifyRequest,
  ): Promise<SpeakerInvitationsView> {
    const place = { conferenceId: await this.idOf(conference), actorId: accountId };
    if (kind === 'invitation') {
      const { sent, alreadySent, withoutAddress } = await this.inviteSpeakers.send(place);
      return { sent, alreadySent, withoutAddress };
    }
    if (kind === 'reminder') return { ...(await this.inviteSpeakers.remind(place)), withoutAddress: 0 };
    await this.inviteSpeakers.sendTest(place);
    noteChangedNothing(request);
    return { sent: 1, alreadySent: 0, withoutAddress: 0 };
  }

  private async idOf(conference: string): Promise<string> {
    const id = await this.scopeRegistry.conferenceOf(conferenceIn('conference'), conference);
    if (!id) throw notFound();
    return id;
  }
}

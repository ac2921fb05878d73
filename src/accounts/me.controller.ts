import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Actor,
  conferenceIn,
  For,
  ScopeRegistry,
  SparesStanding,
  VerbAsksStanding,
  type ActorInSession,
  TokensWith,
  WithAddress,
} from '../platform/http/access.ts';
import { CreatedAt } from '../platform/http/created-at.ts';
import { IfMatch, Versioned } from '../platform/http/edit-tags.ts';
import { ReadAgainOnRepeat } from '../platform/http/repeated-answers.ts';
import { notFound } from '../kernel/common.problems.ts';
import type { Precondition } from '../kernel/precondition.ts';
import { ClaimRequest, MeRequest, PersonaChangeRequest, PersonaRequest } from './accounts.requests.ts';
import { ChangeMe, meVersion } from './change-me.ts';
import type { GrantView } from './grants.queries.ts';
import { Invite } from './invite.ts';
import { MeQueries, type MeView } from './me.queries.ts';
import { personaVersion, toPersonaView, type PersonaView } from './persona.view.ts';
import { PersonasQueries } from './personas.queries.ts';
import { WritePersona } from './write-persona.ts';

@ApiTags('oneself')
@Controller('api/v1')
export class MeController {
  // The routes of an account end in a verb each: its settings, its personas, its invitations.
  constructor(
    private readonly meQueries: MeQueries,
    private readonly changeMe: ChangeMe,
    private readonly writePersona: WritePersona,
    private readonly personasQueries: PersonasQueries,
    private readonly invite: Invite,
    private readonly scopeRegistry: ScopeRegistry,
  ) {}

  /** Reads the caller's own account: personas, rights, settings. The address is shown masked. */
  @Get('me')
  @TokensWith('read')
  @Versioned(meVersion)
  @For('participant')
  read(@Actor() actor: ActorInSession): Promise<MeView> {
    return this.meQueries.get(actor.accountId);
  }

  /** Changes the caller's own language and settings. What is left out stays. */
  @Patch('me')
  @SparesStanding('One’s own settings are no part of a conference.')
  @ReadAgainOnRepeat('me')
  @Versioned(meVersion)
  @For('participant')
  async change(
    @Actor() actor: ActorInSession,
    @Body() asked: MeRequest,
    @IfMatch() precondition: Precondition,
  ): Promise<MeView> {
    await this.changeMe.change(actor.accountId, asked, precondition);
    return this.meQueries.get(actor.accountId);
  }

  /** Creates a persona, the public profile under which a person speaks in a conference. */
  @Post('conferences/:conference/personas')
  @CreatedAt('/api/v1/personas/:id')
  @Versioned(personaVersion)
  @VerbAsksStanding()
  @For('participant')
  async create(
    @Actor() actor: ActorInSession,
    @Param('conference') conference: string,
    @Body() { tagline = '', ...fields }: PersonaRequest,
  ): Promise<PersonaView> {
    const conferenceId = await this.scopeRegistry.conferenceOf(conferenceIn('conference'), conference);
    if (!conferenceId) throw notFound();
    return toPersonaView(await this.writePersona.create(actor.accountId, conferenceId, { ...fields, tagline }));
  }

  /** Reads one's own persona. */
  @Get('personas/:id')
  @TokensWith('read')
  @Versioned(personaVersion)
  @For('participant')
  async persona(@Actor() actor: ActorInSession, @Param('id') id: string): Promise<PersonaView> {
    const own = (await this.personasQueries.listOf(actor.accountId)).find((persona) => persona.id === id);
    if (!own) throw notFound();
    return toPersonaView(own);
  }

  /** Changes the name, the tagline, the biography or the settings of a persona. What is left out stays. */
  @Patch('personas/:id')
  @Versioned(personaVersion)
  @VerbAsksStanding()
  @For('participant')
  async rename(
    @Actor() actor: ActorInSession,
    @Param('id') id: string,
    @Body() fields: PersonaChangeRequest,
    @IfMatch() precondition: Precondition,
  ): Promise<PersonaView> {
    return toPersonaView(await this.writePersona.change(actor.accountId, id, fields, precondition));
  }

  /** Withdraws a persona: what it said stays, without a name. */
  @Delete('personas/:id')
  @SparesStanding('People can always leave.')
  @HttpCode(204)
  @For('participant')
  async withdraw(
    @Actor() actor: ActorInSession,
    @Param('id') id: string,
    @IfMatch() precondition: Precondition,
  ): Promise<void> {
    await this.writePersona.withdraw(actor.accountId, id, precondition);
  }

  /** Takes the right of an invitation, or chooses the persona that shows a right. */
  @Post('claims')
  @SparesStanding('A right that is taken is kept from use while the sanction lasts.')
  @HttpCode(200)
  @For('participant')
  @WithAddress()
  async claim(@Actor() actor: ActorInSession, @Body() { token, personaId }: ClaimRequest): Promise<GrantView> {
    return token === undefined
      ? this.invite.showOn(actor.accountId, personaId!)
      : this.invite.claim(token, actor.accountId, personaId);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Page } from '../kernel/cursor.ts';
import type { List } from '../kernel/cursor.ts';
import type { Precondition } from '../kernel/precondition.ts';
import {
  Actor,
  For,
  SparesStanding,
  TokensWith,
  VerbAsksStanding,
  WithAddress,
  type ActorInSession,
} from '../platform/http/access.ts';
import { CreatedAt } from '../platform/http/created-at.ts';
import { Answers } from '../platform/http/contract/answers.ts';
import { IfMatch, Versioned } from '../platform/http/edit-tags.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { ReadAgainOnRepeat } from '../platform/http/repeated-answers.ts';
import { CachedLists } from '../transcript/cached-lists.ts';
import { ConferenceRecaps } from './conference-recaps.ts';
import { CreateRecap } from './create-recap.ts';
import { EditRecap } from './edit-recap.ts';
import { NewRecapRequest, RecapChangeRequest, RecapQuery } from './recap.requests.ts';
import { recapVersion, type RecapVersionView, type RecapView } from './recap.view.ts';
import { WithdrawRecap } from './withdraw-recap.ts';

/** The recaps of a conference: what anybody took home from it, and the official ones. */
@ApiTags('recaps')
@Controller('api/v1')
export class RecapsController {
  constructor(
    private readonly conferenceRecaps: ConferenceRecaps,
    private readonly createRecap: CreateRecap,
    private readonly editRecap: EditRecap,
    private readonly withdrawRecap: WithdrawRecap,
    private readonly cachedLists: CachedLists,
  ) {}

  /** Lists the published recaps of a conference, official ones first, then the latest. */
  @Get('conferences/:conference/recaps')
  @Answers<Page<RecapView>>()
  @For('reader')
  async list(
    @Param('conference') conference: string,
    @Query() query: ListingQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.cachedLists.answer({ request, reply }, { conference, dependsOn: 'words' }, () =>
      this.conferenceRecaps.list(conference, query),
    );
  }

  /** Writes a recap of a conference, as a draft or published. For anybody with a persona; at most ten each. */
  @Post('conferences/:conference/recaps')
  @TokensWith('comments:write')
  @VerbAsksStanding()
  @WithAddress()
  @Versioned(recapVersion)
  @ReadAgainOnRepeat('recap')
  @CreatedAt('/api/v1/recaps/:id')
  @For('participant')
  async create(
    @Param('conference') conference: string,
    @Body() { personaId, ...recap }: NewRecapRequest,
    @Actor() actor: ActorInSession,
  ): Promise<RecapView> {
    const id = await this.createRecap.create(actor.accountId, conference, {
      ...recap,
      personaId: personaId ?? undefined,
    });
    return this.conferenceRecaps.readBy(actor.accountId, id);
  }

  /**
   * Reads a recap. Its author gets the newest version, or an earlier one; all others the published one, without words
   * while it is hidden.
   */
  @Get('recaps/:id')
  @TokensWith('read')
  @Versioned(recapVersion)
  @For('guest')
  read(
    @Param('id') id: string,
    @Query() { version }: RecapQuery,
    @Actor() actor: ActorInSession | null,
  ): Promise<RecapView> {
    return this.conferenceRecaps.readBy(actor?.accountId ?? null, id, version);
  }

  /** Edits or publishes a recap: a new version, of which what is left out stays. For its author. */
  @Patch('recaps/:id')
  @TokensWith('comments:write')
  @VerbAsksStanding()
  @WithAddress()
  @Versioned(recapVersion)
  @ReadAgainOnRepeat('recap')
  @For('participant')
  async change(
    @Param('id') id: string,
    @Body() { personaId, ...changes }: RecapChangeRequest,
    @Actor() actor: ActorInSession,
    @IfMatch() precondition: Precondition,
  ): Promise<RecapView> {
    const named = { ...changes, personaId: personaId ?? undefined };
    await this.editRecap.edit(actor.accountId, id, named, precondition);
    return this.conferenceRecaps.readBy(actor.accountId, id);
  }

  /** Withdraws a recap: its words go, and its thread is read by nobody any more. For its author. */
  @Delete('recaps/:id')
  @TokensWith('comments:write')
  @SparesStanding('People can always take back what they said.')
  @HttpCode(204)
  @For('participant')
  withdraw(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @IfMatch() precondition: Precondition,
  ): Promise<void> {
    return this.withdrawRecap.withdraw(actor.accountId, id, precondition);
  }

  /** Lists the versions of a recap, the latest first. For its author. */
  @Get('recaps/:id/versions')
  @TokensWith('read')
  @For('participant')
  async versions(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<List<RecapVersionView>> {
    return { items: await this.conferenceRecaps.versionsBy(actor.accountId, id), next: null };
  }
}

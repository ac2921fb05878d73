import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AuditsItself, For, recapIn, type ActorInSession } from '../platform/http/access.ts';
import { ReadAgainOnRepeat } from '../platform/http/repeated-answers.ts';
import type { RecapView } from '../recap/recap.view.ts';
import { ClaimWords, type ClaimView } from './claim-words.ts';
import { DecideOnRecap } from './decide-on-recap.ts';
import { ReasonRequest, RecapReleaseRequest, WithholdRequest } from './moderation.requests.ts';

/** Acts on recaps, with the same reasons as those on comments. */
@ApiTags('moderators')
@Controller('api/v1/admin/recaps')
@AuditsItself()
@For('moderator', recapIn('id'))
export class RecapModerationController {
  constructor(
    private readonly decideOnRecap: DecideOnRecap,
    private readonly claimWords: ClaimWords,
  ) {}

  /** Withholds a recap: its words and its discussion are hidden, and the decision is published with its reason. */
  @Post(':id/withhold')
  @ReadAgainOnRepeat('moderated-recap')
  @HttpCode(200)
  withhold(@Param('id') id: string, @Actor() actor: ActorInSession, @Body() body: WithholdRequest): Promise<RecapView> {
    return this.decideOnRecap.withhold(actor.accountId, id, body);
  }

  /** Restores a recap that was withheld. */
  @Post(':id/restore')
  @ReadAgainOnRepeat('moderated-recap')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() { reason }: ReasonRequest,
  ): Promise<RecapView> {
    return this.decideOnRecap.restore(actor.accountId, id, { reason });
  }

  /** Releases a held recap in the version that was read. */
  @Post(':id/release')
  @ReadAgainOnRepeat('moderated-recap')
  @HttpCode(200)
  release(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() { version, reason }: RecapReleaseRequest,
  ): Promise<RecapView> {
    return this.decideOnRecap.release(actor.accountId, id, version, reason);
  }

  /** Claims a recap of the queue for five minutes, so that no two moderators decide about it. */
  @Put(':id/claim')
  claim(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<ClaimView> {
    return this.claimWords.claim(actor.accountId, { kind: 'recap', id });
  }

  /** Ends a claim, so that others may decide. */
  @Delete(':id/claim')
  @HttpCode(204)
  unclaim(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<void> {
    return this.claimWords.end(actor.accountId, { kind: 'recap', id });
  }
}

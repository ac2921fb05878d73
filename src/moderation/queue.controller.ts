import { Controller, Delete, Get, HttpCode, Param, Post, Query, Body } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GrantsQueries, moderatedTalks } from '../accounts/grants.queries.ts';
import type { Page } from '../kernel/cursor.ts';
import {
  Actor,
  AuditsItself,
  appealIn,
  conferenceIn,
  For,
  Fresh,
  personaIn,
  reportIn,
  sanctionIn,
  type ActorInSession,
} from '../platform/http/access.ts';
import { CreatedAt } from '../platform/http/created-at.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { DecideAppeal, type AppealDecidedView } from './decide-appeal.ts';
import { DismissReport } from './dismiss-report.ts';
import { AppealOutcomeRequest, EndRequest, QueueQuery, ReasonRequest, SanctionRequest } from './moderation.requests.ts';
import type { QueueItem } from './queue-item.ts';
import { QueueQueries } from './queue.queries.ts';
import { SanctionPersona, type SanctionView } from './sanction-persona.ts';

/** The moderators' queue, and decisions about people, reports and appeals. */
@ApiTags('moderators')
@Controller('api/v1/admin')
@AuditsItself()
export class QueueController {
  // The queue is read here, and each of its decisions is the verb of another file.
  constructor(
    private readonly queueQueries: QueueQueries,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly sanctionPersona: SanctionPersona,
    private readonly dismissReport: DismissReport,
    private readonly decideAppeal: DecideAppeal,
  ) {}

  /**
   * Lists what waits for a moderator: held comments, reported ones, or appeals; the oldest first. A moderator of one
   * talk sees what belongs to it.
   */
  @Get('conferences/:conference/queue')
  @For('talk-moderator', conferenceIn('conference'))
  async waiting(
    @Param('conference') conference: string,
    @Actor() { accountId }: ActorInSession,
    @Query() query: QueueQuery,
  ): Promise<Page<QueueItem>> {
    const { id } = await this.programmeQueries.getConference(conference);
    return this.queueQueries.list(id, {
      ...query,
      accountId,
      talkIds: moderatedTalks(await this.grantsQueries.rolesIn(accountId, id)),
    });
  }

  /** Mutes or suspends the account behind a persona in this conference. */
  @Post('personas/:id/sanctions')
  @CreatedAt('/api/v1/admin/sanctions/:id')
  @For('moderator', personaIn('id'))
  @Fresh()
  sanction(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() { kind, until, rule, reason }: SanctionRequest,
  ): Promise<SanctionView> {
    return this.sanctionPersona.sanction(actor.accountId, id, {
      kind,
      until: until ? new Date(until) : null,
      rule,
      reason,
    });
  }

  /** Ends a mute or a suspension. */
  @Delete('sanctions/:id')
  @HttpCode(204)
  @For('moderator', sanctionIn('id'))
  @Fresh()
  end(@Param('id') id: string, @Actor() actor: ActorInSession, @Body() body?: EndRequest): Promise<void> {
    return this.sanctionPersona.end(actor.accountId, id, body?.reason ?? '');
  }

  /** Dismisses a report: the comment stays, and the reporter is told. */
  @Post('reports/:id/dismiss')
  @HttpCode(204)
  @For('moderator', reportIn('id'))
  dismiss(@Param('id') id: string, @Actor() actor: ActorInSession, @Body() { reason }: ReasonRequest): Promise<void> {
    return this.dismissReport.dismiss(actor.accountId, id, reason);
  }

  /** Decides an appeal. Not for the moderator who decided first. */
  @Post('appeals/:id/decision')
  @HttpCode(200)
  @For('moderator', appealIn('id'))
  decide(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() body: AppealOutcomeRequest,
  ): Promise<AppealDecidedView> {
    return this.decideAppeal.decide(actor.accountId, id, { outcome: body.outcome, reason: body.reason });
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { invalidRequest, sessionRequired } from '../kernel/common.problems.ts';
import type { Page } from '../kernel/cursor.ts';
import {
  Actor,
  AsksStanding,
  commentIn,
  For,
  recapIn,
  SparesStanding,
  type ActorInSession,
  TokensWith,
} from '../platform/http/access.ts';
import { CreatedAt } from '../platform/http/created-at.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { wishedLocaleOf } from '../platform/http/problem.filter.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { Credentials } from '../sessions/credentials.ts';
import { AppealDecision, type AppealView } from './appeal-decision.ts';
import type { JudgedWords } from './judged-words.ts';
import { LedgerQueries, type LedgerLine } from './ledger.queries.ts';
import { ReasonRequest, ReportRequest } from './moderation.requests.ts';
import { ReportAsGuest } from './report-as-guest.ts';
import { ReportWords } from './report-words.ts';
import { ReportsQueries, type OwnReportView, type ReceiptView, type ReportStatusView } from './reports.queries.ts';
import { StatementsQueries, type StatementView } from './statements.queries.ts';

/** Moderation for everybody: report, read what became of it, read decisions, appeal. */
@ApiTags('moderation for everybody')
@Controller('api/v1')
export class ReportsController {
  // Reports and appeals of guests and accounts have verbs of their own, and decisions are public beside them.
  constructor(
    private readonly reportWords: ReportWords,
    private readonly reportAsGuest: ReportAsGuest,
    private readonly reportsQueries: ReportsQueries,
    private readonly statementsQueries: StatementsQueries,
    private readonly appealDecision: AppealDecision,
    private readonly ledgerQueries: LedgerQueries,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly credentials: Credentials,
  ) {}

  /**
   * Reports a comment. Without a session `email` and `goodFaith: true` are needed, and the address is confirmed by a
   * code.
   */
  @Post('comments/:id/reports')
  @AsksStanding(commentIn('id'))
  @HttpCode(202)
  @For('guest')
  async make(
    @Param('id') id: string,
    @Actor() actor: ActorInSession | null,
    @Body() body: ReportRequest,
    @Req() request: FastifyRequest,
  ): Promise<ReceiptView> {
    return this.report({ kind: 'comment', id }, actor, body, request);
  }

  /**
   * Reports a recap. Without a session `email` and `goodFaith: true` are needed, and the address is confirmed by a
   * code.
   */
  @Post('recaps/:id/reports')
  @AsksStanding(recapIn('id'))
  @HttpCode(202)
  @For('guest')
  async makeOfRecap(
    @Param('id') id: string,
    @Actor() actor: ActorInSession | null,
    @Body() body: ReportRequest,
    @Req() request: FastifyRequest,
  ): Promise<ReceiptView> {
    return this.report({ kind: 'recap', id }, actor, body, request);
  }

  /** Reads what became of a report. For the holder of the receipt. */
  @Get('reports/:receipt')
  @For('guest')
  status(@Param('receipt') receipt: string): Promise<ReportStatusView> {
    return this.reportsQueries.status(receipt);
  }

  /** Lists the caller's own reports, the latest first. */
  @Get('me/reports')
  @For('participant')
  own(@Actor() actor: ActorInSession, @Query() query: ListingQuery): Promise<Page<OwnReportView>> {
    return this.reportsQueries.listOf(actor.accountId, query);
  }

  /** Lists the decisions about the caller's own comments and account, with their reasons and how to appeal. */
  @Get('me/statements')
  @TokensWith('read')
  @For('participant')
  list(@Actor() actor: ActorInSession, @Query() query: ListingQuery): Promise<Page<StatementView>> {
    return this.statementsQueries.list(actor.accountId, query);
  }

  /** Appeals against a decision about the caller, or about what the caller reported, once. */
  @Post('decisions/:id/appeals')
  @CreatedAt('/api/v1/me/statements')
  @SparesStanding('An appeal is the way out of a sanction.')
  @For('participant')
  object(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() { reason }: ReasonRequest,
  ): Promise<AppealView> {
    return this.appealDecision.appeal(actor.accountId, id, reason);
  }

  /** Lists the public decisions of a conference, the latest first. */
  @Get('conferences/:conference/ledger')
  @For('reader')
  async read(@Param('conference') conference: string, @Query() query: ListingQuery): Promise<Page<LedgerLine>> {
    return this.ledgerQueries.list((await this.programmeQueries.getConference(conference)).id, query);
  }

  private async report(
    about: JudgedWords,
    actor: ActorInSession | null,
    { rule, reason, email, goodFaith }: ReportRequest,
    request: FastifyRequest,
  ): Promise<ReceiptView> {
    // A guest has no address either.
    if (actor && !actor.isGuest) {
      if (email !== undefined)
        throw invalidRequest([{ pointer: '#/email', detail: 'Leave this out: you are signed in.' }]);
      return { receipt: await this.reportWords.report(actor.accountId, { about, rule, reason }) };
    }
    if (email === undefined) throw sessionRequired();
    if (goodFaith !== true)
      throw invalidRequest([{ pointer: '#/goodFaith', detail: 'Say that you believe this in good faith.' }]);
    const locale = wishedLocaleOf(request);
    const visitor = this.credentials.visitor(request);
    return { receipt: await this.reportAsGuest.report({ about, rule, reason, email, locale, visitor }) };
  }
}

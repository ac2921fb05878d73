import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FiguresPage } from '../../../web/pages/figures-page.tsx';
import { ReportFormPage } from '../../../web/pages/report-form-page.tsx';
import { ReportStatusPage } from '../../../web/pages/report-status-page.tsx';
import { RulesPage } from '../../../web/pages/rules-page.tsx';
import { StatementPage } from '../../../web/pages/statement-page.tsx';
import type { ProblemDocument } from '../../../web/components/shapes.ts';
import { PeopleQueries } from '../../accounts/people.queries.ts';
import { invalidRequest, sessionRequired } from '../../kernel/common.problems.ts';
import { AppealDecision } from '../../moderation/appeal-decision.ts';
import { ReasonRequest, ReportRequest } from '../../moderation/moderation.requests.ts';
import { ReportComment } from '../../moderation/report-comment.ts';
import { ReportsQueries } from '../../moderation/reports.queries.ts';
import { StatementsQueries } from '../../moderation/statements.queries.ts';
import { YearlyFigures } from '../../moderation/yearly-figures.ts';
import {
  Actor,
  AsksStanding,
  commentIn,
  For,
  SparesStanding,
  type ActorInSession,
} from '../../platform/http/access.ts';
import { Config } from '../../platform/config/settings.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { Credentials } from '../../sessions/credentials.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { Transcript } from '../../transcript/transcript.ts';
import { Forms, passOnChallenge, typed, type Form } from '../forms.ts';
import { Frames } from '../page-context.ts';
import { Paths } from '../paths.ts';
import { render } from '../render.ts';

interface Visit {
  actor: ActorInSession | null;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** What everybody sees of moderation: the rules, how to report, what became of it, what was decided about oneself. */
@ApiExcludeController()
@Controller()
@For('guest')
export class ModerationPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly transcript: Transcript,
    private readonly reportComment: ReportComment,
    private readonly reportsQueries: ReportsQueries,
    private readonly statementsQueries: StatementsQueries,
    private readonly appealDecision: AppealDecision,
    private readonly yearlyFigures: YearlyFigures,
    private readonly peopleQueries: PeopleQueries,
    private readonly paths: Paths,
    private readonly config: Config,
    private readonly credentials: Credentials,
    private readonly frames: Frames,
    private readonly forms: Forms,
  ) {}

  @Get('c/:conference/rules')
  async rules(
    @Param('conference') slug: string,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const [versions, { settings }] = await Promise.all([
      this.programmeQueries.rulesOf(conference.id),
      this.programmeQueries.getConference(conference.id),
    ]);
    const frame = this.frames.of(request, {
      title: conference.title,
      kind: 'rules',
      isSignedIn: actor !== null,
      conference,
    });
    this.frames.mark(request, reply);
    void reply.send(
      render(RulesPage, {
        frame,
        conference,
        versions: versions.map((version) => ({ ...version, at: version.at.toISOString() })),
        contact: settings.contact ?? null,
      }),
    );
  }

  @Get('c/:conference/figures')
  async yearly(
    @Param('conference') slug: string,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const frame = this.frames.of(request, {
      title: conference.title,
      kind: 'figures',
      isSignedIn: actor !== null,
      conference,
    });
    this.frames.mark(request, reply);
    void reply.send(render(FiguresPage, { frame, conference, years: await this.yearlyFigures.list(conference.id) }));
  }

  @Get('comments/:id/report')
  form(
    @Param('id') id: string,
    @Query('step') step: unknown,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.showForm({ actor, request, reply }, { id, step: step === 'code' ? 'code' : 'write' });
  }

  @Post('comments/:id/report')
  @AsksStanding(commentIn('id'))
  async send(
    @Param('id') id: string,
    @Body() form: Form,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { done, refusal } = await this.forms.attempt(this.frames.localeOf(request), () =>
      this.take(id, form, { actor, request, reply }),
    );
    passOnChallenge(refusal);
    if (refusal)
      return this.showForm({ actor, request, reply }, { id, step: 'write', reason: typed(form, 'reason'), refusal });
    void reply.redirect(done, 303);
  }

  @Get('reports/:receipt')
  status(
    @Param('receipt') receipt: string,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.showStatus({ actor, request, reply }, receipt, null);
  }

  @Post('reports/:receipt')
  @SparesStanding('An appeal is open to people whose report was dismissed.')
  async object(
    @Param('receipt') receipt: string,
    @Body() form: Form,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { refusal } = await this.forms.attempt(this.frames.localeOf(request), () => this.appeal(actor, form));
    if (refusal) return this.showStatus({ actor, request, reply }, receipt, refusal);
    void reply.redirect(`/reports/${encodeURIComponent(receipt)}`, 303);
  }

  @Get('me/statements/:id')
  @For('participant')
  statement(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.showStatement({ actor, request, reply }, id, null);
  }

  @Post('me/statements/:id')
  @SparesStanding('An appeal is the way out of a sanction.')
  @For('participant')
  async objectTo(
    @Param('id') id: string,
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { refusal } = await this.forms.attempt(this.frames.localeOf(request), () =>
      this.appeal(actor, { ...form, decisionId: id }),
    );
    if (refusal) return this.showStatement({ actor, request, reply }, id, refusal);
    void reply.redirect(`/me/statements/${encodeURIComponent(id)}`, 303);
  }

  private async take(id: string, form: Form, { actor, request, reply }: Visit): Promise<string> {
    const { rule, reason, email } = await this.forms.read(ReportRequest, { ...form, goodFaith: undefined }, [
      'rule',
      'reason',
      'email',
    ]);
    if (typed(form, 'goodFaith') === '')
      throw invalidRequest([{ pointer: '#/goodFaith', detail: 'Say that you believe this in good faith.' }]);
    if (actor) return `/reports/${await this.reportComment.report(actor.accountId, { commentId: id, rule, reason })}`;
    if (email === undefined) throw invalidRequest([{ pointer: '#/email', detail: 'This is needed from guests.' }]);
    const visitor = this.credentials.askingVisitor(request);
    await this.reportComment.asGuest({
      commentId: id,
      rule,
      reason,
      email,
      locale: this.frames.localeOf(request),
      visitor,
    });
    for (const cookie of visitor.cookies) void reply.header('set-cookie', cookie);
    return `/comments/${encodeURIComponent(id)}/report?step=code`;
  }

  private async appeal(actor: ActorInSession | null, form: Form): Promise<void> {
    if (!actor) throw sessionRequired();
    const { reason } = await this.forms.read(ReasonRequest, form, ['reason']);
    await this.appealDecision.appeal(actor.accountId, typed(form, 'decisionId'), reason);
  }

  private async showForm(
    { actor, request, reply }: Visit,
    {
      id,
      step,
      reason = '',
      refusal = null,
    }: { id: string; step: 'write' | 'code'; reason?: string; refusal?: ProblemDocument | null },
  ): Promise<void> {
    const comment = await this.transcript.comment(id);
    const thread = (await this.programmeListing.thread(comment.threadId)) as { conferenceId: string };
    const conference = await this.programmeListing.conference(thread.conferenceId);
    const frame = this.frames.of(request, { title: '', kind: 'report', isSignedIn: actor !== null, conference });
    this.frames.mark(request, reply);
    void reply
      .status(refusal?.status ?? 200)
      .header('cache-control', 'no-store')
      .send(
        render(ReportFormPage, {
          frame: { ...frame, title: frame.say('pages.report.title') },
          conference,
          comment,
          address: this.config.publicUrl + (await this.paths.toComment(id)),
          isSignedIn: actor !== null,
          draft: { reason },
          refusal,
          step,
        }),
      );
  }

  private async showStatus(
    { actor, request, reply }: Visit,
    receipt: string,
    refusal: ProblemDocument | null,
  ): Promise<void> {
    const [report, decisionId] = await Promise.all([
      this.reportsQueries.status(receipt),
      actor ? this.reportsQueries.decisionFor(actor.accountId, receipt) : null,
    ]);
    const frame = this.frames.of(request, { title: '', kind: 'report-status', isSignedIn: actor !== null });
    this.frames.mark(request, reply);
    void reply
      .status(refusal?.status ?? 200)
      .header('cache-control', 'no-store')
      .send(
        render(ReportStatusPage, {
          frame: { ...frame, title: frame.say('pages.reportStatus.title') },
          report,
          appealTo: report.status === 'dismissed' ? decisionId : null,
          refusal,
        }),
      );
  }

  private async showStatement(
    { actor, request, reply }: Visit & { actor: ActorInSession },
    id: string,
    refusal: ProblemDocument | null,
  ): Promise<void> {
    const { statement, conference, threadPath, threadTitle, conferenceId, words } = await this.statementsQueries.get(
      actor.accountId,
      id,
    );
    const around = await this.programmeListing.conference(conferenceId);
    const frame = this.frames.of(request, { title: '', kind: 'statement', isSignedIn: true, conference: around });
    this.frames.mark(request, reply);
    void reply
      .status(refusal?.status ?? 200)
      .header('cache-control', 'no-store')
      .send(
        render(StatementPage, {
          frame: { ...frame, title: frame.say('pages.statement.title') },
          statement,
          conference,
          threadPath,
          threadTitle: threadTitle ?? conference.title,
          words,
          mayAppeal: statement.reversedBy === undefined,
          isAlone: (await this.peopleQueries.deciders(conferenceId)) < 2,
          refusal,
        }),
      );
  }
}

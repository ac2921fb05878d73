import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { List } from '../kernel/cursor.ts';
import { Actor, For, SparesStanding, type ActorInSession } from '../platform/http/access.ts';
import { CreatedAt } from '../platform/http/created-at.ts';
import { SeesToItsKey } from '../platform/http/idempotency-key.ts';
import { localeOf, wishedLocaleOf } from '../platform/http/problem.filter.ts';
import { blindId } from '../kernel/ids.ts';
import { problemDocument, type ProblemDocument } from '../platform/http/problem-document.ts';
import type { RefusedComment } from './confirmations.ts';
import { Credentials } from './credentials.ts';
import { KnownBrowsers } from './known-browsers.ts';
import type { CodeAskedView, NewSessionView } from './session.view.ts';
import { CodeRequest, SessionRequest } from './sessions.requests.ts';
import { SessionsQueries, type SessionView } from './sessions.queries.ts';
import { SignIn } from './sign-in.ts';

/** The answer to a code or a link. */
interface SessionAnswer extends NewSessionView {
  /** The refusal of what had waited for this code; absent where nothing was refused. */
  refused?: ProblemDocument;
  /** The comment or question that was refused, so that its author can correct it; absent without one. */
  kept?: RefusedComment['kept'] & { threadId: string };
}

@ApiTags('signing in')
@Controller('api/v1/auth')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessionsQueries: SessionsQueries,
    private readonly credentials: Credentials,
    private readonly knownBrowsers: KnownBrowsers,
  ) {}

  /** Mails a sign-in code and a link. The answer is the same for every address. */
  @Post('codes')
  @SparesStanding('How people sign in is no part of a conference.')
  @HttpCode(202)
  @For('guest')
  async ask(@Body() { email }: CodeRequest, @Req() request: FastifyRequest): Promise<CodeAskedView> {
    await this.signIn.ask({ email }, { locale: localeOf(request), visitor: this.credentials.visitor(request) });
    return { sent: true };
  }

  /** Signs in by a code or a link. The answer has a token, and sets the cookie of the session. */
  @Post('sessions')
  @CreatedAt('/api/v1/auth/sessions')
  @SparesStanding('How people sign in is no part of a conference.')
  @SeesToItsKey()
  @For('guest')
  async enter(
    @Body() body: SessionRequest,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { token, expiresAt, accountId, locale, outcome } = await this.signIn.enter(
      body,
      this.credentials.visitor(request),
      actor,
    );
    void reply.header('set-cookie', [
      this.credentials.setCookie(token),
      ...(await this.knownBrowsers.cookiesFor(accountId, request.headers.cookie)),
    ]);
    const session = { token, expiresAt: expiresAt.toISOString() };
    if (!outcome || !('refused' in outcome)) return session;
    const refused = problemDocument(outcome.refused, wishedLocaleOf(request) ?? locale, blindId());
    if (!('kept' in outcome)) return { ...session, refused };
    return { ...session, refused, kept: { threadId: outcome.threadId, ...outcome.kept } };
  }

  /** Lists the caller's open sessions. */
  @Get('sessions')
  @For('participant')
  async list(@Actor() actor: ActorInSession): Promise<List<SessionView>> {
    return { items: await this.sessionsQueries.list(actor), next: null };
  }

  /** Ends all of the caller's sessions but the one that asks. Their sockets close. */
  @Delete('sessions')
  @HttpCode(204)
  @SparesStanding('How people sign in is no part of a conference.')
  @For('participant')
  async endOthers(@Actor() actor: ActorInSession): Promise<void> {
    await this.sessionsQueries.endOthers(actor);
  }

  /** Signs out: ends the session that asks. */
  @Delete('sessions/current')
  @SparesStanding('How people sign in is no part of a conference.')
  @HttpCode(204)
  @For('participant')
  async leave(@Actor() actor: ActorInSession, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessionsQueries.end(actor.accountId, actor.sessionId);
    void reply.headers(this.credentials.ofLeaving);
  }

  /** Ends one of the caller's sessions. */
  @Delete('sessions/:id')
  @SparesStanding('How people sign in is no part of a conference.')
  @HttpCode(204)
  @For('participant')
  async end(@Actor() actor: ActorInSession, @Param('id') id: string): Promise<void> {
    await this.sessionsQueries.end(actor.accountId, id);
  }
}

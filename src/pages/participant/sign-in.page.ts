import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClaimPage } from '../../../web/pages/claim-page.tsx';
import { SignInPage } from '../../../web/pages/sign-in-page.tsx';
import { SignInWaitPage } from '../../../web/pages/sign-in-wait-page.tsx';
import type { ProblemDocument } from '../../../web/components/shapes.ts';
import { ClaimRequest } from '../../accounts/accounts.requests.ts';
import { BadgeChoices, type BadgeChoice } from '../../accounts/badge-choices.queries.ts';
import { Invite, type Invited } from '../../accounts/invite.ts';
import { sessionRequired } from '../../kernel/common.problems.ts';
import { Actor, For, SparesStanding, type ActorInSession } from '../../platform/http/access.ts';
import { Credentials } from '../../sessions/credentials.ts';
import { CODE_MINUTES } from '../../sessions/code.policy.ts';
import { KnownBrowsers } from '../../sessions/known-browsers.ts';
import { CodeRequest, SessionRequest } from '../../sessions/sessions.requests.ts';
import { SignIn } from '../../sessions/sign-in.ts';
import { Forms, typed, type Form } from '../forms.ts';
import { Frames, safeNext } from '../page-context.ts';
import { Paths } from '../paths.ts';
import { render } from '../render.ts';

interface Visit {
  request: FastifyRequest;
  reply: FastifyReply;
  actor: ActorInSession | null;
}

/**
 * Signing in and taking invitations. A link's secret stands in the fragment and is posted by a button: opening a link
 * spends nothing.
 */
@ApiExcludeController()
@Controller()
@For('guest')
export class SignInPages {
  constructor(
    private readonly signIn: SignIn,
    private readonly credentials: Credentials,
    private readonly knownBrowsers: KnownBrowsers,
    private readonly invite: Invite,
    private readonly badgeChoices: BadgeChoices,
    private readonly paths: Paths,
    private readonly frames: Frames,
    private readonly forms: Forms,
  ) {}

  @Get('sign-in')
  show(
    @Query() { next, step }: Record<string, string>,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    this.answer({ request, reply, actor }, { next: safeNext(next), step: step === 'code' ? 'code' : 'address' });
  }

  /**
   * One address for both steps: an address alone asks for a code, an address and a code enter, a token enters. When
   * very many do, a page of waiting comes between, which sends the same again.
   */
  @Post('sign-in')
  @SparesStanding('How people sign in is no part of a conference.')
  async take(
    @Body() form: Form,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const next = safeNext(form?.['next']);
    const locale = this.frames.localeOf(request);
    const wantsCode = typed(form, 'code') === '' && typed(form, 'token') === '';
    const asking = this.credentials.askingVisitor(request);
    const { done, refusal } = await this.forms.attempt(locale, async () => {
      const wrapped = typed(form, 'wrapped') === '' ? {} : { wrapped: typed(form, 'wrapped') };
      if (!wantsCode)
        return this.signIn.enter(
          { ...(await this.forms.read(SessionRequest, form, ['email', 'code', 'token'])), ...wrapped },
          this.credentials.openingVisitor(request),
          actor?.sessionId ?? null,
        );
      const who = 'wrapped' in wrapped ? wrapped : await this.forms.read(CodeRequest, form, ['email']);
      await this.signIn.ask(who, locale, asking);
      for (const cookie of asking.cookies) void reply.header('set-cookie', cookie);
      return null;
    });
    if (refusal?.challenge) return this.answerWait({ request, reply, actor }, form, refusal);
    if (!done)
      return this.answer(
        { request, reply, actor },
        { next, step: refusal && wantsCode ? 'address' : 'code', refusal },
        refusal?.status,
      );
    const place =
      done.outcome &&
      ('place' in done.outcome ? done.outcome.place : await this.paths.toComment(done.outcome.commentId));
    const cookies = [
      this.credentials.setCookie(done.token),
      ...(await this.knownBrowsers.cookiesFor(done.accountId, request.headers.cookie)),
    ];
    void reply.header('set-cookie', cookies).redirect(place ?? next, 303);
  }

  @Get('claim')
  claim(
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answerClaim({ request, reply, actor }, { token: '', refusal: null });
  }

  @Post('claim')
  @SparesStanding('A right that is taken is kept from use while the sanction lasts.')
  async takeInvitation(
    @Body() form: Form,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // The whole link may be pasted, or only what stands behind its #.
    const token = typed(form, 'token').replace(/^.*#/, '').trim();
    const { done, refusal } = await this.forms.attempt(this.frames.localeOf(request), () =>
      this.claimWith(actor, { token, personaId: typed(form, 'personaId') }),
    );
    if (refusal) return this.answerClaim({ request, reply, actor }, { token, refusal });
    void reply.redirect(await this.paths.afterClaim(done), 303);
  }

  private answer(
    { request, reply, actor }: { request: FastifyRequest; reply: FastifyReply; actor: ActorInSession | null },
    props: { next: string; step: 'address' | 'code'; refusal?: Parameters<typeof SignInPage>[0]['refusal'] },
    status = 200,
  ): void {
    const frame = this.frames.of(request, { title: '', kind: 'sign-in', isSignedIn: actor !== null });
    this.frames.mark(request, reply);
    void reply.status(status).send(
      render(SignInPage, {
        refusal: null,
        codeMinutes: CODE_MINUTES,
        ...props,
        frame: { ...frame, title: frame.say('pages.signIn.title') },
      }),
    );
  }

  /** What was typed goes along; of an address only what nobody else reads, since no page ever shows one. */
  private answerWait({ request, reply, actor }: Visit, form: Form, refusal: ProblemDocument): void {
    const [email, code, token] = [typed(form, 'email'), typed(form, 'code'), typed(form, 'token')];
    const wrapped = typed(form, 'wrapped') || (email === '' ? '' : this.signIn.wrap(email));
    const filled = Object.entries({ wrapped, code, token }).filter(([, value]) => value !== '');
    const sent = { next: safeNext(form['next']), ...Object.fromEntries(filled) };
    const frame = this.frames.of(request, { title: '', kind: 'wait', isSignedIn: actor !== null });
    this.frames.mark(request, reply);
    void reply
      .status(refusal.status)
      .headers({ 'cache-control': 'no-store', 'retry-after': String(refusal.seconds) })
      .send(
        render(SignInWaitPage, {
          refusal,
          sent,
          isAgain: typed(form, 'proof') !== '',
          frame: { ...frame, title: frame.say('pages.signIn.title') },
        }),
      );
  }

  /** Takes an invitation, or without one chooses the persona that shows what the account may do already. */
  private async claimWith(
    actor: ActorInSession | null,
    typedIn: { token: string; personaId: string },
  ): Promise<Invited> {
    if (!actor) throw sessionRequired();
    const { token, personaId } = await this.forms.read(ClaimRequest, typedIn, ['token', 'personaId']);
    return token === undefined
      ? this.invite.showOn(actor.accountId, personaId!)
      : this.invite.claim(token, actor.accountId, personaId);
  }

  private async answerClaim(
    { request, reply, actor }: { request: FastifyRequest; reply: FastifyReply; actor: ActorInSession | null },
    { token, refusal }: { token: string; refusal: Parameters<typeof ClaimPage>[0]['refusal'] },
  ): Promise<void> {
    const isChoice = refusal?.type.endsWith('/persona-choice-required') ?? false;
    const choices = actor === null ? [] : await this.choicesFor(actor.accountId, isChoice ? token : null);
    const frame = this.frames.of(request, { title: '', kind: 'claim', isSignedIn: actor !== null });
    this.frames.mark(request, reply);
    void reply.status(refusal?.status ?? 200).send(
      render(ClaimPage, {
        refusal: isChoice ? null : refusal,
        token: isChoice ? token : '',
        choices,
        frame: { ...frame, title: frame.say('pages.claim.title') },
      }),
    );
  }

  private async choicesFor(accountId: string, token: string | null): Promise<BadgeChoice[]> {
    return token === null
      ? this.badgeChoices.unshown(accountId)
      : this.badgeChoices.list(accountId, await this.invite.conferenceOf(token));
  }
}

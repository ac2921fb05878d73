import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SignInPage, signInReasonIn } from '../../../web/pages/sign-in-page.tsx';
import { SignInWaitPage } from '../../../web/pages/sign-in-wait-page.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { For, SparesStanding } from '../../platform/http/access.ts';
import { CODE_MINUTES } from '../../sessions/code.policy.ts';
import { Credentials } from '../../sessions/credentials.ts';
import type { ConfirmationOutcome } from '../../sessions/confirmations.ts';
import { KnownBrowsers } from '../../sessions/known-browsers.ts';
import { CodeRequest, SessionRequest } from '../../sessions/sessions.requests.ts';
import { SignIn } from '../../sessions/sign-in.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { ConferenceOfPage } from '../conference-of-page.ts';
import { safeNext } from '../page-contexts.ts';
import { PageRequest } from '../page-request.ts';
import { Paths } from '../paths.ts';
import { RequestedPage } from '../requested-page.ts';

/** The two steps of signing in. */
@ApiExcludeController()
@Controller('sign-in')
@For('guest')
export class SignInPages {
  constructor(
    private readonly signIn: SignIn,
    private readonly credentials: Credentials,
    private readonly knownBrowsers: KnownBrowsers,
    private readonly paths: Paths,
    private readonly conferenceOfPage: ConferenceOfPage,
  ) {}

  @Get()
  read(@Query() { next, step, why }: Record<string, string>, @PageRequest() page: RequestedPage): void {
    show(page, {
      next: safeNext(next),
      step: stepOf(step, next),
      why: signInReasonIn(why),
      refusal: null,
      wrapped: null,
    });
  }

  /**
   * One address for both steps: an address asks for a code, an address and a code sign in, a token signs in. When very
   * many do, a waiting page comes between and sends the form again.
   */
  @Post()
  @SparesStanding('How people sign in is no part of a conference.')
  async take(@Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    const next = safeNext(form?.['next']);
    const why = signInReasonIn(form?.['why']);
    // "I have no code" asks for one, whatever was typed as one; without an address it leads to the form for that.
    const isWithoutCode = typed(form, 'send') !== '';
    if (isWithoutCode && typed(form, 'email') === '')
      return show(page, { next, step: 'address', why, refusal: null, wrapped: null });
    const wantsCode = isWithoutCode || (typed(form, 'code') === '' && typed(form, 'token') === '');
    const { done, refusal } = await page.attempt(() => (wantsCode ? this.ask(form, page) : this.enter(form, page)));
    if (refusal?.challenge) return this.showWait(page, wantsCode ? { ...form, code: '' } : form, refusal);
    if (!done) {
      const wrapped = this.wrapped(form);
      return show(page, {
        next,
        step: refusal && wantsCode && !isWrapped(form) ? 'address' : 'code',
        why,
        refusal,
        wrapped,
      });
    }
    const place = done.outcome && (await this.placeOf(done.outcome));
    const cookies = [
      this.credentials.setCookie(done.token),
      ...(await this.knownBrowsers.cookiesFor(done.accountId, page.request.headers.cookie)),
    ];
    void page.reply.header('set-cookie', cookies);
    page.redirect(place ?? next, done.outcome && 'commentId' in done.outcome ? 'sent' : undefined);
  }

  /**
   * The place to which the owner of a right code goes: what it confirmed, or the form with the words that were refused.
   */
  private async placeOf(outcome: NonNullable<ConfirmationOutcome>): Promise<string> {
    if ('place' in outcome) return outcome.place;
    if ('commentId' in outcome) return this.paths.toComment(outcome.commentId);
    return `${await this.paths.toThread(outcome.threadId)}?kept=${outcome.keptId}#write`;
  }

  /** The form's address for the next step, encrypted, because no page shows one; null for none, or a wrong one. */
  private wrapped(form: FormFields): string | null {
    try {
      return typed(form, 'wrapped') || this.signIn.wrap(typed(form, 'email'));
    } catch {
      return null;
    }
  }

  private async ask(form: FormFields, page: RequestedPage): Promise<null> {
    const visitor = this.credentials.askingVisitor(page.request);
    const who = isWrapped(form) ? wrappedIn(form) : await readForm(CodeRequest, form, ['email']);
    // The page to return to says from which conference this person comes.
    const conference = await this.conferenceOfPage.find(page.request);
    await this.signIn.ask(who, { locale: page.locale, visitor, conferenceId: conference?.id ?? null });
    page.setCookies(visitor.cookies);
    return null;
  }

  private async enter(form: FormFields, { request, actor }: RequestedPage) {
    const given = await readForm(SessionRequest, form, ['email', 'code', 'token']);
    return this.signIn.enter({ ...given, ...wrappedIn(form) }, this.credentials.openingVisitor(request), actor);
  }

  /** Carries the typed fields along; of an address only an encrypted form, since no page shows one. */
  private showWait(page: RequestedPage, form: FormFields, refusal: ProblemShape): void {
    const [email, code, token] = [typed(form, 'email'), typed(form, 'code'), typed(form, 'token')];
    const wrapped = typed(form, 'wrapped') || (email === '' ? '' : this.signIn.wrap(email));
    const filled = Object.entries({ wrapped, code, token }).filter(([, value]) => value !== '');
    const sent = { next: safeNext(form['next']), ...Object.fromEntries(filled) };
    void page.reply.header('retry-after', String(refusal.seconds));
    page.show(
      SignInWaitPage,
      { titleKey: 'pages.signIn.title', kind: 'wait', status: refusal.status, cache: 'no-store' },
      { refusal, sent, isRetry: typed(form, 'proof') !== '' },
    );
  }
}

type SignInStep = Parameters<typeof SignInPage>[0]['step'];

/** Every link of a page names the page to return to; e-mails' links do not, and their secret is in the fragment. */
function stepOf(step: string | undefined, next: string | undefined): SignInStep {
  if (step === 'code') return 'code';
  return next === undefined && step === undefined ? 'bare' : 'address';
}

interface SignInState {
  next: string;
  step: SignInStep;
  why: ReturnType<typeof signInReasonIn>;
  refusal: ProblemShape | null;
  wrapped: string | null;
}

const show = (page: RequestedPage, shown: SignInState): void =>
  page.show(
    SignInPage,
    { titleKey: 'pages.signIn.title', kind: 'sign-in', status: shown.refusal?.status },
    { codeMinutes: CODE_MINUTES, ...shown },
  );

const isWrapped = (form: FormFields): boolean => typed(form, 'wrapped') !== '';

/** The encrypted address that the waiting page carries. */
const wrappedIn = (form: FormFields): { wrapped?: string } =>
  isWrapped(form) ? { wrapped: typed(form, 'wrapped') } : {};

import { Page, type PageContext } from './page.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ProblemShape } from '../components/shapes.ts';

export interface SignInProps {
  context: PageContext;
  next: string;
  /** `bare`: opened by a link of an e-mail whose secret a mail gateway has cut off; the code is in that e-mail. */
  step: 'address' | 'code' | 'bare';
  codeMinutes: number;
  refusal: ProblemShape | null;
  /** The address that a code was sent to, encrypted for the next form. */
  wrapped: string | null;
}

/**
 * `/sign-in`: an address, then the code that was mailed to it. For a link from an e-mail: one button, so that a scanner
 * spends nothing.
 */
export function SignInPage({ context, next, step, codeMinutes, refusal, wrapped }: SignInProps) {
  const { say } = context;
  const isSent = step === 'code' && wrapped !== null;
  return (
    <Page {...context}>
      <h1>{say(isSent ? 'pages.form.codeTitle' : 'pages.signIn.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <form method="post" action="/sign-in" class="card" id="by-link" data-forms hidden>
        <p>{say('pages.signIn.byLink')}</p>
        <input type="hidden" name="token" value="" />
        <input type="hidden" name="next" value={next} />
        <button class="primary">{say('pages.signIn.enter')}</button>
      </form>
      <form method="post" action="/sign-in" class="card" id="by-code">
        {isSent ? (
          <p role="status">
            {say('pages.signIn.sent', { minutes: codeMinutes })} <b data-address hidden />{' '}
            <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{say('pages.signIn.change')}</a>
          </p>
        ) : (
          <p>{leadOf(say, step, codeMinutes)}</p>
        )}
        <input type="hidden" name="next" value={next} />
        {isSent && <input type="hidden" name="wrapped" value={wrapped} />}
        {step === 'bare' && <CodeField say={say} />}
        {!isSent && (
          <p>
            <label for="email">{say('pages.form.email')}</label>
            <input id="email" name="email" type="email" required maxlength={254} autocomplete="email" />
            <span class="help">{say('pages.form.emailHelp')}</span>
          </p>
        )}
        {step === 'code' && <CodeField say={say} />}
        <button class="primary">{say(step === 'address' ? 'pages.signIn.send' : 'pages.signIn.enter')}</button>
        {step !== 'address' && !isSent && (
          <p class="help">
            <a href={`/sign-in?next=${encodeURIComponent(next)}`}>
              {say(step === 'code' ? 'pages.signIn.again' : 'pages.signIn.haveNone')}
            </a>
          </p>
        )}
        {step === 'address' && (
          <p class="help">
            <a href={`/sign-in?step=code&next=${encodeURIComponent(next)}`}>{say('pages.signIn.have')}</a>
          </p>
        )}
      </form>
      {isSent && (
        <form
          method="post"
          action="/sign-in"
          class="card quiet"
          id="send-again"
          data-wait={say('pages.signIn.againIn')}
        >
          <p class="help">{say('pages.form.newCodeHelp')}</p>
          <input type="hidden" name="next" value={next} />
          <input type="hidden" name="wrapped" value={wrapped} />
          <button>{say('pages.signIn.again')}</button>
        </form>
      )}
      {step !== 'code' && (
        <form class="card" id="by-passkey" data-next={next} data-failed={say('pages.passkeys.failed')} hidden>
          <p>{say('pages.passkeys.enterLead')}</p>
          <button>{say('pages.passkeys.enter')}</button>
          <p class="refusal" role="alert" hidden />
        </form>
      )}
    </Page>
  );
}

function leadOf(say: PageContext['say'], step: SignInProps['step'], minutes: number): string {
  if (step === 'code') return say('pages.signIn.sent', { minutes });
  return say(step === 'bare' ? 'pages.signIn.bare' : 'pages.signIn.lead');
}

function CodeField({ say }: Pick<PageContext, 'say'>) {
  return (
    <p>
      <label for="code">{say('pages.signIn.code')}</label>
      <input
        id="code"
        class="code"
        name="code"
        required
        maxlength={2_000}
        autocomplete="one-time-code"
        autocapitalize="characters"
        spellcheck={false}
        placeholder="K7QM-2XRP"
      />
    </p>
  );
}

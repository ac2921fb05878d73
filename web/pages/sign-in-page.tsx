import { Button, ButtonLink } from '../components/button.tsx';
import { CodeField } from '../components/code-field.tsx';
import { faultOf } from '../components/fault.ts';
import { Field } from '../components/field.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import { Page, type PageContext } from './page.tsx';

/** The reasons to ask for an address: the texts `pages.signIn.why.*`. */
const REASONS = ['vote'] as const;
type SignInReason = (typeof REASONS)[number];

/** The reason that an address or a form names; null for another word. */
export const signInReasonIn = (text: unknown): SignInReason | null => REASONS.find((reason) => reason === text) ?? null;

export interface SignInProps {
  context: PageContext;
  next: string;
  /**
   * `bare`: opened by hand, or by a link of an e-mail whose secret a mail gateway has cut off; the code is in that
   * e-mail.
   */
  step: 'address' | 'code' | 'bare';
  codeMinutes: number;
  refusal: ProblemShape | null;
  /** The act that needs an address, where it was that which led here. */
  why: SignInReason | null;
  /** The address that a code was sent to, encrypted for the next form. */
  wrapped: string | null;
}

/**
 * `/sign-in`: an address, then the code that was mailed to it. For a link from an e-mail: one button, so that a scanner
 * spends nothing.
 */
export function SignInPage(props: SignInProps) {
  const { context, next, step, refusal } = props;
  const { say } = context;
  const isSent = isCodeSent(props);
  return (
    <Page {...context} width="form">
      <h1>{say(isSent ? 'pages.form.codeTitle' : 'pages.signIn.title')}</h1>
      {refusal && <Refusal {...refusal} fields={['email', 'code']} />}
      <form method="post" action="/sign-in" class="card" id="by-link" data-forms hidden>
        <p>{say('pages.signIn.byLink')}</p>
        <input type="hidden" name="token" value="" />
        <input type="hidden" name="next" value={next} />
        <Button kind="primary" large>
          {say('pages.signIn.enter')}
        </Button>
      </form>
      <SignInForm {...props} />
      {isSent && <SendAgain {...props} />}
      {step !== 'code' && (
        <form class="card" id="by-passkey" data-next={next} data-failed={say('pages.passkeys.failed')} hidden>
          <p>{say('pages.passkeys.enterLead')}</p>
          <Button>{say('pages.passkeys.enter')}</Button>
          <p class="refusal" role="alert" hidden />
        </form>
      )}
    </Page>
  );
}

/** The other step, for those who have no code, or have one already. */
function OtherStep({ context: { say }, step, next }: SignInProps) {
  if (step === 'bare')
    return (
      <Button name="send" value="code" formNoValidate>
        {say('pages.signIn.haveNone')}
      </Button>
    );
  return (
    <ButtonLink kind="quiet" href={step === 'code' ? signInUrl(next) : `${signInUrl(next)}&step=code`}>
      {say(step === 'code' ? 'pages.signIn.haveNone' : 'pages.signIn.have')}
    </ButtonLink>
  );
}

/** Another code for the same address; a script lets it be asked for after a while. */
const SendAgain = ({ context: { say }, next, wrapped }: SignInProps) => (
  <form method="post" action="/sign-in" class="card quiet" id="send-again" data-wait={say('pages.signIn.againIn')}>
    <p class="help">{say('pages.form.newCodeHelp')}</p>
    <input type="hidden" name="next" value={next} />
    <input type="hidden" name="wrapped" value={wrapped ?? ''} />
    <Button>{say('pages.signIn.again')}</Button>
  </form>
);

const signInUrl = (next: string): string => `/sign-in?next=${encodeURIComponent(next)}`;

function leadOf({ context: { say }, step, why, codeMinutes: minutes }: SignInProps): string {
  if (step === 'code') return say('pages.signIn.typeCode', { minutes });
  if (why) return say(`pages.signIn.why.${why}`);
  return say(step === 'bare' ? 'pages.signIn.bare' : 'pages.signIn.lead');
}

/** An address, or the code that was mailed to it. */
function SignInForm(props: SignInProps) {
  const { context, next, step, why, codeMinutes, refusal, wrapped } = props;
  const { say } = context;
  const isSent = isCodeSent(props);
  return (
    <form method="post" action="/sign-in" class="card" id="by-code">
      {isSent ? (
        <p role="status">
          {say('pages.signIn.sent', { minutes: codeMinutes })} <b data-address hidden />{' '}
          <a href={signInUrl(next)}>{say('pages.signIn.change')}</a>
        </p>
      ) : (
        <p>{leadOf(props)}</p>
      )}
      <input type="hidden" name="next" value={next} />
      {why && <input type="hidden" name="why" value={why} />}
      {isSent && <input type="hidden" name="wrapped" value={wrapped!} />}
      {step === 'bare' && <CodeField fault={faultOf(refusal, 'code')} />}
      {!isSent && (
        <Field
          id="email"
          label={say('pages.form.email')}
          type="email"
          required
          maxlength={254}
          autocomplete="email"
          help={say('pages.signIn.emailHelp')}
          fault={faultOf(refusal, 'email')}
        />
      )}
      {step === 'code' && <CodeField fault={faultOf(refusal, 'code')} />}
      <Button kind="primary" large>
        {say(step === 'address' ? 'pages.signIn.send' : 'pages.signIn.enter')}
      </Button>
      {!isSent && <OtherStep {...props} />}
    </form>
  );
}

const isCodeSent = ({ step, wrapped }: SignInProps): boolean => step === 'code' && wrapped !== null;

import { Page, Refusal, type Frame } from '../components/page.tsx';
import type { ProblemDocument } from '../components/shapes.ts';

export interface SignInProps {
  frame: Frame;
  next: string;
  step: 'address' | 'code';
  codeMinutes: number;
  refusal: ProblemDocument | null;
}

/** What was typed and is sent again, unseen, once the wait is over. */
export interface SignInWaitProps {
  frame: Frame;
  sent: Readonly<Record<string, string>>;
  refusal: ProblemDocument;
  /** Somebody waited already, and the proof was refused. */
  isAgain: boolean;
}

/**
 * The step between, while very many sign in: a script computes its proof of work and goes on; without one, a button
 * after some seconds.
 */
export function SignInWaitPage({ frame, sent, refusal, isAgain }: SignInWaitProps) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.signIn.title')}</h1>
      <form
        method="post"
        action="/sign-in"
        class="card"
        id="by-proof"
        data-challenge={refusal.challenge}
        data-bits={refusal.bits}
        data-seconds={refusal.seconds}
      >
        <p role="status">
          {isAgain && <>{say('pages.signIn.waitMissed')} </>}
          {say('pages.signIn.waitMany')}
        </p>
        <p data-by-hand>{say('pages.signIn.wait', { seconds: refusal.seconds ?? 0 })}</p>
        <p class="help" hidden>
          {say('pages.signIn.waitByItself')}
        </p>
        {Object.entries(sent).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="proof" value={refusal.challenge} />
        <button class="primary" data-by-hand>
          {say('pages.signIn.goOn')}
        </button>
      </form>
    </Page>
  );
}

/**
 * `/sign-in`: an address, then the code that was mailed to it. With a link from a mail: one button, so that scanners
 * burn nothing.
 */
export function SignInPage({ frame, next, step, codeMinutes, refusal }: SignInProps) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.signIn.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <form method="post" action="/sign-in" class="card" id="by-link" hidden>
        <p>{say('pages.signIn.byLink')}</p>
        <input type="hidden" name="token" value="" />
        <input type="hidden" name="next" value={next} />
        <button class="primary">{say('pages.signIn.enter')}</button>
      </form>
      <form method="post" action="/sign-in" class="card" id="by-code">
        <p>{step === 'code' ? say('pages.signIn.sent', { minutes: codeMinutes }) : say('pages.signIn.lead')}</p>
        <input type="hidden" name="next" value={next} />
        <p>
          <label for="email">{say('pages.form.email')}</label>
          <input id="email" name="email" type="email" required maxlength={254} autocomplete="email" />
          <span class="help">{say('pages.form.emailHelp')}</span>
        </p>
        {step === 'code' && (
          <p>
            <label for="code">{say('pages.signIn.code')}</label>
            <input
              id="code"
              name="code"
              required
              maxlength={20}
              autocomplete="one-time-code"
              autocapitalize="characters"
              spellcheck={false}
              placeholder="K7QM-2XRP"
            />
          </p>
        )}
        <button class="primary">{say(step === 'code' ? 'pages.signIn.enter' : 'pages.signIn.send')}</button>
        {step === 'code' && (
          <p class="help">
            <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{say('pages.signIn.again')}</a>
          </p>
        )}
        {step === 'address' && (
          <p class="help">
            <a href={`/sign-in?step=code&next=${encodeURIComponent(next)}`}>{say('pages.signIn.have')}</a>
          </p>
        )}
      </form>
      {step === 'address' && (
        <form class="card" id="by-passkey" data-next={next} data-failed={say('pages.passkeys.failed')} hidden>
          <p>{say('pages.passkeys.enterLead')}</p>
          <button>{say('pages.passkeys.enter')}</button>
          <p class="refusal" role="alert" hidden />
        </form>
      )}
    </Page>
  );
}

interface ClaimProps {
  frame: Frame;
  refusal: ProblemDocument | null;
  /** Of an invitation that waits for a choice; empty without one. */
  token: string;
  /** The profiles one of which shows the right. */
  choices: { id: string; name: string; conferenceTitle: string }[];
}

/**
 * `/claim`: takes an invitation whose secret stands behind the #, where no server sees it before the button is pressed.
 */
export function ClaimPage({ frame, refusal, token, choices }: ClaimProps) {
  const { say, isSignedIn } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.claim.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      {choices.length > 0 && <BadgeChoiceForm say={say} token={token} choices={choices} />}
      {token === '' &&
        (isSignedIn ? (
          <form method="post" action="/claim" class="card" id="claim">
            <p>{say('pages.claim.lead')}</p>
            <p>
              <label for="token">{say('pages.claim.token')}</label>
              <input
                id="token"
                name="token"
                required
                minlength={20}
                maxlength={200}
                autocomplete="off"
                spellcheck={false}
              />
              <span class="help">{say('pages.claim.tokenHelp')}</span>
            </p>
            <button class="primary">{say('pages.claim.take')}</button>
          </form>
        ) : (
          <div class="card" id="claim">
            <p>{say('pages.claim.signIn')}</p>
            <p>
              <a class="primary" href="/sign-in?next=%2Fclaim" data-keeps-fragment>
                {say('pages.signIn.link')}
              </a>
            </p>
          </div>
        ))}
    </Page>
  );
}

/** One profile shows a right; on several it would tell that they belong to one person. */
function BadgeChoiceForm({ say, token, choices }: Pick<Frame, 'say'> & Pick<ClaimProps, 'token' | 'choices'>) {
  return (
    <form method="post" action="/claim" class="card" id="badge">
      {token !== '' && <input type="hidden" name="token" value={token} />}
      <fieldset>
        <legend>{say('pages.claim.which')}</legend>
        {choices.map(({ id, name, conferenceTitle }) => (
          <p key={id}>
            <label>
              <input type="radio" name="personaId" value={id} required /> <b dir="auto">{name}</b> · {conferenceTitle}
            </label>
          </p>
        ))}
      </fieldset>
      <p class="help">{say('pages.claim.whichHelp')}</p>
      <button class="primary">{say('pages.claim.show')}</button>
    </form>
  );
}

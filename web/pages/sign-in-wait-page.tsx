import { Page, type Frame } from './page.tsx';
import type { ProblemDocument } from '../components/shapes.ts';

/** The typed fields, which are sent again after the wait. */
export interface SignInWaitProps {
  frame: Frame;
  sent: Readonly<Record<string, string>>;
  refusal: ProblemDocument;
  /** The reader has waited already, and the proof was refused. */
  isAgain: boolean;
}

/**
 * The waiting page while very many sign in: a script computes a proof of work and goes on; without one, a button
 * appears after some seconds.
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

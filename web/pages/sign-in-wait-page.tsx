import { Page, type PageContext } from './page.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import { Button } from '../components/button.tsx';

/** The typed fields, which are sent again after the wait. */
export interface SignInWaitProps {
  context: PageContext;
  sent: Readonly<Record<string, string>>;
  refusal: ProblemShape;
  /** The reader has waited already, and the proof was refused. */
  isRetry: boolean;
}

/**
 * The waiting page while very many sign in: a script computes a proof of work and goes on; without one, a button
 * appears after some seconds.
 */
export function SignInWaitPage({ context, sent, refusal, isRetry }: SignInWaitProps) {
  const { say } = context;
  return (
    <Page {...context} width="form">
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
          {isRetry && <>{say('pages.signIn.waitMissed')} </>}
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
        <Button kind="primary" data-by-hand>
          {say('pages.signIn.goOn')}
        </Button>
      </form>
    </Page>
  );
}

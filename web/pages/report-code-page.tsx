import { Page, type PageContext } from './page.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ProblemShape } from '../components/shapes.ts';

export function ReportCodePage({ context, refusal }: { context: PageContext; refusal: ProblemShape | null }) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.form.codeTitle')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <form method="post" action="/sign-in" class="card">
        <p>{say('pages.report.codeSent')}</p>
        <input type="hidden" name="next" value="/" />
        <p>
          <label for="email">{say('pages.form.email')}</label>
          <input id="email" name="email" type="email" required maxlength={254} autocomplete="email" />
        </p>
        <p>
          <label for="code">{say('pages.signIn.code')}</label>
          <input
            id="code"
            name="code"
            required
            maxlength={2_000}
            autocomplete="one-time-code"
            autocapitalize="characters"
            spellcheck={false}
            placeholder="K7QM-2XRP"
          />
        </p>
        <button class="primary">{say('pages.report.confirm')}</button>
      </form>
    </Page>
  );
}

import { Page, type PageContext } from './page.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import { Button } from '../components/button.tsx';
import { CodeField } from '../components/code-field.tsx';
import { faultOf } from '../components/fault.ts';
import { Field } from '../components/field.tsx';

export function ReportCodePage({ context, refusal }: { context: PageContext; refusal: ProblemShape | null }) {
  const { say } = context;
  return (
    <Page {...context} width="form">
      <h1>{say('pages.form.codeTitle')}</h1>
      {refusal && <Refusal {...refusal} fields={['email', 'code']} />}
      <form method="post" action="/sign-in" class="card">
        <p>{say('pages.report.codeSent')}</p>
        <input type="hidden" name="next" value="/" />
        <Field
          id="email"
          label={say('pages.form.email')}
          type="email"
          required
          maxlength={254}
          autocomplete="email"
          fault={faultOf(refusal, 'email')}
        />
        <CodeField fault={faultOf(refusal, 'code')} />
        <Button kind="primary" large>
          {say('pages.report.confirm')}
        </Button>
      </form>
    </Page>
  );
}

import { Page, type PageContext } from './page.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { CommentShape, ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { ReportCodePage } from './report-code-page.tsx';
import { RuleChoice } from './rule-choice.tsx';
import { Button } from '../components/button.tsx';
import { faultOf } from '../components/fault.ts';
import { Field } from '../components/field.tsx';

export interface ReportFormProps {
  context: PageContext;
  conference: ConferenceShape;
  comment: CommentShape;
  address: string;
  isSignedIn: boolean;
  draft: { reason: string };
  refusal: ProblemShape | null;
  step: 'write' | 'code';
}

/** The form of a report: its comment, the rule, the reason, and a confirmation of good faith (DSA, article 16). */
export function ReportFormPage({
  context,
  conference,
  comment,
  address,
  isSignedIn,
  draft,
  refusal,
  step,
}: ReportFormProps) {
  const { say } = context;
  if (step === 'code') return <ReportCodePage context={context} refusal={refusal} />;
  return (
    <Page {...context}>
      <h1>{say('pages.report.title')}</h1>
      <p class="lead">
        {say('pages.report.lead')} <a href={`/c/${conference.slug}/rules`}>{say('pages.rules.link')}</a>
      </p>
      {refusal && <Refusal {...refusal} fields={['rule', 'reason', 'email']} />}
      <article class="comment">
        <p class="help">{address}</p>
        <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
      </article>
      <form method="post" class="card">
        <p>
          <RuleChoice rules={conference.settings.rules} say={say} id="rule" />
        </p>
        <Field
          id="reason"
          label={say('pages.report.reason')}
          rows={4}
          required
          minlength={2}
          maxlength={1000}
          defaultValue={draft.reason}
          fault={faultOf(refusal, 'reason')}
        />
        {!isSignedIn && (
          <Field
            id="email"
            label={say('pages.form.email')}
            type="email"
            required
            maxlength={254}
            autocomplete="email"
            help={say('pages.report.emailHelp')}
            fault={faultOf(refusal, 'email')}
          />
        )}
        <p>
          <label class="choice">
            <input type="checkbox" name="goodFaith" value="yes" required />
            <span>{say('pages.report.goodFaith')}</span>
          </label>
        </p>
        <Button kind="primary">{say('pages.report.send')}</Button>
      </form>
    </Page>
  );
}

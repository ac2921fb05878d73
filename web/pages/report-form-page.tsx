import { Page, type PageContext } from './page.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { ReportCodePage } from './report-code-page.tsx';
import { RuleChoice } from './rule-choice.tsx';
import { Button } from '../components/button.tsx';
import { faultOf } from '../components/fault.ts';
import { Field } from '../components/field.tsx';

/** The reported words, as everybody reads them; a comment has no title. */
export interface ReportedWordsShape {
  title: string | null;
  html: string;
}

export interface ReportFormProps {
  context: PageContext;
  conference: ConferenceShape;
  titleKey: string;
  reported: ReportedWordsShape;
  address: string;
  isSignedIn: boolean;
  draft: { reason: string };
  refusal: ProblemShape | null;
  step: 'write' | 'code';
}

/** The form of a report: the words, the rule, the reason, and a confirmation of good faith (DSA, article 16). */
export function ReportFormPage(props: ReportFormProps) {
  const { context, conference, titleKey, reported, address, refusal, step } = props;
  const { say } = context;
  if (step === 'code') return <ReportCodePage context={context} refusal={refusal} />;
  return (
    <Page {...context}>
      <h1>{say(titleKey)}</h1>
      <p class="lead">
        {say('pages.report.lead')} <a href={`/c/${conference.slug}/rules`}>{say('pages.rules.link')}</a>
      </p>
      {refusal && <Refusal {...refusal} fields={['rule', 'reason', 'email']} />}
      <article class="around">
        <p class="help">{address}</p>
        {reported.title !== null && <h2 dir="auto">{reported.title}</h2>}
        <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: reported.html }} />
      </article>
      <ReportForm {...props} />
    </Page>
  );
}

const ReportForm = ({ context: { say }, conference, draft, isSignedIn, refusal }: ReportFormProps) => (
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
);

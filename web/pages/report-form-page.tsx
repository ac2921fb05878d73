import { Page, type PageContext } from './page.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { CommentShape, ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { ReportCodePage } from './report-code-page.tsx';
import { RuleChoice } from './rule-choice.tsx';

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
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <article class="comment">
        <p class="help">{address}</p>
        <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
      </article>
      <form method="post" class="card">
        <p>
          <RuleChoice rules={conference.settings.rules} say={say} id="rule" />
        </p>
        <p>
          <label for="reason">{say('pages.report.reason')}</label>
          <textarea id="reason" name="reason" required minlength={2} maxlength={1000}>
            {draft.reason}
          </textarea>
        </p>
        {!isSignedIn && (
          <p>
            <label for="email">{say('pages.form.email')}</label>
            <input id="email" name="email" type="email" required maxlength={254} autocomplete="email" />
            <span class="help">{say('pages.report.emailHelp')}</span>
          </p>
        )}
        <p>
          <label>
            <input type="checkbox" name="goodFaith" value="yes" required /> {say('pages.report.goodFaith')}
          </label>
        </p>
        <button class="primary">{say('pages.report.send')}</button>
      </form>
    </Page>
  );
}

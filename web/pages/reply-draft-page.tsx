import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Field } from '../components/field.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import { errorIn } from './form-fields.tsx';
import { Page, type PageContext } from './page.tsx';

export interface ReplyDraftShape {
  id: string;
  reason: string;
  source: string;
  attachments: number;
  isAnswer: boolean;
  threadTitle: string;
  threadPath: string;
  expiresAt: string;
}

export interface ReplyDraftProps {
  context: PageContext;
  draft: ReplyDraftShape;
  refusal: ProblemShape | null;
}

/** `/me/replies/{id}`: a reply by e-mail that waits, with its words to check, to change and to publish. */
export function ReplyDraftPage({ context, draft, refusal }: ReplyDraftProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.replyDraft.title')}</h1>
      {refusal && <Refusal {...refusal} fields={['body']} />}
      <p class="lead">
        {say(draft.isAnswer ? 'pages.replyDraft.answer' : 'pages.replyDraft.comment')}{' '}
        <a href={draft.threadPath}>{draft.threadTitle}</a>
      </p>
      <p class="notice">{say(`mails.reply-draft.reasons.${draft.reason}`)}</p>
      {draft.attachments > 0 && <p>{say('mails.reply-draft.attachments', { count: draft.attachments })}</p>}
      <form method="post" class="card">
        <Field
          id="body"
          label={say('pages.replyDraft.body')}
          help={say('pages.replyDraft.help')}
          rows={10}
          required
          minlength={2}
          maxlength={5000}
          defaultValue={draft.source}
          fault={errorIn(refusal, 'body')}
        />
        <p class="actions">
          <Button kind="primary" name="act" value="publish">
            {say('pages.replyDraft.publish')}
          </Button>{' '}
          <Button kind="secondary" name="act" value="leave" formnovalidate>
            {say('pages.replyDraft.leave')}
          </Button>
        </p>
      </form>
      <p class="help">
        {say('pages.replyDraft.until')} <DateTime at={draft.expiresAt} time={false} />.
      </p>
    </Page>
  );
}

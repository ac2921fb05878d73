import { useContext } from 'preact/hooks';
import { AuthorFields } from './author-fields.tsx';
import { authorName } from './author-name.ts';
import { CodeForm, NewCodeForm } from './code-form.tsx';
import type { FormProps } from './comment-form-props.ts';
import { KindChoice, SimilarQuestions } from './comment-kind-choice.tsx';
import { formatDateTime } from './date-time.tsx';
import { LocaleContext } from './locale-context.ts';
import { PageOfForm } from './own-comments.tsx';
import { Refusal } from './refusal.tsx';
import type { Draft, ThreadProps } from './thread-props.ts';

/** Characters of a question's 500 from which the counter is read aloud; before, it would speak at each key. */
const QUESTION_NEARLY_FULL = 450;

/** The form under a thread. Guests give a name and an address, which a code confirms and which is never shown. */
export function CommentForm({ props, draft, actions, replied }: FormProps) {
  const { say } = useContext(LocaleContext);
  if (draft.step === 'code' || draft.step === 'code-again')
    return (
      <>
        <CodeForm props={props} draft={draft} actions={actions} />
        <NewCodeForm props={props} draft={draft} actions={actions} />
      </>
    );
  const maybeEarly =
    (props.thread.state === 'questions' || (props.embedded === 'questions' && props.thread.state === 'open')) &&
    (!props.mine || props.mine.may.ask);
  if (props.thread.state !== 'open' && !maybeEarly)
    return (
      <>
        <ClosedNotice props={props} id="write" />
        <KeptWords draft={draft} />
      </>
    );
  if (props.mine && !props.mine.may.comment && !maybeEarly)
    return (
      <>
        <p class="closed" id="write">
          {say('pages.thread.mayNot')} <a href="/me#statements">{say('pages.thread.mayNotWhy')}</a>
        </p>
        <KeptWords draft={draft} />
      </>
    );
  const isEdit = draft.editing !== null;
  const written = [...draft.body.trim()].length;
  const title = replied ? 'pages.form.replyTitle' : 'pages.form.title';
  const isQuestion = maybeEarly || (draft.kind === 'question' && !draft.replyTo && !isEdit);
  return (
    <form
      class="write"
      id="write"
      method="post"
      action={isEdit ? `${props.here}/edits` : props.here}
      onSubmit={actions?.send}
    >
      <h2>{say(isEdit ? 'pages.form.editTitle' : title)}</h2>
      {replied && (
        <p class="replying">
          {say('pages.form.replyTo', { name: authorName(replied, say) })}{' '}
          <a href={pageOf(props)} onClick={actions?.reply(null)}>
            {say('pages.form.cancel')}
          </a>
        </p>
      )}
      {isEdit && (
        <p class="replying">
          <a href={pageOf(props)} onClick={actions?.edit(null)}>
            {say('pages.form.cancel')}
          </a>
        </p>
      )}
      {draft.step === 'sent' && (
        <p class="notice" role="status">
          {say('pages.form.held')}
        </p>
      )}
      {draft.refusal && (
        <Refusal title={draft.refusal.title} detail={draft.refusal.detail} errors={draft.refusal.errors} />
      )}
      <PageOfForm at={props.at} />
      {draft.replyTo && !isEdit && <input type="hidden" name="parentId" value={draft.replyTo} />}
      {isEdit && <input type="hidden" name="commentId" value={draft.editing!} />}
      {isEdit && <input type="hidden" name="version" value={draft.version} />}
      {!isEdit && !draft.replyTo && props.answeredBy !== null && (
        <KindChoice draft={draft} actions={actions} only={maybeEarly} asked={props.answeredBy} />
      )}
      <label for="body">
        {say(isQuestion ? 'pages.form.question' : 'pages.form.body')} <span aria-hidden="true">*</span>
      </label>
      <textarea
        id="body"
        name="body"
        rows={5}
        required
        maxlength={10_000}
        aria-describedby="body-help"
        defaultValue={draft.body}
        onInput={actions?.typed}
      />
      <p class="help" id="body-help">
        {say(isQuestion ? 'pages.form.questionHelp' : 'pages.form.bodyHelp')}{' '}
        {isQuestion && actions && <span>{say('pages.form.left', { count: written })}</span>}
      </p>
      {isQuestion && actions && (
        <p class="unseen" role="status">
          {written >= QUESTION_NEARLY_FULL && say('pages.form.left', { count: written })}
        </p>
      )}
      {isQuestion && draft.similar.length > 0 && <SimilarQuestions draft={draft} props={props} actions={actions} />}
      {!isEdit && <AuthorFields props={props} draft={draft} />}
      {!isEdit && (props.mine === null || props.personas.length === 0) && (
        <p class="help">
          <a href={`${props.here.replace(/\/t\/.*/, '')}/rules`}>{say('pages.rules.link')}</a>
        </p>
      )}
      <button class="primary">{say(isEdit ? 'pages.form.save' : 'pages.form.send')}</button>
    </form>
  );
}

const pageOf = ({ here, at }: ThreadProps): string => (at ? `${here}?${at}` : here);

/** The draft when it cannot be sent any more, for its author to copy. */
function KeptWords({ draft }: { draft: Draft }) {
  const { say } = useContext(LocaleContext);
  if (draft.body.trim() === '') return null;
  return (
    <div class="card">
      {draft.refusal && <Refusal title={draft.refusal.title} detail={draft.refusal.detail} />}
      <label for="kept-words">{say('pages.form.keptWords')}</label>
      <textarea id="kept-words" rows={5} readOnly dir="auto">
        {draft.body}
      </textarea>
    </div>
  );
}

/** Why nothing can be posted now: since when, a moderator's reason, and where the archive is. */
export function ClosedNotice({ props: { thread, archiveUrl }, id }: { props: ThreadProps; id?: string }) {
  const { say, locale, timeZone } = useContext(LocaleContext);
  const day = (at: string): string => formatDateTime(at, { locale, timeZone, time: false, zone: false });
  const { readonlyAt, archivedAt } = thread.phases;
  const isOver = thread.state === 'readonly' || thread.state === 'archived';
  return (
    <p class="closed" id={id}>
      {say(`pages.thread.closed.${thread.state}`, {
        closed: day(readonlyAt),
        since: day(thread.state === 'archived' ? archivedAt : readonlyAt),
      })}
      {thread.lockReason && (
        <>
          {' '}
          {say('pages.thread.lockReason')} <span dir="auto">{thread.lockReason}</span>
        </>
      )}
      {isOver && archiveUrl && (
        <>
          {' '}
          <a href={archiveUrl} rel="noopener noreferrer">
            {say('pages.ending.archive')}
          </a>
        </>
      )}
    </p>
  );
}

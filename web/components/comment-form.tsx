import { useContext } from 'preact/hooks';
import { AuthorFields, isFirstFault, isSaidAtFields, Required } from './author-fields.tsx';
import { authorName } from './author-name.ts';
import { faultOf } from './fault.ts';
import type { FormProps } from './comment-form-props.ts';
import { KindChoice } from './comment-kind-choice.tsx';
import { Icon } from './icon.tsx';
import { LocaleContext } from './locale-context.ts';
import { PageOfForm } from './own-comments.tsx';
import { Refusal } from './refusal.tsx';
import { formsOf, isUnderRecap, type Draft, type ThreadProps } from './thread-props.ts';

/** Characters of a question's 500 from which the counter is read aloud; before, it would speak at each key. */
const QUESTION_NEARLY_FULL = 450;

/** The form under a thread. Guests give a name and an address, which a code confirms and which is never shown. */
export function CommentForm(form: FormProps) {
  const { say } = useContext(LocaleContext);
  const { props, draft, actions } = form;
  const { thread, mine, embedded } = props;
  if (draft.CodeForms && (draft.step === 'code' || draft.step === 'code-again'))
    return <draft.CodeForms props={props} draft={draft} actions={actions} />;
  const asksOnly =
    (thread.state === 'questions' || (embedded === 'questions' && thread.state === 'open')) &&
    (!mine || mine.guest || mine.may.ask);
  // The reason why nothing can be posted now stands under the title.
  if (thread.state !== 'open' && !asksOnly) return <KeptWords draft={draft} />;
  if (mine && !mine.guest && !mine.may.comment && !asksOnly)
    return (
      <>
        <p class="closed" id="write">
          {say('pages.thread.mayNot')} <a href="/me#statements">{say('pages.thread.mayNotWhy')}</a>
        </p>
        <KeptWords draft={draft} />
      </>
    );
  return <OpenForm {...form} looks={looksOf(form, asksOnly)} />;
}

/** The appearance of the form, which follows from what is written. */
interface FormLooks {
  isEdit: boolean;
  isReply: boolean;
  /** Whether only a question can be sent. */
  isOnlyQuestion: boolean;
  isQuestion: boolean;
  /** Under a recap, a new reader sees the whole form at once: what is asked, and what becomes of the address. */
  isWhole: boolean;
  /** Whether it is one line until a stylesheet unfolds it: while it has the focus or words, so without a script. */
  folds: boolean;
}

function looksOf({ props, draft, replied }: FormProps, asksOnly: boolean): FormLooks {
  const isEdit = draft.editing !== null;
  const isOnlyQuestion = asksOnly || draft.isAsking;
  const isWhole = isUnderRecap(props) && (!props.mine || props.personas.length === 0);
  return {
    isEdit,
    isReply: replied !== null,
    isOnlyQuestion,
    isQuestion: isOnlyQuestion || (draft.kind === 'question' && !draft.replyTo && !isEdit),
    isWhole,
    folds: !isEdit && !replied && !draft.isAsking && !draft.refusal && !draft.isOpen && !isWhole,
  };
}

interface OpenFormProps extends FormProps {
  looks: FormLooks;
}

function OpenForm(form: OpenFormProps) {
  const { say } = useContext(LocaleContext);
  const { props, draft, actions, looks, isScripted = false } = form;
  const { isEdit, isOnlyQuestion, isWhole, folds } = looks;
  return (
    <form
      class={`write${folds ? ' folds' : ''}${draft.isOpen ? ' open' : ''}${isScripted ? ' scripted' : ''}`}
      id="write"
      method="post"
      action={isEdit ? `${formsOf(props)}/edits` : formsOf(props)}
      onSubmit={actions?.send}
      onFocusIn={folds ? actions?.unfold : undefined}
    >
      <FormHead {...form} />
      {draft.step === 'sent' && (
        <p class="notice" role="status">
          {say('pages.form.held')}
        </p>
      )}
      {draft.refusal && !isSaidAtFields(draft.refusal) && (
        <Refusal title={draft.refusal.title} detail={draft.refusal.detail} errors={draft.refusal.errors} />
      )}
      <HiddenFields props={props} draft={draft} />
      {!isEdit && !draft.replyTo && props.answeredBy !== null && (
        <KindChoice draft={draft} actions={actions} only={isOnlyQuestion} asked={props.answeredBy} />
      )}
      {isWhole && !isEdit && (
        <p class="help">
          {say('pages.form.unpublished')} {say('pages.form.starred')}
        </p>
      )}
      <BodyField draft={draft} actions={actions} looks={looks} />
      <div class="rest">
        <QuestionHelp {...form} />
        {!isEdit && <AuthorFields props={props} draft={draft} isQuestion={looks.isQuestion} isStarred={isWhole} />}
        {!isEdit && (props.mine === null || props.personas.length === 0) && (
          <p class="help">
            <a href={`${props.here.replace(/\/(?:t|recaps)\/.*/, '')}/rules`}>{say('pages.rules.link')}</a>
          </p>
        )}
        <div class="send">
          <button class="primary">{say(isEdit ? 'pages.form.save' : 'pages.form.send')}</button>
        </div>
      </div>
    </form>
  );
}

/** The title of the form, and the way out of it. */
function FormHead({ props, draft, actions, replied, looks }: OpenFormProps) {
  const { say } = useContext(LocaleContext);
  const { isEdit, isWhole } = looks;
  return (
    <div class="rest head">
      <h2>{say(titleOf(looks))}</h2>
      {!replied && !isEdit && (!isWhole || draft.isOpen) && (
        <a class="close" href={pageOf(props)} aria-label={say('pages.form.close')} onClick={actions?.close}>
          <Icon name="close" />
        </a>
      )}
      {(replied || isEdit) && (
        <p class="replying">
          {replied && !isEdit && say('pages.form.replyTo', { name: authorName(replied, say) })}{' '}
          <a href={pageOf(props)} onClick={actions?.close}>
            {say('pages.form.cancel')}
          </a>
        </p>
      )}
    </div>
  );
}

const HiddenFields = ({ props, draft }: Pick<FormProps, 'props' | 'draft'>) => (
  <>
    <PageOfForm at={props.at} />
    {draft.isAsking && <input type="hidden" name="place" value="questions" />}
    {draft.replyTo && draft.editing === null && <input type="hidden" name="parentId" value={draft.replyTo} />}
    {draft.editing !== null && (
      <>
        <input type="hidden" name="commentId" value={draft.editing} />
        <input type="hidden" name="version" value={draft.version} />
      </>
    )}
  </>
);

function BodyField({ draft, actions, looks }: Pick<OpenFormProps, 'draft' | 'actions' | 'looks'>) {
  const { say } = useContext(LocaleContext);
  const label = say(looks.isQuestion ? 'pages.form.question' : 'pages.form.body');
  const fault = faultOf(draft.refusal, 'body');
  return (
    <>
      <label for="body" class="rest">
        <Required label={label} />
      </label>
      <textarea
        id="body"
        name="body"
        rows={4}
        required
        maxlength={10_000}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? 'body-fault body-help' : 'body-help'}
        autofocus={isFirstFault(draft, 'body')}
        aria-label={label}
        placeholder={say(looks.isOnlyQuestion ? 'pages.form.askHere' : 'pages.form.writeHere')}
        defaultValue={draft.body}
        onInput={actions?.typed}
      />
      {fault && (
        <span class="fault" id="body-fault" role="alert">
          {fault}
        </span>
      )}
    </>
  );
}

/** Says what may be written; for a question also how much is left, and which are like it. */
function QuestionHelp({ props, draft, actions, looks: { isQuestion } }: OpenFormProps) {
  const { say } = useContext(LocaleContext);
  const written = [...draft.body.trim()].length;
  return (
    <>
      <p class="help" id="body-help">
        {say(isQuestion ? 'pages.form.questionHelp' : 'pages.form.bodyHelp')}{' '}
        {isQuestion && actions && <span>{say('pages.form.left', { count: written })}</span>}
      </p>
      {isQuestion && actions && (
        <p class="unseen" role="status">
          {written >= QUESTION_NEARLY_FULL && say('pages.form.left', { count: written })}
        </p>
      )}
      {isQuestion && draft.SimilarQuestions && draft.similar.length > 0 && (
        <draft.SimilarQuestions draft={draft} props={props} actions={actions} />
      )}
    </>
  );
}

function titleOf({ isEdit, isReply, isOnlyQuestion, isWhole }: FormLooks): string {
  if (isEdit) return 'pages.form.editTitle';
  if (isReply) return 'pages.form.replyTitle';
  if (isWhole) return 'pages.form.leaveComment';
  return isOnlyQuestion ? 'pages.thread.ask' : 'pages.form.title';
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

import { useContext } from 'preact/hooks';
import { authorName } from './author-name.ts';
import { formatMoment } from './date-time.tsx';
import { Refusal } from './page.tsx';
import { Scene } from './locale-context.ts';
import type { Comment } from './shapes.ts';
import type { Draft, ThreadActions, ThreadProps } from './thread-props.ts';

interface FormProps {
  props: ThreadProps;
  draft: Draft;
  actions: ThreadActions | null;
  replied: Comment | null;
}

/** The form under a thread. Guests give a name and an address, which is confirmed by a code and never shown. */
export function CommentForm({ props, draft, actions, replied }: FormProps) {
  const { say } = useContext(Scene);
  if (draft.step === 'code') return <CodeForm props={props} draft={draft} actions={actions} />;
  const maybeEarly =
    (props.thread.state === 'questions' || (props.embedded === 'questions' && props.thread.state === 'open')) &&
    (!props.mine || props.mine.may.ask);
  if (props.thread.state !== 'open' && !maybeEarly) return <Closed props={props} />;
  if (props.mine && !props.mine.may.comment && !maybeEarly)
    return (
      <p class="closed" id="write">
        {say('pages.thread.mayNot')}
      </p>
    );
  const isEdit = draft.editing !== null;
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
          <a href={props.here} onClick={actions?.reply(null)}>
            {say('pages.form.cancel')}
          </a>
        </p>
      )}
      {isEdit && (
        <p class="replying">
          <a href={props.here} onClick={actions?.edit(null)}>
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
      {draft.replyTo && !isEdit && <input type="hidden" name="parentId" value={draft.replyTo} />}
      {isEdit && <input type="hidden" name="commentId" value={draft.editing!} />}
      {!isEdit && !draft.replyTo && <KindChoice draft={draft} actions={actions} only={maybeEarly} />}
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
        {isQuestion && actions && <output>{say('pages.form.left', { count: [...draft.body.trim()].length })}</output>}
      </p>
      {isQuestion && draft.similar.length > 0 && <Similar draft={draft} props={props} actions={actions} />}
      {!isEdit && <Who props={props} draft={draft} />}
      {!isEdit && (props.mine === null || props.personas.length === 0) && (
        <p class="help">
          <a href={`${props.here.replace(/\/t\/.*/, '')}/rules`}>{say('pages.rules.link')}</a>
        </p>
      )}
      <button class="primary">{say(isEdit ? 'pages.form.save' : 'pages.form.send')}</button>
    </form>
  );
}

/** Why nothing can be said now: since when it is so, and where the archive is. */
function Closed({ props: { thread, archiveUrl } }: { props: ThreadProps }) {
  const { say, locale, timeZone } = useContext(Scene);
  const day = (at: string): string => formatMoment(at, { locale, timeZone, time: false, zone: false });
  const { readonlyAt, archivedAt } = thread.phases;
  const isOver = thread.state === 'readonly' || thread.state === 'archived';
  return (
    <p class="closed" id="write">
      {say(`pages.thread.closed.${thread.state}`, {
        closed: day(readonlyAt),
        since: day(thread.state === 'archived' ? archivedAt : readonlyAt),
      })}
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

/** A question goes to the speaker and may be asked without a name; before the talk there is nothing else to say. */
function KindChoice({ draft, actions, only }: { draft: Draft; actions: ThreadActions | null; only: boolean }) {
  const { say } = useContext(Scene);
  return (
    <fieldset class="kinds">
      <legend>{say('pages.form.kind')}</legend>
      {only && <input type="hidden" name="kind" value="question" />}
      {!only &&
        (['comment', 'question'] as const).map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="kind"
              value={kind}
              checked={draft.kind === kind}
              onChange={actions?.choose(kind)}
            />{' '}
            {say(`pages.form.kinds.${kind}`)}
          </label>
        ))}
      {(only || !actions || draft.kind === 'question') && (
        <label>
          <input type="checkbox" name="anonymous" value="yes" defaultChecked={draft.anonymous} />{' '}
          {say('pages.form.anonymous')}
        </label>
      )}
    </fieldset>
  );
}

/** What others asked already: a vote counts more than asking twice. */
function Similar({ draft, props, actions }: { draft: Draft; props: ThreadProps; actions: ThreadActions | null }) {
  const { say } = useContext(Scene);
  return (
    <div class="similar" role="status">
      <p>{say('pages.form.similar')}</p>
      <ul>
        {draft.similar.map((question) => (
          <li key={question.id}>
            <span class="words" dir="auto" dangerouslySetInnerHTML={{ __html: question.html }} />{' '}
            {props.mine && !props.mine.may.withdraw.includes(question.id) && (
              <button
                type="button"
                aria-pressed={props.mine.votes.includes(question.id) ? 'true' : 'false'}
                onClick={actions?.vote(question.id, !props.mine.votes.includes(question.id))}
              >
                {say(props.mine.votes.includes(question.id) ? 'pages.thread.voted' : 'pages.thread.vote')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Who({ props, draft }: { props: ThreadProps; draft: Draft }) {
  const { say } = useContext(Scene);
  const { mine, personas } = props;
  if (mine && personas.length === 1)
    return (
      <>
        <p class="help">
          {say('pages.form.as', { name: personas[0]!.name })}{' '}
          <a href={anotherFace(props.here)}>{say('pages.form.anotherFace')}</a>
        </p>
        <WhoSees name={personas[0]!.name} />
      </>
    );
  if (mine && personas.length > 1) {
    return (
      <>
        <p>
          <label for="personaId">{say('pages.form.persona')}</label>
          <select id="personaId" name="personaId">
            {personas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <WhoSees name={null} />
      </>
    );
  }
  return (
    <div class="who">
      <p>
        <label for="name">
          {say('pages.form.name')} <span aria-hidden="true">*</span>
        </label>
        <input
          id="name"
          name="name"
          required
          minlength={2}
          maxlength={120}
          autocomplete="nickname"
          defaultValue={draft.name}
        />
      </p>
      {!mine && (
        <p>
          <label for="email">
            {say('pages.form.email')} <span aria-hidden="true">*</span>
          </label>
          <input
            id="email"
            name="email"
            type="email"
            required
            maxlength={254}
            autocomplete="email"
            aria-describedby="email-help"
          />
          <span class="help" id="email-help">
            {say('pages.form.emailHelp')}
          </span>
        </p>
      )}
      <p class="help">{say('pages.form.required')}</p>
      <WhoSees name={null} />
    </div>
  );
}

/** Said before anything is sent: what everybody will see, and what nobody will. */
function WhoSees({ name }: { name: string | null }) {
  const { say } = useContext(Scene);
  return (
    <details class="help who-sees">
      <summary>{say('pages.form.whoSees')}</summary>
      <ul>
        <li>{name === null ? say('pages.form.seenByAllChosen') : say('pages.form.seenByAll', { name })}</li>
        <li>{say('pages.form.seenByNobody')}</li>
        <li>{say('pages.form.seenByModerators')}</li>
        <li>
          {say('pages.form.seenAnonymous')} <a href="/privacy">{say('pages.privacy.link')}</a>
        </li>
      </ul>
    </details>
  );
}

const anotherFace = (here: string): string => `/me?conference=${encodeURIComponent(here.split('/')[2] ?? '')}#new-face`;

/**
 * The step after a guest's comment. Without a script the address is typed once more: it is never sent back to anybody.
 */
function CodeForm({ props, draft, actions }: Omit<FormProps, 'replied'>) {
  const { say } = useContext(Scene);
  return (
    <form class="write" id="write" method="post" action="/sign-in" onSubmit={actions?.confirm}>
      <h2>{say('pages.form.codeTitle')}</h2>
      <p role="status">{say('pages.form.codeSent')}</p>
      {draft.refusal && (
        <Refusal title={draft.refusal.title} detail={draft.refusal.detail} errors={draft.refusal.errors} />
      )}
      <input type="hidden" name="next" value={props.here} />
      {!actions && (
        <p>
          <label for="email">{say('pages.form.email')}</label>
          <input id="email" name="email" type="email" required maxlength={254} autocomplete="email" />
        </p>
      )}
      <p>
        <label for="code">{say('pages.signIn.code')}</label>
        <input
          id="code"
          name="code"
          required
          maxlength={20}
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          placeholder="K7QM-2XRP"
        />
      </p>
      <button class="primary">{say('pages.form.publish')}</button>
    </form>
  );
}

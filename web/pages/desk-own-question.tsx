import { plainText } from '../components/plain-text.ts';
import type { CommentShape } from '../components/shapes.ts';
import { shownVersion } from './shown-version.ts';
import { CommentText, DeskButton, HiddenFields } from './desk-button.tsx';
import type { DeskProps } from './desk-props.ts';

/** The question the speaker has taken: answered aloud, with an optional note, or in writing. */
export function OwnQuestion({
  question,
  others,
  ...props
}: DeskProps & { question: CommentShape; others: CommentShape[] }) {
  const {
    context: { say },
    here,
  } = props;
  return (
    <article class="card taken own-taken" id={`q-${question.id}`} tabIndex={-1}>
      <h2>{say('pages.desk.yours')}</h2>
      <CommentText comment={question} />
      <form method="post" action={`${here}/desk`}>
        <HiddenFields act="answered" id={question.id} version={shownVersion(question)} />
        <div class="inline aloud">
          <label>
            {say('pages.desk.note')} <input name="note" minlength={2} maxlength={900} />
          </label>
          <label>
            {say('pages.desk.minute')}{' '}
            <input name="minute" inputmode="numeric" pattern="[0-9]{1,3}" maxlength={3} size={3} />
          </label>
        </div>
        <button class="primary" data-act="answered">
          {say('pages.desk.aloud')}
        </button>
      </form>
      <details id={`a-${question.id}`}>
        <summary>{say('pages.desk.write')}</summary>
        <form method="post" action={`${here}/desk`}>
          <HiddenFields act="answer" id={question.id} />
          <label>
            {say('pages.desk.answer')} <textarea name="body" rows={4} required maxlength={10_000} />
          </label>
          <button class="primary">{say('pages.desk.send')}</button>
        </form>
      </details>
      <DeskButton here={here} act="open" id={question.id} label={say('pages.desk.back')} />
      <MoreActions question={question} others={others} {...props} />
    </article>
  );
}

export function MoreActions({
  question,
  others,
  ...props
}: DeskProps & { question: CommentShape; others: CommentShape[] }) {
  const {
    context: { say },
    here,
  } = props;
  const targets = others.filter(({ id }) => id !== question.id);
  return (
    <details id={`m-${question.id}`}>
      <summary>{say('pages.desk.more')}</summary>
      <form method="post" action={`${here}/desk`}>
        <HiddenFields act="declined" id={question.id} version={shownVersion(question)} />
        <label>
          {say('pages.desk.reason')} <input name="reason" required minlength={2} maxlength={1000} />
        </label>
        <button>{say('pages.desk.decline')}</button>
      </form>
      {targets.length > 0 && (
        <form method="post" action={`${here}/desk`}>
          <HiddenFields act="merged" id={question.id} version={shownVersion(question)} />
          <label>
            {say('pages.desk.into')}{' '}
            <select name="mergedInto">
              {targets.map((target) => (
                <option key={target.id} value={target.id}>
                  {plainText(target.html)}
                </option>
              ))}
            </select>
          </label>
          <button>{say('pages.desk.merge')}</button>
        </form>
      )}
    </details>
  );
}

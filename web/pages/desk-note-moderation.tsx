import type { PageContext } from './page.tsx';
import type { CommentShape } from '../components/shapes.ts';
import { HiddenFields } from './desk-button.tsx';
import type { DeskProps } from './desk-props.ts';

interface NoteModerationProps {
  question: CommentShape;
  here: string;
  rules: DeskProps['rules'];
  say: PageContext['say'];
}

/** Hides the note of a question, or shows it again, each with a reason. */
export function NoteModeration({ question: { id, question }, here, rules, say }: NoteModerationProps) {
  const isHidden = question?.noteWithheld === true;
  if (!isHidden && question?.reason === undefined) return null;
  const label = say(isHidden ? 'pages.desk.showNote' : 'pages.desk.hideNote');
  return (
    <>
      {isHidden && <p class="help">{say('pages.thread.noteWithheld')}</p>}
      <details id={`n-${id}`}>
        <summary>{label}</summary>
        <form method="post" action={`${here}/desk`}>
          <HiddenFields act={isHidden ? 'restore-note' : 'withhold-note'} id={id} />
          {!isHidden && (
            <label>
              {say('pages.organize.rule')}{' '}
              <select name="rule">
                {rules.map(({ key, title }) => (
                  <option key={key} value={key}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label>
            {say('pages.organize.reason')} <input name="reason" required minlength={2} maxlength={1000} />
          </label>
          <button>{label}</button>
        </form>
      </details>
    </>
  );
}

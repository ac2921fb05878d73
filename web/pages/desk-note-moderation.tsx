import type { CommentShape } from '../components/shapes.ts';
import { DeskForm, ReasonField, RuleFields, sentTo } from './desk-form.tsx';
import type { DeskProps } from './desk-props.ts';
import { Button } from '../components/button.tsx';

/** Hides the note of a question, or shows it again, each with a reason. */
export function NoteModeration({ desk, question: { id, question } }: { desk: DeskProps; question: CommentShape }) {
  const { say } = desk.context;
  const isHidden = question?.noteWithheld === true;
  if (!isHidden && question?.reason === undefined) return null;
  const act = isHidden ? 'restore-note' : 'withhold-note';
  const label = say(isHidden ? 'pages.desk.showNote' : 'pages.desk.hideNote');
  return (
    <>
      {isHidden && <p class="help">{say('pages.thread.noteWithheld')}</p>}
      <details id={`n-${id}`} open={sentTo(desk, act, id) !== null}>
        <summary>{label}</summary>
        <DeskForm desk={desk} act={act} id={id}>
          {(typed) => (
            <>
              {isHidden ? (
                <ReasonField label={say('pages.organize.reason')} typed={typed} />
              ) : (
                <RuleFields desk={desk} typed={typed} />
              )}
              <Button>{label}</Button>
            </>
          )}
        </DeskForm>
      </details>
    </>
  );
}

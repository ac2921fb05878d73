import { plainText } from '../components/plain-text.ts';
import { DeskForm, NameField, ReasonField, sentTo } from './desk-form.tsx';
import type { DeskProps, DeskQuestionShape } from './desk-props.ts';
import { shownVersion } from './shown-version.ts';
import { Button } from '../components/button.tsx';

interface SettlingProps {
  desk: DeskProps;
  question: DeskQuestionShape;
}

/** Whether a refused form of one of these acts waits for its correction, so that what holds it is open. */
export const waitsFor = (desk: DeskProps, id: string, acts: readonly string[]): boolean =>
  acts.some((act) => sentTo(desk, act, id) !== null);

/** Answers in writing; the question need not be taken first. */
export function AnswerForm({ desk, question }: SettlingProps) {
  const { say } = desk.context;
  return (
    <DeskForm desk={desk} act="answer" id={question.id}>
      {(typed) => (
        <>
          <label>
            {say('pages.desk.write')}{' '}
            <textarea name="body" rows={3} required maxlength={10_000} dir="auto">
              {typed['body'] ?? ''}
            </textarea>
          </label>
          <NameField desk={desk} typed={typed} />
          <Button kind="primary">{say('pages.desk.send')}</Button>
        </>
      )}
    </DeskForm>
  );
}

export function DeclineForm({ desk, question }: SettlingProps) {
  const { say } = desk.context;
  return (
    <DeskForm desk={desk} act="declined" id={question.id} version={shownVersion(question)}>
      {(typed) => (
        <div class="inline">
          <ReasonField label={say('pages.desk.reason')} typed={typed} />
          <Button>{say('pages.desk.decline')}</Button>
        </div>
      )}
    </DeskForm>
  );
}

/** Merges a question into another one that waits. */
export function MergeForm({ desk, question }: SettlingProps) {
  const { say } = desk.context;
  const targets = desk.questions.filter(({ id }) => id !== question.id);
  if (targets.length === 0) return null;
  return (
    <DeskForm desk={desk} act="merged" id={question.id} version={shownVersion(question)}>
      {(typed) => (
        <div class="inline">
          <label>
            {say('pages.desk.into')}{' '}
            <select name="mergedInto">
              {targets.map((target) => (
                <option key={target.id} value={target.id} selected={typed['mergedInto'] === target.id}>
                  {plainText(target.html)}
                </option>
              ))}
            </select>
          </label>
          <Button>{say('pages.desk.merge')}</Button>
        </div>
      )}
    </DeskForm>
  );
}

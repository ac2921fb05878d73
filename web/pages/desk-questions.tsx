import { namedOr } from '../components/author-name.ts';
import { Icon } from '../components/icon.tsx';
import { Votes } from '../components/vote-button.tsx';
import { CommentText, DeskButton, DeskForm } from './desk-form.tsx';
import type { DeskProps, DeskQuestionShape } from './desk-props.ts';
import { AnswerForm, DeclineForm, MergeForm, waitsFor } from './desk-settling-forms.tsx';
import { shownVersion } from './shown-version.ts';
import { Button } from '../components/button.tsx';

interface QuestionProps {
  desk: DeskProps;
  question: DeskQuestionShape;
}

/** Draws the number of those who want it answered, of those among them without an address, and the asker. */
function QuestionFacts({ desk, question, isApart = false }: QuestionProps & { isApart?: boolean }) {
  const { say } = desk.context;
  return (
    <p class="help meta dots">
      {!isApart && (
        <span class="up">
          <Votes count={question.votes} />
        </span>
      )}
      {question.guestVotes > 0 && <span>{say('pages.desk.guestVotes', { count: question.guestVotes })}</span>}
      <span>{namedOr(question.author, say('pages.thread.anonymous'))}</span>
    </p>
  );
}

/** The question the speaker has taken: answered aloud, with an optional summary, or in writing. */
export function OwnQuestion({ desk, question }: QuestionProps) {
  const { say } = desk.context;
  const { id } = question;
  return (
    <article class="card now own-taken" id={`q-${id}`} tabIndex={-1}>
      <h2>{say('pages.desk.yours')}</h2>
      <CommentText comment={question} />
      <QuestionFacts desk={desk} question={question} />
      <AnsweredAloudForm desk={desk} question={question} />
      <details id={`a-${id}`} open={waitsFor(desk, id, ['answer'])}>
        <summary>{say('pages.desk.write')}</summary>
        <AnswerForm desk={desk} question={question} />
      </details>
      <details id={`m-${id}`} open={waitsFor(desk, id, ['declined', 'merged'])}>
        <summary>{say('pages.desk.settle')}</summary>
        <DeclineForm desk={desk} question={question} />
        <MergeForm desk={desk} question={question} />
      </details>
      <DeskButton desk={desk} act="open" id={id} label={say('pages.desk.back')} extra={{ from: 'own' }} />
    </article>
  );
}

/** A question that another speaker has taken. Moderators can put it back. */
export function OthersQuestion({ desk, question }: QuestionProps) {
  const { say } = desk.context;
  return (
    <article class="card now">
      <h2>{say('pages.desk.takenByOther')}</h2>
      <CommentText comment={question} />
      <QuestionFacts desk={desk} question={question} />
      {desk.isModerator && !desk.isClosed && (
        <DeskButton desk={desk} act="open" id={question.id} label={say('pages.desk.back')} />
      )}
    </article>
  );
}

/** A waiting question: votes, words, the button that takes it, and what else may become of it. */
export function WaitingQuestion({ desk, question }: QuestionProps) {
  const { say } = desk.context;
  const { id } = question;
  return (
    <li class="card" id={`q-${id}`} tabIndex={-1}>
      <span class="vote still">
        <Votes count={question.votes} />
      </span>
      <CommentText comment={question} />
      <QuestionFacts desk={desk} question={question} isApart />
      {!desk.isClosed && (
        <>
          <DeskButton desk={desk} act="taken" id={id} label={say('pages.desk.take')} look="primary" />
          <details id={`m-${id}`} class="more" open={waitsFor(desk, id, ['answer', 'declined', 'merged'])}>
            <summary aria-label={say('pages.desk.more')} title={say('pages.desk.more')}>
              <Icon name="more" />
            </summary>
            <AnswerForm desk={desk} question={question} />
            <DeclineForm desk={desk} question={question} />
            <MergeForm desk={desk} question={question} />
          </details>
        </>
      )}
    </li>
  );
}

function AnsweredAloudForm({ desk, question }: QuestionProps) {
  const { say } = desk.context;
  return (
    <DeskForm desk={desk} act="answered" id={question.id} version={shownVersion(question)}>
      {(typed) => (
        <>
          <div class="inline aloud">
            <label>
              {say('pages.desk.note')} <input name="note" minlength={2} maxlength={900} value={typed['note']} />
            </label>
            <label>
              {say('pages.desk.minute')}{' '}
              <input
                name="minute"
                inputmode="numeric"
                pattern="[0-9]{1,3}"
                maxlength={3}
                size={3}
                value={typed['minute']}
              />
            </label>
          </div>
          <Button kind="primary" data-act="answered">
            <Icon name="check" />
            {say('pages.desk.aloud')}
          </Button>
        </>
      )}
    </DeskForm>
  );
}

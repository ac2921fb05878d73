import type { CommentShape } from '../components/shapes.ts';
import { CommentText, DeskButton, DeskForm, RuleFields, sentTo } from './desk-form.tsx';
import { NoteModeration } from './desk-note-moderation.tsx';
import type { DeskProps } from './desk-props.ts';
import { Button } from '../components/button.tsx';

/** Draws the comments that wait for a moderator, who reads this view too. */
export function HeldComments({ desk }: { desk: DeskProps }) {
  const { say } = desk.context;
  if (desk.held.length === 0) return null;
  return (
    <section>
      <h2>{say('pages.desk.held', { count: desk.held.length })}</h2>
      {desk.held.map((comment) => (
        <article key={comment.id} class="card held">
          <CommentText comment={comment} />
          <DeskButton
            desk={desk}
            act="release"
            id={comment.id}
            label={say('pages.organize.release')}
            look="primary"
            extra={{ revision: String(comment.revision) }}
          />
          <details id={`w-${comment.id}`} open={sentTo(desk, 'withhold', comment.id) !== null}>
            <summary>{say('pages.organize.withhold')}</summary>
            <DeskForm desk={desk} act="withhold" id={comment.id}>
              {(typed) => (
                <>
                  <RuleFields desk={desk} typed={typed} />
                  <Button>{say('pages.organize.withhold')}</Button>
                </>
              )}
            </DeskForm>
          </details>
        </article>
      ))}
    </section>
  );
}

/** Draws the questions that were answered aloud, not answered, or merged: most can be put back. */
export function SettledQuestions({ desk }: { desk: DeskProps }) {
  const { say } = desk.context;
  if (desk.settled.length === 0) return null;
  return (
    <details id="settled">
      <summary>{say('pages.desk.settled', { count: desk.settled.length })}</summary>
      {desk.settled.map((question) => (
        <SettledQuestion key={question.id} desk={desk} question={question} />
      ))}
    </details>
  );
}

function SettledQuestion({ desk, question }: { desk: DeskProps; question: CommentShape }) {
  const { say } = desk.context;
  return (
    <article class="card">
      <CommentText comment={question} />
      <p class="help">
        {say(`pages.thread.question.${question.question?.status ?? 'open'}`)}
        {question.question?.reason !== undefined && (
          <>
            {' '}
            · <span dir="auto">{question.question.reason}</span>
          </>
        )}
      </p>
      {desk.isModerator && <NoteModeration desk={desk} question={question} />}
      {question.question?.status !== 'answered' && !desk.isClosed && (
        <DeskButton desk={desk} act="open" id={question.id} label={say('pages.desk.back')} />
      )}
    </article>
  );
}

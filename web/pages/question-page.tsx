import { namedOr } from '../components/author-name.ts';
import { DateTime } from '../components/date-time.tsx';
import { Page, type PageContext } from './page.tsx';
import { plainText } from '../components/plain-text.ts';
import type { CommentShape, ThreadShape } from '../components/shapes.ts';
import { Chip, CHIP_OF_STATUS } from '../components/chip.tsx';

export interface QuestionPageProps {
  context: PageContext;
  thread: ThreadShape;
  question: CommentShape;
  answer: CommentShape | null;
  here: string;
}

/** `/c/{conference}/t/{thread}/q/{id}`: one question with its outcome, for a reader who was sent its address. */
export function QuestionPage({ context, thread, question, answer, here }: QuestionPageProps) {
  const { say } = context;
  const { status = 'open', mergedInto } = question.question ?? {};
  return (
    <Page {...context}>
      <p>
        <a href={here}>{thread.title}</a>
      </p>
      <article class="asked">
        <h1 class="words" dir="auto">
          {plainText(question.html, 500)}
        </h1>
        <p class="help">
          {namedOr(question.author, say('pages.thread.anonymous'))} · <DateTime at={question.createdAt} /> ·{' '}
          <Chip kind={CHIP_OF_STATUS[status]}>{say(`pages.thread.question.${status}`)}</Chip>{' '}
          {question.votes > 0 && say('pages.thread.votes', { count: question.votes })}
        </p>
        {answer && <AnswerCard answer={answer} say={say} />}
        <Outcome question={question} isWritten={answer !== null} say={say} />
        {mergedInto && (
          <p>
            <a href={`${here}/q/${mergedInto}`}>{say('pages.thread.mergedInto')}</a>
          </p>
        )}
        <p>
          <a href={`${here}?comment=${question.id}#c-${question.id}`}>{say('pages.thread.inDiscussion')}</a>
        </p>
      </article>
    </Page>
  );
}

const AnswerCard = ({ answer, say }: { answer: CommentShape; say: PageContext['say'] }) => (
  <section class="card" aria-label={say('pages.thread.answerBadge')}>
    <p class="help">
      <b dir="auto">{namedOr(answer.author, say('pages.thread.former'))}</b>{' '}
      {answer.author?.roles.map((role) => (
        <Chip key={role} kind="role">
          {say(`pages.role.${role}`)}
        </Chip>
      ))}{' '}
      · <DateTime at={answer.createdAt} />
    </p>
    <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: answer.html }} />
  </section>
);

interface OutcomeProps {
  question: CommentShape;
  /** Whether there is an answer in writing. */
  isWritten: boolean;
  say: PageContext['say'];
}

/** An answer that was given aloud, with its note, or the reason of a refusal. */
function Outcome({ question: { question }, isWritten, say }: OutcomeProps) {
  const { status = 'open', reason } = question ?? {};
  if (status === 'declined' && reason)
    return (
      <p class="card" dir="auto">
        {reason}
      </p>
    );
  if (status !== 'answered' || isWritten) return null;
  return (
    <p class="card">
      {say('pages.thread.aloud')}
      {reason && (
        <>
          <br />
          <span dir="auto">{reason}</span>
        </>
      )}
    </p>
  );
}

import { useContext } from 'preact/hooks';
import { namedOr } from '../components/author-name.ts';
import { DateTime } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { plainText } from '../components/plain-text.ts';
import { Votes } from '../components/vote-button.tsx';
import type { PlacedAnswerShape, ProgrammeShape } from './programme-props.ts';

/** More characters than a question may have. */
const WHOLE = 1_000;

/** The questions of all talks, the most wanted first, by what became of them. */
export function AllQuestions({ outcome, items, here }: NonNullable<ProgrammeShape['questions']> & { here: string }) {
  const { say } = useContext(LocaleContext);
  return (
    <>
      <nav class="seg" aria-label={say('pages.conference.outcome')}>
        {(['waiting', 'answered'] as const).map((each) => (
          <a
            key={each}
            href={`${here}?show=waiting${each === 'answered' ? '&status=answered' : ''}`}
            aria-current={each === outcome ? 'true' : undefined}
          >
            {say(`pages.thread.${each}Tab`)}
          </a>
        ))}
      </nav>
      <QuestionList items={items} here={here} />
    </>
  );
}

export function QuestionList({ items, here }: { items: readonly PlacedAnswerShape[]; here: string }) {
  const { say } = useContext(LocaleContext);
  if (items.length === 0) return <p class="empty">{say('pages.conference.ways.none.waiting')}</p>;
  return (
    <ol class="rows across">
      {items.map((item) => (
        <PlacedQuestion key={item.comment.id} {...item} here={here} />
      ))}
    </ol>
  );
}

/** A question with its votes, its talk, its answer and its state. */
function PlacedQuestion({ comment, answer, threadSlug, threadTitle, here }: PlacedAnswerShape & { here: string }) {
  const { say } = useContext(LocaleContext);
  const path = `${here}/t/${threadSlug}`;
  const status = comment.question?.status ?? 'open';
  return (
    <li class="question-row">
      <span class="vote still">
        <Votes count={comment.votes} />
      </span>
      <div>
        <a class="words" dir="auto" href={`${path}?comment=${comment.id}#c-${comment.id}`}>
          {plainText(comment.html, WHOLE)}
        </a>
        {answer && (
          <p class="latest answer-of" dir="auto">
            <b>{namedOr(answer.author, say('pages.thread.nobody'))}</b> {plainText(answer.html, 220)}
          </p>
        )}
        <p class="meta dots">
          <span>{namedOr(comment.author, say('pages.thread.anonymous'))}</span>
          <a href={path}>{threadTitle}</a>
          <span>
            <DateTime at={comment.createdAt} />
          </span>
        </p>
      </div>
      <span class={`badge ${status}`}>{say(`pages.conference.status.${status}`)}</span>
    </li>
  );
}

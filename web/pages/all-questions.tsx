import { useContext } from 'preact/hooks';
import { namedOr } from '../components/author-name.ts';
import { DateTime } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { plainText } from '../components/plain-text.ts';
import { VoteButton } from '../components/vote-button.tsx';
import type { PlacedQuestionShape, ProgrammeShape } from './programme-props.ts';
import { Chip, CHIP_OF_STATUS } from '../components/chip.tsx';
import { Segmented } from '../components/segmented.tsx';

/** More characters than a question may have. */
const WHOLE = 1_000;

/** The questions of all talks, the most wanted first, by what became of them. */
export function AllQuestions({ outcome, items, here }: NonNullable<ProgrammeShape['questions']> & { here: string }) {
  const { say } = useContext(LocaleContext);
  return (
    <>
      <Segmented
        label={say('pages.conference.outcome')}
        segments={(['waiting', 'answered'] as const).map((each) => ({
          href: `${here}?show=waiting${each === 'answered' ? '&status=answered' : ''}`,
          label: say(`pages.thread.${each}Tab`),
          isChosen: each === outcome,
        }))}
      />
      <QuestionList items={items} here={here} from={outcome} />
    </>
  );
}

interface QuestionListProps {
  items: readonly PlacedQuestionShape[];
  here: string;
  /** The name of this list, to which a vote returns. */
  from: string;
}

export function QuestionList({ items, here, from }: QuestionListProps) {
  const { say } = useContext(LocaleContext);
  if (items.length === 0)
    return (
      <EmptyState action={<a href={`${here}?show=programme`}>{say('pages.sections.programme')}</a>}>
        {say(`pages.conference.ways.none.${from === 'answered' ? 'answered' : 'waiting'}`)}
      </EmptyState>
    );
  return (
    <ol class="rows across">
      {items.map((item) => (
        <PlacedQuestion key={item.comment.id} {...item} here={here} from={from} />
      ))}
    </ol>
  );
}

/** A question with its votes, its talk, its answer and its state. */
function PlacedQuestion({
  comment,
  answer,
  thread,
  mine,
  here,
  from,
}: PlacedQuestionShape & Omit<QuestionListProps, 'items'>) {
  const { say } = useContext(LocaleContext);
  const path = `${here}/t/${thread.slug}`;
  const status = comment.question?.status ?? 'open';
  return (
    <li class="question-row" id={`c-${comment.id}`}>
      <div>
        <VoteButton comment={comment} props={{ here: path, thread, mine }} actions={null} from={from} />
      </div>
      <div>
        <a class="words" dir="auto" href={`${path}?comment=${comment.id}#c-${comment.id}`}>
          {plainText(comment.html, WHOLE)}
        </a>
        {answer && (
          <p class="latest answer-of" dir="auto">
            <b>{namedOr(answer.author, say('pages.thread.former'))}</b> {plainText(answer.html, 220)}
          </p>
        )}
        <p class="meta dots">
          <span>{namedOr(comment.author, say('pages.thread.anonymous'))}</span>
          <a href={path}>{thread.title}</a>
          <span>
            <DateTime at={comment.createdAt} />
          </span>
        </p>
      </div>
      <Chip kind={CHIP_OF_STATUS[status]}>{say(`pages.conference.status.${status}`)}</Chip>
    </li>
  );
}

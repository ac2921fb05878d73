import { useContext } from 'preact/hooks';
import { namedOr } from './author-name.ts';
import { DateTime } from './date-time.tsx';
import { EmptyState } from './empty-state.tsx';
import { LocaleContext } from './locale-context.ts';
import { plainText } from './plain-text.ts';
import type { CommentShape } from './shapes.ts';
import type { ThreadActions, ThreadProps } from './thread-props.ts';
import { VoteButton } from './vote-button.tsx';
import { SegmentedChoice } from './segmented.tsx';

/** Most waiting questions in sight; the rest is folded, and most of all in the thread. */
const QUEUE = 5;
/** Most waiting questions in sight where there is no thread. */
const QUEUE_ALONE = 25;

/** Most characters of a question in a link; more than a question may have. */
export const IN_A_LINK = 1_000;

/** Chooses between the waiting and the answered questions; the choice is a form's, so that it needs no script. */
export function QuestionTabs({
  waiting,
  answered,
  beginsWithAnswered,
}: Record<'waiting' | 'answered', number> & { beginsWithAnswered: boolean }) {
  const { say } = useContext(LocaleContext);
  return (
    <fieldset class="kinds seg tabs">
      <legend class="unseen">{say('pages.thread.questions')}</legend>
      <SegmentedChoice
        name="questions"
        choices={Object.entries({ waiting, answered }).map(([tab, count]) => ({
          id: `tab-${tab}`,
          label: (
            <>
              {say(`pages.thread.${tab}Tab`)} <b>{count}</b>
            </>
          ),
          isChosen: beginsWithAnswered === (tab === 'answered'),
        }))}
      />
    </fieldset>
  );
}

interface QuestionRowsProps {
  questions: readonly CommentShape[];
  hasTaken: boolean;
  props: ThreadProps;
  actions: ThreadActions | null;
}

/** The waiting questions, most wanted first; those further down are folded, but never the reader's own. */
export function QuestionRows({ questions, hasTaken, props, actions }: QuestionRowsProps) {
  const { say } = useContext(LocaleContext);
  const shown = props.embedded === 'questions' ? QUEUE_ALONE : QUEUE;
  const isInSight = ({ id }: CommentShape, index: number): boolean =>
    index < shown || (props.mine?.may.withdraw.includes(id) ?? false);
  const inSight = questions.filter(isInSight);
  const folded = questions.filter((question, index) => !isInSight(question, index));
  const rows = (some: readonly CommentShape[]) => (
    <ol class="rows">
      {some.map((question) => (
        <QuestionRow key={question.id} question={question} props={props} actions={actions} />
      ))}
    </ol>
  );
  return (
    <div class="queue">
      {questions.length === 0 && !hasTaken && <EmptyState>{say('pages.thread.noQuestions')}</EmptyState>}
      {rows(inSight)}
      {folded.length > 0 && (
        <details class="rest-of">
          <summary>{say('pages.thread.moreQuestions', { count: folded.length })}</summary>
          {rows(folded)}
        </details>
      )}
    </div>
  );
}

function QuestionRow({
  question,
  props,
  actions,
}: Omit<QuestionRowsProps, 'questions' | 'hasTaken'> & { question: CommentShape }) {
  const { say } = useContext(LocaleContext);
  return (
    <li class="question-row">
      <VoteButton comment={question} props={props} actions={actions} from="queue" />
      <div>
        <a href={`${props.here}?comment=${question.id}#c-${question.id}`} class="words" dir="auto">
          {plainText(question.html, IN_A_LINK)}
        </a>
        <p class="meta dots">
          <span>{namedOr(question.author, say('pages.thread.anonymous'))}</span>
          <span class="when">
            <DateTime at={question.createdAt} />
          </span>
        </p>
      </div>
    </li>
  );
}

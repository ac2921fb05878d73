import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { AskLink } from './ask-bar.tsx';
import { plainText } from './plain-text.ts';
import type { CommentList } from './comment-list.ts';
import { authorName, namedOr } from './author-name.ts';
import { LocaleContext, type LocaleSettings } from './locale-context.ts';
import { mayAsk } from './may-ask.ts';
import type { CommentShape, ThreadShape } from './shapes.ts';
import { isUnderRecap, type ThreadActions, type ThreadProps } from './thread-props.ts';
import { IN_A_LINK, QuestionRows, QuestionTabs } from './question-rows.tsx';
import { Votes } from './vote-button.tsx';
import { Chip } from './chip.tsx';

/** Most answered questions listed; the others have a page of their own. */
const ANSWERED = 5;

interface QuestionsSectionProps {
  props: ThreadProps;
  reading: CommentList;
  actions: ThreadActions | null;
  /** The form, while it is for a question. */
  form: ComponentChildren;
}

/** The question being answered, the waiting ones with their votes, and those with an answer. */
export function QuestionsSection({ props, reading, actions, form }: QuestionsSectionProps) {
  const { say } = useContext(LocaleContext);
  const { thread, here, mine } = props;
  const [questions, answered, announcement] = [
    reading.questions(),
    reading.answered(),
    reading.visible(thread.announcementId),
  ];
  const taken = questions.filter(({ question }) => question?.status === 'taken');
  const open = questions.filter(({ question }) => question?.status === 'open');
  const isOffered = mayAsk(props) && !props.embedded;
  const isEmpty = thread.counts.questions === 0 && !thread.live && !announcement;
  if (isUnderRecap(props) || (isEmpty && !mine?.may.desk && !isOffered && !form)) return null;
  const hasTabs = answered.length > 0 && open.length > 0;
  return (
    <section class="card questions" id="questions" aria-label={say('pages.thread.questions')}>
      <div class="head">
        <h2>{say('pages.thread.questions')}</h2>
        {thread.live && <Chip kind="live">{say('pages.thread.live')}</Chip>}
        {isOffered && !form && <AskLink props={props} actions={actions} />}
      </div>
      <div role="status">
        {props.word && (
          <p class="notice">
            <a href={`${here}/q/${props.word.commentId}`}>{say(`pages.thread.word.${props.word.kind}`)}</a>
          </p>
        )}
        {announcement && <Announcement said={announcement} />}
        {taken.map((question) => (
          <TakenQuestion key={question.id} question={question} here={here} />
        ))}
      </div>
      {form}
      {hasTabs && (
        <QuestionTabs
          waiting={thread.counts.waiting - taken.length}
          answered={thread.counts.answered}
          beginsWithAnswered={props.opensAnswered ?? false}
        />
      )}
      {(open.length > 0 || answered.length === 0) && (
        <QuestionRows questions={open} hasTaken={taken.length > 0} props={props} actions={actions} />
      )}
      {answered.length > 0 && (
        <Answered answered={answered} count={thread.counts.answered} hasTabs={hasTabs} here={here} />
      )}
      <QuestionsFoot props={props} />
    </section>
  );
}

/** Draws the outcome of all questions, and the ways to the stage and the desk. */
function QuestionsFoot({ props: { thread, here, mine } }: { props: ThreadProps }) {
  const { say } = useContext(LocaleContext);
  const { counts } = thread;
  if (counts.questions === 0 && thread.talkId === null && !mine?.may.desk) return null;
  return (
    <p class="tally dots">
      {counts.questions > 0 && <span>{tallyOf(counts, say)}</span>}
      {thread.talkId !== null && <a href={`${here}/stage`}>{say('pages.thread.stage')}</a>}
      {mine?.may.desk && <a href={`${here}/desk`}>{say('pages.thread.desk')}</a>}
    </p>
  );
}

const OUTCOMES = ['answered', 'waiting', 'declined', 'merged', 'expired'] as const;

/** Says the number of questions and of each outcome; an outcome without any is left out. */
export const tallyOf = (counts: ThreadShape['counts'], say: LocaleSettings['say']): string =>
  [
    say('pages.thread.asked', { count: counts.questions }),
    ...OUTCOMES.filter((each) => counts[each] > 0).map((each) =>
      say(`pages.thread.outcome.${each}`, { count: counts[each] }),
    ),
  ].join(' · ');

/** The announcement. */
export function Announcement({ said }: { said: CommentShape }) {
  const { say } = useContext(LocaleContext);
  return (
    <div class="announcement">
      <p class="help">
        {say('pages.thread.announcement')}
        {said.author && (
          <>
            {' '}
            · <b dir="auto">{namedOr(said.author, '')}</b>
          </>
        )}
      </p>
      <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: said.html }} />
    </div>
  );
}

interface AnsweredPairProps {
  question: CommentShape;
  answer: CommentShape | null;
  here: string;
}

/** A question with its outcome, and an address of its own. */
export function AnsweredPair({ question, answer, here }: AnsweredPairProps) {
  const { say } = useContext(LocaleContext);
  return (
    <article class="pair">
      <a class="words" dir="auto" href={`${here}/q/${question.id}`}>
        {plainText(question.html, IN_A_LINK)}
      </a>{' '}
      {question.votes > 0 && (
        <span class="vote still">
          <Votes count={question.votes} />
        </span>
      )}
      {answer ? (
        <div class="answer">
          <p class="help">{namedOr(answer.author, say('pages.thread.former'))}</p>
          <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: answer.html }} />
        </div>
      ) : (
        <div class="answer">
          <p class="help">{say('pages.thread.aloud')}</p>
          {question.question?.reason && <p dir="auto">{question.question.reason}</p>}
          {question.question?.noteWithheld && <p class="help">{say('pages.thread.noteWithheld')}</p>}
        </div>
      )}
    </article>
  );
}

function TakenQuestion({ question, here }: { question: CommentShape; here: string }) {
  const { say } = useContext(LocaleContext);
  return (
    <article class="taken">
      <h3>{say('pages.thread.now')}</h3>
      <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: question.html }} />
      <p class="meta dots">
        <a href={`${here}?comment=${question.id}#c-${question.id}`}>{authorName(question, say)}</a>
        <span>{say('pages.thread.votes', { count: question.votes })}</span>
      </p>
    </article>
  );
}

interface AnsweredProps {
  answered: Omit<AnsweredPairProps, 'here'>[];
  /** All answered questions, also those that are not listed. */
  count: number;
  hasTabs: boolean;
  here: string;
}

function Answered({ answered, count, hasTabs, here }: AnsweredProps) {
  const { say } = useContext(LocaleContext);
  return (
    <div class="answered" id="answered">
      {!hasTabs && <h3 class="help">{say('pages.thread.answered', { count })}</h3>}
      {answered.slice(0, ANSWERED).map((pair) => (
        <AnsweredPair key={pair.question.id} {...pair} here={here} />
      ))}
      {count > Math.min(answered.length, ANSWERED) && (
        <p class="hidden">
          <a href={`${here}/answers`}>{say('pages.thread.allAnswered')}</a>
        </p>
      )}
    </div>
  );
}

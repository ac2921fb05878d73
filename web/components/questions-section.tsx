import { useContext } from 'preact/hooks';
import { plainText } from './plain-text.ts';
import type { CommentList } from './comment-list.ts';
import { authorName, namedOr } from './author-name.ts';
import { LocaleContext } from './locale-context.ts';
import type { CommentShape } from './shapes.ts';
import type { ThreadProps } from './thread-props.ts';

/** Most waiting questions listed on the screen; the rest is in the thread, on paper, and later on the stage. */
const QUEUE = 5;
/** Most waiting questions listed where there is no thread. */
const QUEUE_ALONE = 25;

/** Most answered questions listed; the others have a page of their own. */
const ANSWERED = 5;

/** The taken question, the waiting ones, and what became of the others. */
export function QuestionsSection({ props, reading }: { props: ThreadProps; reading: CommentList }) {
  const { say } = useContext(LocaleContext);
  const { thread, here, mine } = props;
  const tally = say('pages.thread.tally', { ...thread.counts, count: thread.counts.questions });
  const [questions, answered, announcement] = [
    reading.questions(),
    reading.answered(),
    reading.visible(thread.announcementId),
  ];
  const taken = questions.filter(({ question }) => question?.status === 'taken');
  const open = questions.filter(({ question }) => question?.status === 'open');
  const shown = props.embedded === 'questions' ? QUEUE_ALONE : QUEUE;
  if (thread.counts.questions === 0 && !thread.live && !announcement && !mine?.may.desk) return null;
  return (
    <section class="now" aria-label={say('pages.thread.questions')}>
      {thread.live && (
        <p class="live">
          <span class="badge">{say('pages.thread.live')}</span>
        </p>
      )}
      <div role="status">
        {props.word && (
          <p class="notice">
            <a href={`${here}/q/${props.word.commentId}`}>{say(`pages.thread.word.${props.word.kind}`)}</a>
          </p>
        )}
        {announcement && <Announcement said={announcement} />}
        {taken.map((question) => (
          <article key={question.id} class="taken">
            <h2>{say('pages.thread.now')}</h2>
            <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: question.html }} />
            <p class="help">
              <a href={`${here}?comment=${question.id}#c-${question.id}`}>{authorName(question, say)}</a>
            </p>
          </article>
        ))}
      </div>
      {open.length > 0 && (
        <details open={thread.live || props.embedded === 'questions'}>
          <summary>{say('pages.thread.queue', { count: thread.counts.waiting - taken.length })}</summary>
          <ol class="queue">
            {open.map((question, i) => (
              <li key={question.id} class={i < shown ? undefined : 'paper'}>
                <a href={`${here}?comment=${question.id}#c-${question.id}`} class="words" dir="auto">
                  {plainText(question.html, IN_A_LINK)}
                </a>{' '}
                <span class="votes">{say('pages.thread.votes', { count: question.votes })}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {answered.length > 0 && (
        <details class="answered" open={!thread.live}>
          <summary>{say('pages.thread.answered', { count: thread.counts.answered })}</summary>
          {answered.slice(0, ANSWERED).map((pair) => (
            <AnsweredPair key={pair.question.id} {...pair} here={here} />
          ))}
          {thread.counts.answered > Math.min(answered.length, ANSWERED) && (
            <p class="hidden">
              <a href={`${here}/answers`}>{say('pages.thread.allAnswered')}</a>
            </p>
          )}
        </details>
      )}
      <p class="tally">
        {thread.counts.questions > 0 && tally}{' '}
        {thread.talkId !== null && <a href={`${here}/stage`}>{say('pages.thread.stage')}</a>}{' '}
        {mine?.may.desk && <a href={`${here}/desk`}>{say('pages.thread.desk')}</a>}
      </p>
    </section>
  );
}

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
      {question.votes > 0 && <span class="votes">{say('pages.thread.votes', { count: question.votes })}</span>}
      {answer ? (
        <div class="answer">
          <p class="help">{namedOr(answer.author, say('pages.thread.nobody'))}</p>
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

/** Most characters of a question in a link; more than a question may have. */
const IN_A_LINK = 1_000;

import { useContext } from 'preact/hooks';
import { Scene } from './scene.ts';
import type { Comment } from './shapes.ts';
import type { ThreadProps } from './thread-props.ts';

/** So many are listed; the rest is in the thread, and on the stage in turn. */
const QUEUE = 5;

/** What is being answered now, what waits behind it, and what became of all the others. */
export function QuestionsNow({ props, questions }: { props: ThreadProps; questions: Comment[] }) {
  const { say } = useContext(Scene);
  const { thread, here, mine } = props;
  const taken = questions.filter(({ question }) => question?.status === 'taken');
  const open = questions.filter(({ question }) => question?.status === 'open');
  if (thread.counts.questions === 0 && !thread.live && !mine?.may.desk) return null;
  return (
    <section class="now" aria-label={say('pages.thread.questions')}>
      {thread.live && <p class="live"><span class="badge">{say('pages.thread.live')}</span></p>}
      <div role="status">
        {taken.map((question) => (
          <article key={question.id} class="taken">
            <h3>{say('pages.thread.now')}</h3>
            <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: question.html }} />
            <p class="help"><a href={`${here}?comment=${question.id}#c-${question.id}`}>{question.author?.name ?? say('pages.thread.nobody')}</a></p>
          </article>
        ))}
      </div>
      {open.length > 0 && (
        <details open={thread.live}>
          <summary>{say('pages.thread.queue', { count: thread.counts.waiting - taken.length })}</summary>
          <ol class="queue">
            {open.slice(0, QUEUE).map((question) => (
              <li key={question.id}><a href={`${here}?comment=${question.id}#c-${question.id}`} class="words" dir="auto" dangerouslySetInnerHTML={{ __html: linkless(question.html) }} /> <span class="votes">{say('pages.thread.votes', { count: question.votes })}</span></li>
            ))}
          </ol>
        </details>
      )}
      <p class="tally">
        {thread.counts.questions > 0 && say('pages.thread.tally', { ...thread.counts })} {thread.talkId !== null && <a href={`${here}/stage`}>{say('pages.thread.stage')}</a>} {mine?.may.desk && <a href={`${here}/desk`}>{say('pages.thread.desk')}</a>}
      </p>
    </section>
  );
}

/** Safe HTML within a link keeps its words; a link in a link would be none. */
const linkless = (html: string): string => html.replace(/<\/?(?:a|p)\b[^>]*>/g, ' ');

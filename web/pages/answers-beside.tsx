import { useContext } from 'preact/hooks';
import { LocaleContext } from '../components/locale-context.ts';
import { plainText } from '../components/plain-text.ts';
import type { ThreadProps } from '../components/thread-props.ts';
import { Votes } from '../components/vote-button.tsx';

/** Most answers beside a discussion; each is below its question as well. */
const ANSWERS = 3;

/** Characters of an answer that are quoted. */
const QUOTED = 100;

/** Draws the answered questions as links. A script removes those that are hidden meanwhile. */
export function AnswersBeside({ props: { questions = [], here } }: { props: ThreadProps }) {
  const { say } = useContext(LocaleContext);
  const answers = questions
    .filter(({ kind, state }) => kind === 'answer' && state === 'visible')
    .flatMap((answer) => {
      const question = questions.find((each) => each.question?.answerId === answer.id);
      return question ? [{ answer, question }] : [];
    })
    .slice(0, ANSWERS);
  if (answers.length === 0) return null;
  return (
    <div class="card brief said">
      <h2>{say('pages.talk.answers')}</h2>
      <ul class="rows">
        {answers.map(({ answer, question }) => (
          <li key={answer.id} data-of={answer.id}>
            <a href={`${here}/q/${question.id}`} dir="auto">
              {say('pages.talk.quoted', { words: plainText(answer.html, QUOTED) })}
            </a>
            {answer.votes > 0 && (
              <span class="vote still">
                <Votes count={answer.votes} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

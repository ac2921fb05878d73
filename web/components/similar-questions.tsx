import { useContext } from 'preact/hooks';
import { LocaleContext } from './locale-context.ts';
import type { DraftPartProps } from './thread-props.ts';

/** Similar questions, because a vote counts more than asking twice. */
export function SimilarQuestions({ draft, props, actions }: DraftPartProps) {
  const { say } = useContext(LocaleContext);
  return (
    <div class="similar" role="status">
      <p>{say('pages.form.similar')}</p>
      <ul>
        {draft.similar.map((question) => (
          <li key={question.id}>
            <span class="words" dir="auto" dangerouslySetInnerHTML={{ __html: question.html }} />{' '}
            {question.question?.status === 'answered' ? (
              <a href={`${props.here}/q/${question.id}`}>{say('pages.thread.question.answered')}</a>
            ) : (
              props.mine &&
              !props.mine.may.withdraw.includes(question.id) && (
                <button
                  type="button"
                  aria-pressed={props.mine.votes.includes(question.id) ? 'true' : 'false'}
                  onClick={actions?.vote(question.id, !props.mine.votes.includes(question.id))}
                >
                  {say('pages.thread.vote')}
                </button>
              )
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

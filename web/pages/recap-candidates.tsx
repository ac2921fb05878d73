import { namedOr } from '../components/author-name.ts';
import { useContext } from 'preact/hooks';
import { EmptyState } from '../components/empty-state.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { CommentShape } from '../components/shapes.ts';
import type { QuotingProps } from './recap-editor-props.ts';

/** The quotations in order; one whose words are hidden says so. */
export function Quoted({ items, action }: Pick<QuotingProps, 'items' | 'action'>) {
  const { say } = useContext(LocaleContext);
  return (
    <section id="quoted">
      <h2>{say('pages.recap.quoted', { count: items.length })}</h2>
      {items.length === 0 && <EmptyState>{say('pages.recap.nothingQuoted')}</EmptyState>}
      <ol class="quoted">
        {items.map((comment, i) => (
          <QuotedComment key={comment.id} comment={comment} place={i} isLast={i === items.length - 1} action={action} />
        ))}
      </ol>
    </section>
  );
}

export function Candidates({ candidates, threads, thread, action }: Omit<QuotingProps, 'items'>) {
  const { say } = useContext(LocaleContext);
  return (
    <section id="choose">
      <h2>{say('pages.recap.choose')}</h2>
      {threads.length > 0 && <ThreadChoices threads={threads} thread={thread} action={action} />}
      <p class="inline">
        <label>
          {say('pages.recap.byLink')} <input name="link" maxlength={500} />
        </label>
        <button name="act" value="link" formaction={`${action}#quoted`}>
          {say('pages.recap.add')}
        </button>
      </p>
      <ul class="candidates">
        {candidates.map((comment) => (
          <li key={comment.id}>
            <Excerpt comment={comment} />
            <div class="moves">
              <button
                name="act"
                value={`add:${comment.id}`}
                formaction={`${action}#quoted`}
                aria-label={say('pages.recap.addOf', { name: namedOr(comment.author, say('pages.thread.anonymous')) })}
              >
                {say('pages.recap.add')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Excerpt({ comment }: { comment: CommentShape }) {
  const { say } = useContext(LocaleContext);
  if (comment.state !== 'visible') return <p class="gone">{say(`pages.thread.state.${comment.state}`)}</p>;
  return (
    <div class="excerpt">
      <p class="help">
        <b dir="auto">{namedOr(comment.author, say('pages.thread.anonymous'))}</b>
        {comment.kind === 'question' && <> · {say(`pages.thread.question.${comment.question?.status ?? 'open'}`)}</>}
        {comment.kind === 'answer' && <> · {say('pages.thread.answerBadge')}</>}
        {comment.votes > 0 && <> · {say('pages.thread.votes', { count: comment.votes })}</>}
      </p>
      <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
    </div>
  );
}

function ThreadChoices({ threads, thread, action }: Pick<QuotingProps, 'threads' | 'thread' | 'action'>) {
  const { say } = useContext(LocaleContext);
  return (
    <p class="inline">
      <label>
        {say('pages.recap.thread')}{' '}
        <select name="thread">
          {threads.map(({ slug, title }) => (
            <option key={slug} value={slug} selected={slug === thread}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button name="act" value="look" formaction={`${action}#choose`}>
        {say('pages.recap.look')}
      </button>
    </p>
  );
}

interface QuotedCommentProps {
  comment: CommentShape;
  /** From 0 on. */
  place: number;
  isLast: boolean;
  action: string;
}

function QuotedComment({ comment, place, isLast, action }: QuotedCommentProps) {
  const { say } = useContext(LocaleContext);
  return (
    <li>
      <p class="place">
        <code>[{place + 1}]</code>
      </p>
      <Excerpt comment={comment} />
      <div class="moves">
        <button
          name="act"
          value={`up:${comment.id}`}
          formaction={`${action}#quoted`}
          disabled={place === 0}
          aria-label={say('pages.recap.up', { number: place + 1 })}
        >
          ↑
        </button>
        <button
          name="act"
          value={`down:${comment.id}`}
          formaction={`${action}#quoted`}
          disabled={isLast}
          aria-label={say('pages.recap.down', { number: place + 1 })}
        >
          ↓
        </button>
        <button name="act" value={`remove:${comment.id}`} formaction={`${action}#quoted`}>
          {say('pages.recap.remove')}
        </button>
      </div>
    </li>
  );
}

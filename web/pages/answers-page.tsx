import { Page, type PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { AnsweredPair } from '../components/questions-section.tsx';
import type { CommentShape, ThreadShape } from '../components/shapes.ts';

export interface AnswersPageProps {
  context: PageContext;
  thread: ThreadShape;
  items: { question: CommentShape; answer: CommentShape | null }[];
  next: string | null;
  here: string;
}

/** `/c/{conference}/t/{thread}/answers`: all answered questions, the most wanted first. */
export function AnswersPage({ context, thread, items, next, here }: AnswersPageProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.thread.answered', { count: thread.counts.answered })}</h1>
      <p>
        <a href={here}>{thread.title}</a>
      </p>
      {items.length === 0 && (
        <EmptyState action={<a href={`${here}#questions`}>{say('pages.thread.questions')}</a>}>
          {say('pages.thread.nothingAnswered')}
        </EmptyState>
      )}
      {items.map((pair) => (
        <AnsweredPair key={pair.question.id} {...pair} here={here} />
      ))}
      {next && (
        <p>
          <a class="more" rel="next" href={`${here}/answers?cursor=${encodeURIComponent(next)}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
    </Page>
  );
}

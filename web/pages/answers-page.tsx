import { Page, type Frame } from './page.tsx';
import { AnsweredPair } from '../components/questions-section.tsx';
import type { Comment, Thread } from '../components/shapes.ts';

export interface AnswersPageProps {
  frame: Frame;
  thread: Thread;
  items: { question: Comment; answer: Comment | null }[];
  next: string | null;
  here: string;
}

/** `/c/{conference}/t/{thread}/answers`: all answered questions, the most wanted first. */
export function AnswersPage({ frame, thread, items, next, here }: AnswersPageProps) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.thread.answered', { count: thread.counts.answered })}</h1>
      <p>
        <a href={here}>{thread.title}</a>
      </p>
      {items.length === 0 && <p class="empty">{say('pages.thread.nothingAnswered')}</p>}
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

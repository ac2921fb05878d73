import { contributionsIn } from '../components/contributions.ts';
import type { ThreadShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';

/** On a phone: the parts of the page with their counts, as it was drawn. */
export function JumpLinks({ thread, say }: { thread: ThreadShape; say: PageContext['say'] }) {
  const { counts } = thread;
  if (counts.questions === 0) return null;
  return (
    <nav class="seg jump" aria-label={say('pages.thread.parts')}>
      <a href="#questions">
        {say('pages.thread.questions')} <b>{counts.waiting}</b>
      </a>
      <a href="#discussion">
        {say('pages.thread.label')} <b>{contributionsIn(thread)}</b>
      </a>
      {counts.answered > 0 && (
        <a href="#answered">
          {say('pages.thread.answeredTab')} <b>{counts.answered}</b>
        </a>
      )}
    </nav>
  );
}

import { contributionsIn } from '../components/contributions.ts';
import type { ThreadShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';

/**
 * On a phone: the parts of the page with their counts. Each is shown alone once it is chosen, by the stylesheet and the
 * address; in the room the questions are from the start.
 */
export function JumpLinks({ thread, say }: { thread: ThreadShape; say: PageContext['say'] }) {
  const { counts } = thread;
  if (counts.questions === 0) return null;
  return (
    <nav
      class={`seg jump${thread.live || thread.state === 'questions' ? ' in-room' : ''}`}
      aria-label={say('pages.thread.parts')}
    >
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

import { useContext } from 'preact/hooks';
import { contributionsIn } from '../components/contributions.ts';
import { LocaleContext } from '../components/locale-context.ts';
import type { ThreadShape } from '../components/shapes.ts';
import { Chip } from '../components/chip.tsx';

/** Draws the counts of a talk's discussion: answers, open questions, comments; a count of none is left out. */
export function TalkCounts({ thread }: { thread: ThreadShape | null }) {
  const { say } = useContext(LocaleContext);
  if (thread === null || contributionsIn(thread) === 0) return null;
  const { answered, waiting } = thread.counts;
  return (
    <span class="counts">
      {answered > 0 && <Chip kind="answered">{say('pages.conference.answers', { count: answered })}</Chip>}
      {waiting > 0 && <Chip kind="waiting">{say('pages.conference.open', { count: waiting })}</Chip>}
      <span class="count">{say('pages.thread.count', { count: contributionsIn(thread) })}</span>
    </span>
  );
}

import type { CountChange } from '../threads/thread-event.ts';
import { stateOf } from './comment.policy.ts';
import type { CommentRow } from './comment.view.ts';

/** Change of a thread's counts when a comment is hidden or shown. */
export function countsWhen(comment: CommentRow, becomes: 'hidden' | 'shown'): CountChange {
  const isVisible = comment.seq !== null && stateOf(comment) === 'visible';
  if (isVisible === (becomes === 'shown')) return {};
  const by = becomes === 'shown' ? 1 : -1;
  const status = comment.questionStatus;
  if (comment.kind !== 'question') return { comments: by };
  return {
    questions: by,
    ...(status === 'answered' || status === 'declined' || status === 'merged' || status === 'expired'
      ? { [status]: by }
      : {}),
  };
}

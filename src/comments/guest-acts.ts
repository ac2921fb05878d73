import { guestRightsOf, mayGuest } from '../programme/guests.policy.ts';
import { guestNotAllowed } from '../programme/programme.problems.ts';
import { isLive } from '../threads/thread.policy.ts';
import type { ThreadContext } from '../threads/thread-write.ts';
import type { CommentKind } from './comment.entity.ts';

/** Refuses a guest what the conference keeps for people with an address. Throws `guest-not-allowed`. */
export function demandGuestMay(
  kind: CommentKind | 'vote',
  { conference, thread, now }: ThreadContext,
  live = isLive(thread, now),
): void {
  const act = kind === 'vote' || kind === 'question' ? kind : 'comment';
  if (!mayGuest(act, guestRightsOf(conference.settings), live)) throw guestNotAllowed();
}

/** Whether all that guests say waits for a moderator. */
export const holdsGuests = ({ conference }: Pick<ThreadContext, 'conference'>): boolean =>
  guestRightsOf(conference.settings) === 'everything-held';

/**
 * Minutes in which a comment may be edited: enough to mend a typo, too few to leave replies without the words they
 * answer.
 */
export const EDIT_WINDOW_MINUTES = 15;
/** Minutes in which an equal text counts as a duplicate. */
export const DUPLICATE_MINUTES = 6;
/** Seconds between two contributions of an account, and most contributions in ten minutes. */
export const FLOOD_SECONDS = 3;
export const FLOOD_IN_TEN_MINUTES = 30;

export type CommentState = 'visible' | 'held' | 'withheld' | 'withdrawn';

export interface StateFacts {
  heldAt: Date | null;
  withheldAt: Date | null;
  withdrawnAt: Date | null;
}

/** The first that is set, so that undoing one never undoes another. */
export function stateOf({ heldAt, withheldAt, withdrawnAt }: StateFacts): CommentState {
  if (withdrawnAt) return 'withdrawn';
  if (withheldAt) return 'withheld';
  return heldAt ? 'held' : 'visible';
}

export const editWindowIsOpen = (comment: { postedAt: Date; hasReply: boolean }, now: Date): boolean =>
  !comment.hasReply && now.getTime() - comment.postedAt.getTime() < EDIT_WINDOW_MINUTES * 60_000;

/** Milliseconds after a wording within which an edit counts as a correction; the history shows its result only. */
const REWORDED_WITHIN_MS = 60_000;

/**
 * The earlier wordings that a history shows, without those replaced within a minute. `earlier` is in order; `currentAt`
 * is when the present wording was written. A series of quick edits shows one a minute.
 */
export function shownWordings<Wording extends { writtenAt: Date }>(
  earlier: readonly Wording[],
  currentAt: Date,
): Wording[] {
  let since = earlier[0]?.writtenAt;
  return earlier.filter((_, i) => {
    const replacedAt = earlier[i + 1]?.writtenAt ?? currentAt;
    if (replacedAt.getTime() - since!.getTime() < REWORDED_WITHIN_MS) return false;
    since = replacedAt;
    return true;
  });
}

/** Seconds until the next contribution; 0 when it may be made now. `thirtiethLastAt` is null with fewer than thirty. */
export function floodWait(
  recent: { lastAt: Date | null; thirtiethLastAt: Date | null; isPosting: boolean },
  now: Date,
): number {
  if (recent.isPosting) return FLOOD_SECONDS;
  const since = recent.lastAt === null ? Infinity : (now.getTime() - recent.lastAt.getTime()) / 1000;
  if (since < FLOOD_SECONDS) return Math.ceil(FLOOD_SECONDS - since);
  if (recent.thirtiethLastAt === null) return 0;
  return Math.max(0, Math.ceil(600 - (now.getTime() - recent.thirtiethLastAt.getTime()) / 1000));
}

/** Seconds that slow mode requires until the account's next contribution; 0 when it may be made now. */
export function slowWait(
  slowMode: { interval: number; until: string | null } | null,
  lastHereAt: Date | null,
  now: Date,
): number {
  if (!slowMode || lastHereAt === null || (slowMode.until !== null && new Date(slowMode.until) <= now)) return 0;
  return Math.max(0, Math.ceil(slowMode.interval - (now.getTime() - lastHereAt.getTime()) / 1000));
}

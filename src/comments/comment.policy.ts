/** Long enough to mend a typo, short enough that nobody is answered for words they no longer say. */
export const EDIT_WINDOW_MINUTES = 15;
/** The same text twice within this is a slip of the finger. */
export const DUPLICATE_MINUTES = 6;
/** One contribution in so many seconds, so many in ten minutes: faster is not talking. */
export const FLOOD_SECONDS = 3;
export const FLOOD_IN_TEN_MINUTES = 30;

export type CommentState = 'visible' | 'held' | 'withheld' | 'withdrawn';

export interface Facts {
  heldAt: Date | null;
  withheldAt: Date | null;
  withdrawnAt: Date | null;
}

/** The first that is set, so that undoing one never undoes another. */
export function stateOf({ heldAt, withheldAt, withdrawnAt }: Facts): CommentState {
  if (withdrawnAt) return 'withdrawn';
  if (withheldAt) return 'withheld';
  return heldAt ? 'held' : 'visible';
}

export const editWindowIsOpen = (comment: { postedAt: Date; hasReply: boolean }, now: Date): boolean =>
  !comment.hasReply && now.getTime() - comment.postedAt.getTime() < EDIT_WINDOW_MINUTES * 60_000;

/** Within this of a first wording, in milliseconds, rewording is mending a slip: the history shows how it ended. */
const REWORDED_WITHIN_MS = 60_000;

/**
 * The earlier wordings that a comment's history shows: what was replaced within a minute of the wording before is left
 * out. `earlier` in order; `currentAt` is when today's wording was written. A row of quick edits shows one a minute.
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

/**
 * Seconds to wait before the next contribution; 0 when it may be made now. `thirtiethLastAt` is null unless there are
 * thirty.
 */
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

/** Seconds a slow thread asks between two contributions of one account; 0 when it may be made now. */
export function slowWait(
  slowMode: { interval: number; until: string | null } | null,
  lastHereAt: Date | null,
  now: Date,
): number {
  if (!slowMode || lastHereAt === null || (slowMode.until !== null && new Date(slowMode.until) <= now)) return 0;
  return Math.max(0, Math.ceil(slowMode.interval - (now.getTime() - lastHereAt.getTime()) / 1000));
}

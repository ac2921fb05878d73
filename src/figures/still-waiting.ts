/** How many questions were answered, and how many have waited, for so many minutes. */
export interface WaitedMinutes {
  readonly minutes: number;
  readonly answered: number;
  readonly waiting: number;
}

/** The share of questions without an answer after so many minutes. */
export interface StillWaiting {
  readonly minutes: number;
  readonly share: number;
}

/**
 * The product-limit estimate (E. L. Kaplan, P. Meier, 1958): a question that still waits counts for as long as it has
 * waited, and says nothing about later. `waited` is in order of its minutes.
 */
export function stillWaiting(waited: readonly WaitedMinutes[]): StillWaiting[] {
  let open = waited.reduce((sum, { answered, waiting }) => sum + answered + waiting, 0);
  let share = 1;
  return waited.map(({ minutes, answered, waiting }) => {
    if (open > 0) share *= 1 - answered / open;
    open -= answered + waiting;
    return { minutes, share };
  });
}

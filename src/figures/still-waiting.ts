/** Numbers of questions that were answered, and that have waited, for so many minutes. */
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

/** Most steps of a line that are told apart in a chart. */
const STEPS_DRAWN = 600;

/** The steps of a line without those that fall into one place of a chart; the last of a place stands for it. */
export function drawnSteps(steps: readonly StillWaiting[]): StillWaiting[] {
  const last = Math.max(1, steps.at(-1)?.minutes ?? 1);
  return [...new Map(steps.map((step) => [Math.round((step.minutes / last) * STEPS_DRAWN), step])).values()];
}

export type QuestionStatus = 'open' | 'taken' | 'answered' | 'declined' | 'merged' | 'expired';
/** What people may make of a question; only the end of its thread makes it expired. */
export type StatusAsked = Exclude<QuestionStatus, 'expired'>;

const FROM: Record<StatusAsked, readonly QuestionStatus[]> = {
  open: ['open', 'taken', 'declined', 'merged'],
  taken: ['open', 'taken'],
  answered: ['open', 'taken'],
  declined: ['open', 'taken'],
  merged: ['open', 'taken'],
};

export const mayBecome = (from: QuestionStatus, to: StatusAsked): boolean => FROM[to].includes(from);

/** What another question may be merged into: one that is, or will be, answered. */
export const mayReceive = (status: string | null): boolean =>
  status === 'open' || status === 'taken' || status === 'answered';

const isCounted = (status: QuestionStatus): status is 'answered' | 'declined' | 'merged' | 'expired' =>
  status !== 'open' && status !== 'taken';

/** How the five counts move; what waits is the rest. */
export function countsBetween(
  from: QuestionStatus,
  to: QuestionStatus,
): Partial<Record<'answered' | 'declined' | 'merged' | 'expired', number>> {
  return { ...(isCounted(from) ? { [from]: -1 } : {}), ...(isCounted(to) ? { [to]: 1 } : {}) };
}

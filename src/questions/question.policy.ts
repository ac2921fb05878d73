export type QuestionStatus = 'open' | 'taken' | 'answered' | 'declined' | 'merged' | 'expired';
/** The statuses that people can set; only the end of its thread expires a question. */
export type RequestedStatus = Exclude<QuestionStatus, 'expired'>;

const FROM: Record<RequestedStatus, readonly QuestionStatus[]> = {
  open: ['open', 'taken', 'declined', 'merged'],
  taken: ['open', 'taken'],
  answered: ['open', 'taken'],
  declined: ['open', 'taken'],
  merged: ['open', 'taken'],
};

export const mayBecome = (from: QuestionStatus, to: RequestedStatus): boolean => FROM[to].includes(from);

/** Whether another question may be merged into one of this status: it is, or will be, answered. */
export const mayReceive = (status: string | null): boolean =>
  status === 'open' || status === 'taken' || status === 'answered';

const isCounted = (status: QuestionStatus): status is 'answered' | 'declined' | 'merged' | 'expired' =>
  status !== 'open' && status !== 'taken';

/** Changes of the five counts; the number of waiting questions is derived from them. */
export function countsBetween(
  from: QuestionStatus,
  to: QuestionStatus,
): Partial<Record<'answered' | 'declined' | 'merged' | 'expired', number>> {
  return { ...(isCounted(from) ? { [from]: -1 } : {}), ...(isCounted(to) ? { [to]: 1 } : {}) };
}

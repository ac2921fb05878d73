/**
 * The verdict of a returned e-mail: the mailbox is missing (`hard`), something that may pass (`soft`), something of the
 * operator's (`operator`), or its reader complained.
 */
export type ReturnVerdict = 'hard' | 'soft' | 'operator' | 'complaint';

/** A return as it counts. */
export interface CountedReturn {
  readonly verdict: ReturnVerdict;
  readonly at: Date;
}

/** Soft returns that end e-mails, within so many days. */
export const SOFT_RETURNS = 5;
export const SOFT_RETURN_DAYS = 14;

const DAY_MS = 86_400_000;

/**
 * Since when an address takes no e-mails: since the first hard return, or the fifth soft one of fourteen days. Null
 * while it takes them. The operator's returns and complaints say nothing about the address.
 */
export function refusedSince(returns: readonly CountedReturn[]): Date | null {
  const inOrder = returns.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const hard = inOrder.find(({ verdict }) => verdict === 'hard')?.at ?? null;
  const softs = inOrder.filter(({ verdict }) => verdict === 'soft').map(({ at }) => at);
  const soft = softs.find((at, i) => {
    const first = softs[i - SOFT_RETURNS + 1];
    return first !== undefined && at.getTime() - first.getTime() <= SOFT_RETURN_DAYS * DAY_MS;
  });
  if (!hard || !soft) return hard ?? soft ?? null;
  return hard < soft ? hard : soft;
}

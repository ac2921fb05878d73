/** The account a decision is about, and those with a part in an appeal about the same matter. */
export interface Matter {
  /** The account whose words or sanction it is; null without one, or after its erasure. */
  subjectId: string | null;
  /** Accounts that decided first, appealed, or decided the appeal. */
  partyIds: readonly string[];
}

export type Partiality = 'own' | 'appealed';

/** Kinds of decisions that an appeal asks for or reverses. The others leave its outcome unchanged. */
const TOUCHES_AN_APPEAL: readonly string[] = [
  'withhold',
  'restore',
  'mute',
  'suspend',
  'unmute',
  'unsuspend',
  'uphold',
];

/** Kinds of decisions about a whole thread, in which no account's words or sanction is at stake. */
const ABOUT_A_THREAD: readonly string[] = ['lock', 'unlock', 'slow', 'screen'];

/** Whether decisions of this kind are about an account. */
export const concernsPerson = (kind: string): boolean => !ABOUT_A_THREAD.includes(kind);

/**
 * Why an account may not make a decision of this kind; null when it may. No account decides about its own words or
 * sanction, nor, after an appeal, about a matter in which it had a part.
 */
export function partialityOf(actorId: string, kind: string, { subjectId, partyIds }: Matter): Partiality | null {
  if (subjectId === actorId) return 'own';
  return TOUCHES_AN_APPEAL.includes(kind) && partyIds.includes(actorId) ? 'appealed' : null;
}

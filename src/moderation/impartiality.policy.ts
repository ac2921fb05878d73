/** The account a decision is about, and those with a part in an appeal about the same matter. */
export interface Matter {
  /** The accounts whose words or sanction it is; without the erased ones. A note is its author's and the asker's. */
  subjectIds: readonly string[];
  /** Accounts that decided first, appealed, or decided the appeal. */
  partyIds: readonly string[];
}

export type Partiality = 'own' | 'appealed';

/** Kinds of decisions that an appeal asks for or reverses. The others leave its outcome unchanged. */
const TOUCHES_AN_APPEAL: readonly string[] = [
  'withhold',
  'restore',
  'withhold-note',
  'restore-note',
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
 * The reason why an account may not make a decision of this kind; null when it may. No account decides about its own
 * words or sanction, nor, after an appeal, about a matter in which it had a part.
 */
export function partialityOf(actorId: string, kind: string, { subjectIds, partyIds }: Matter): Partiality | null {
  if (subjectIds.includes(actorId)) return 'own';
  return TOUCHES_AN_APPEAL.includes(kind) && partyIds.includes(actorId) ? 'appealed' : null;
}

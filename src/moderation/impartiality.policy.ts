/** Whom a decision is about, and who had a part in an appeal about the same thing. */
export interface Matter {
  /** The account whose words or standing it is; null where there is none, or where it is gone. */
  subjectId: string | null;
  /** Accounts that decided first, appealed, or decided the appeal. */
  partyIds: readonly string[];
}

export type Partiality = 'own' | 'appealed';

/** Decisions that an appeal asks for or takes back. The others leave its outcome as it is. */
const TOUCHES_AN_APPEAL: readonly string[] = [
  'withhold',
  'restore',
  'mute',
  'suspend',
  'unmute',
  'unsuspend',
  'uphold',
];

/** Decisions about a thread as a whole, in which nobody's words or standing are at stake. */
const ABOUT_A_THREAD: readonly string[] = ['lock', 'unlock', 'slow', 'screen'];

/** Whether a decision of this kind is about somebody. */
export const concernsSomebody = (kind: string): boolean => !ABOUT_A_THREAD.includes(kind);

/**
 * Why an account may not make a decision of this kind; null when it may. No account decides about its own words or its
 * own standing. After an appeal, those who had a part in it do not decide the same thing again.
 */
export function partialityOf(actorId: string, kind: string, { subjectId, partyIds }: Matter): Partiality | null {
  if (subjectId === actorId) return 'own';
  return TOUCHES_AN_APPEAL.includes(kind) && partyIds.includes(actorId) ? 'appealed' : null;
}

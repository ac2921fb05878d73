/** An organizer writes any official recap, a speaker that of their talk's thread. */
export const mayWriteRecap = (who: { isOrganizer: boolean; speaksHere: boolean }): boolean =>
  who.isOrganizer || who.speaksHere;

/** Most recaps of an account in a conference, without withdrawn ones: enough for one a day, too few to bury others. */
export const RECAPS_AT_MOST = 10;

export type RecapState = 'draft' | 'published' | 'held' | 'withheld' | 'withdrawn';

/** The facts that decide the state of a recap. */
export interface RecapFacts {
  publishedAt: Date | null;
  heldAt: Date | null;
  withheldAt: Date | null;
  withdrawnAt: Date | null;
}

/** The first of withdrawn, withheld, held that is set, so that undoing one never undoes another. */
export function recapStateOf({ publishedAt, heldAt, withheldAt, withdrawnAt }: RecapFacts): RecapState {
  if (withdrawnAt) return 'withdrawn';
  if (withheldAt) return 'withheld';
  if (heldAt) return 'held';
  return publishedAt ? 'published' : 'draft';
}

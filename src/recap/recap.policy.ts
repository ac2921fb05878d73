/** An organizer writes any recap, a speaker that of their talk's thread. */
export const mayWriteRecap = (who: { isOrganizer: boolean; speaksHere: boolean }): boolean =>
  who.isOrganizer || who.speaksHere;

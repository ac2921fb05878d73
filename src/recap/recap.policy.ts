/** An organizer writes any recap; a speaker that of the thread of their talk. */
export const mayWriteRecap = (who: { isOrganizer: boolean; speaksHere: boolean }): boolean =>
  who.isOrganizer || who.speaksHere;

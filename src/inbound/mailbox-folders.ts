/** The folder into which e-mails go that were taken, beside the one that is read. */
export const TAKEN_FOLDER = 'Taken by Aftertalk';

/** The folder for e-mails that could not be taken. */
export const ASIDE_FOLDER = 'Not taken by Aftertalk';

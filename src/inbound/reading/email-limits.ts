/** Longest e-mail that is read, in bytes; a reply of 5,000 characters is a hundredth of it. */
export const EMAIL_BYTES = 1024 * 1024;

/** Most numbers in a list of a mailbox; those behind them are listed once these are looked at. */
export const LISTED_AT_ONCE = 5_000;

/** Most parts of an e-mail. A reply has two, and one for each attachment. */
export const EMAIL_PARTS = 100;

/** Longest head of an e-mail or a part, in bytes. */
export const HEAD_BYTES = 64 * 1024;

/** Longest text that is looked at, in characters: ten times what a comment may have. */
export const TEXT_CHARACTERS = 50_000;

/** Most e-mails with invitations that one address gets within an hour, from whomever. */
export const MAILED_TO_ONE_PER_HOUR = 3;
/** Most e-mails with invitations that one organizer sends within a day: a large programme's speakers. */
export const MAILED_BY_ONE_PER_DAY = 1_000;
/** Hours for which a mailed invitation is counted. */
export const MAILED_KEPT_HOURS = 24;
/** Hours after an e-mail before its recipient may be reminded, so that a second press sends nothing twice. */
export const REMINDED_AFTER_HOURS = 24;
/** Most e-mails with invitations that leave within a minute, because mail servers refuse those who send in bursts. */
export const MAILED_PER_MINUTE = 60;

/** An e-mail that is to be sent, and what names its recipient to who asked for it: a line, a speaker. */
export interface WantedEmail {
  mark: string;
  line: string;
}

/** Invitations mailed within an hour to one address: how many, and for how many seconds the oldest counts. */
export interface RecentlyMailed {
  count: number;
  seconds: number;
}

/** The lines whose address has got enough e-mails for now, and the seconds until all of them may get another. */
export function linesOverLimit(
  wanted: readonly WantedEmail[],
  recent: ReadonlyMap<string, RecentlyMailed>,
): { lines: string[]; seconds: number } {
  const over = wanted.flatMap(({ mark, line }) => {
    const { count, seconds } = recent.get(mark) ?? { count: 0, seconds: 0 };
    return count < MAILED_TO_ONE_PER_HOUR ? [] : [{ line, seconds }];
  });
  return { lines: over.map(({ line }) => line), seconds: Math.max(1, ...over.map(({ seconds }) => seconds)) };
}

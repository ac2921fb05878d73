/**
 * Days in which a decision may be appealed: long enough to be away for a summer (DSA, article 20: at least six months).
 */
export const APPEAL_DAYS = 184;
/** Days for which a decision's words are kept: until the last appeal, and a month to decide it. */
export const WORDS_KEPT_DAYS = APPEAL_DAYS + 30;
/** Different reporters who hide a comment until a moderator has looked. */
export const REPORTS_THAT_HOLD = 3;
/** Most open reports of one person. */
export const OPEN_REPORTS_AT_MOST = 10;
/** Comments that one person's reports help to hold within an hour; further ones wait for moderators. */
export const HOLDS_AN_HOUR = 3;

/** The facts that decide whether a person's report helps to hold. Addresses with different tags are one person. */
export interface Reporter {
  mailbox: string;
  /** Whether the account is a day old, or has posted in public here. */
  isKnown: boolean;
  /** Whether the person was warned about unfounded reports, and went on. */
  isLimited: boolean;
  /** Comments that their reports helped to hold in the last hour. */
  holds: number;
}

export type AutomaticHold = 'hold' | 'wait' | 'stopped';

/**
 * The server's own act about a reported comment. `stopped` when it would hold it but the same people have held too
 * many.
 */
export function automaticHold(reporters: readonly Reporter[]): AutomaticHold {
  const counted = reporters.filter(({ isKnown, isLimited: isPutAside }) => isKnown && !isPutAside);
  if (mailboxesOf(counted) < REPORTS_THAT_HOLD) return 'wait';
  return mailboxesOf(counted.filter(({ holds }) => holds < HOLDS_AN_HOUR)) < REPORTS_THAT_HOLD ? 'stopped' : 'hold';
}

const mailboxesOf = (reporters: readonly Reporter[]): number => new Set(reporters.map(({ mailbox }) => mailbox)).size;
/** Minutes a claim lasts after the moderator's last look. */
export const CLAIM_MINUTES = 5;
/** Days over which unfounded reports are counted. */
export const UNFOUNDED_DAYS = 90;
/** Unfounded reports within those days from which an account is warned. */
const UNFOUNDED_BEFORE_WARNING = 3;

/** Restricting decisions, which the account they are about may appeal. */
export const APPEALABLE: readonly string[] = ['withhold', 'withhold-note', 'mute', 'suspend'];
/** Decisions against a report, which its reporter may appeal. */
export const APPEALABLE_BY_REPORTER: readonly string[] = ['release', 'dismiss'];

export const appealUntil = (at: Date): Date => new Date(at.getTime() + APPEAL_DAYS * 86_400_000);

/** Whether most recent reports of an account were unfounded. */
export const isMostlyUnfounded = ({ unfounded, founded }: { unfounded: number; founded: number }): boolean =>
  unfounded >= UNFOUNDED_BEFORE_WARNING && unfounded > 2 * founded;

/** Whether an account was warned and went on: it may have one open report, and none of its reports helps to hold. */
export const isLimited = (record: {
  unfounded: number;
  founded: number;
  unfoundedSinceWarning: number | null;
}): boolean => record.unfoundedSinceWarning !== null && record.unfoundedSinceWarning >= 1 && isMostlyUnfounded(record);

export interface Power {
  organizer: boolean;
  moderator: boolean;
}

/** Organizers cannot be sanctioned, moderators by organizers only. Impartiality is checked for every decision. */
export const maySanction = (actor: Power, target: Power): boolean =>
  !target.organizer && (!target.moderator || actor.organizer);

/** A sanction of an organizer or a moderator is lifted by organizers. */
export const mayLift = (actor: Power, target: Power): boolean =>
  actor.organizer || !(target.organizer || target.moderator);

export interface AppealParties {
  firstActorId: string | null;
  appellantId: string | null;
  authorId: string | null;
  isReporter: boolean;
}

/** Neither the first decider, nor the appellant, nor the author, nor a reporter. */
export const mayDecideAppeal = (
  accountId: string,
  { firstActorId, appellantId, authorId, isReporter }: AppealParties,
): boolean => !isReporter && ![firstActorId, appellantId, authorId].includes(accountId);

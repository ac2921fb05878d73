/** Long enough to be away for a summer (DSA, article 20: at least six months). */
export const APPEAL_DAYS = 184;
/** The words of a decision, for whoever decides an appeal on the last day, and a month to do so. */
export const WORDS_KEPT_DAYS = APPEAL_DAYS + 30;
/** Reports by this many different people take a comment away until somebody has looked. */
export const REPORTS_THAT_HOLD = 3;
/** Reports of one person that may wait for a decision at a time. */
export const OPEN_REPORTS_AT_MOST = 10;
/** Comments that one person's reports help to hold within an hour; after that the server leaves it to moderators. */
export const HOLDS_AN_HOUR = 3;

/**
 * A person who reported, as far as it decides whether the report helps to hold. Addresses with different tags are one
 * person.
 */
export interface Reporter {
  mailbox: string;
  /** Has an account for a day, or has said something in public here. */
  isKnown: boolean;
  /** Was warned about unfounded reports, and went on. */
  isLimited: boolean;
  /** Comments that their reports helped to hold in the last hour. */
  holds: number;
}

export type AutomaticHold = 'hold' | 'wait' | 'stopped';

/**
 * What the server does by itself about a reported comment. `stopped`: it would hold it, but the same people have held
 * too many.
 */
export function automaticHold(reporters: readonly Reporter[]): AutomaticHold {
  const counted = reporters.filter(({ isKnown, isLimited: isPutAside }) => isKnown && !isPutAside);
  if (mailboxesOf(counted) < REPORTS_THAT_HOLD) return 'wait';
  return mailboxesOf(counted.filter(({ holds }) => holds < HOLDS_AN_HOUR)) < REPORTS_THAT_HOLD ? 'stopped' : 'hold';
}

const mailboxesOf = (reporters: readonly Reporter[]): number => new Set(reporters.map(({ mailbox }) => mailbox)).size;
/** How long a moderator has a thing of the queue for themselves after looking at it last. */
export const CLAIM_MINUTES = 5;
/** Over so many days somebody's unfounded reports are counted. */
export const UNFOUNDED_DAYS = 90;
const UNFOUNDED_BEFORE_WARNING = 3;

/** Decisions that take something away from somebody: these can be appealed. */
export const APPEALABLE: readonly string[] = ['withhold', 'mute', 'suspend'];
/** Decisions that leave a reporter without what they asked for. */
export const APPEALABLE_BY_REPORTER: readonly string[] = ['release', 'dismiss'];

export const appealUntil = (at: Date): Date => new Date(at.getTime() + APPEAL_DAYS * 86_400_000);

/** Most of what somebody reported lately was unfounded. */
export const isMostlyUnfounded = ({ unfounded, founded }: { unfounded: number; founded: number }): boolean =>
  unfounded >= UNFOUNDED_BEFORE_WARNING && unfounded > 2 * founded;

/** Warned, and went on: one report that waits at a time, and none of them helps to hold a comment. */
export const isLimited = (record: {
  unfounded: number;
  founded: number;
  unfoundedSinceWarning: number | null;
}): boolean => record.unfoundedSinceWarning !== null && record.unfoundedSinceWarning >= 1 && isMostlyUnfounded(record);

export interface Power {
  organizer: boolean;
  moderator: boolean;
}

/**
 * Nobody sanctions an organizer; a moderator is an organizer's business. That nobody sanctions themselves is asked of
 * every decision.
 */
export const maySanction = (actor: Power, target: Power): boolean =>
  !target.organizer && (!target.moderator || actor.organizer);

/** A sanction of somebody with power is lifted by organizers, as it is theirs to set. */
export const mayLift = (actor: Power, target: Power): boolean =>
  actor.organizer || !(target.organizer || target.moderator);

export interface AppealParties {
  firstActorId: string | null;
  appellantId: string | null;
  authorId: string | null;
  isReporter: boolean;
}

/** Neither who decided first, nor who appeals, nor whose words they are, nor who reported them. */
export const mayDecideAppeal = (
  accountId: string,
  { firstActorId, appellantId, authorId, isReporter }: AppealParties,
): boolean => !isReporter && ![firstActorId, appellantId, authorId].includes(accountId);

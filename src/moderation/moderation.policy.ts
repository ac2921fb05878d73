/** Long enough to be away for a summer (DSA, article 20: at least six months). */
export const APPEAL_DAYS = 184;
/** The words of a decision, for whoever decides an appeal on the last day, and a month to do so. */
export const WORDS_KEPT_DAYS = APPEAL_DAYS + 30;
/** So many different people with a confirmed address take a comment away until somebody has looked. */
export const REPORTS_THAT_HOLD = 3;
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
export const isLimited = (record: { unfounded: number; founded: number; unfoundedSinceWarning: number | null }): boolean =>
  record.unfoundedSinceWarning !== null && record.unfoundedSinceWarning >= 1 && isMostlyUnfounded(record);

export interface Power { organizer: boolean; moderator: boolean }

/** Nobody sanctions an organizer; a moderator is an organizer's business. That nobody sanctions themselves is asked of every decision. */
export const maySanction = (actor: Power, target: Power): boolean => !target.organizer && (!target.moderator || actor.organizer);

/** A sanction of somebody with power is lifted by organizers, as it is theirs to set. */
export const mayLift = (actor: Power, target: Power): boolean => actor.organizer || !(target.organizer || target.moderator);

export interface AppealParties { firstActorId: string | null; appellantId: string | null; authorId: string | null; isReporter: boolean }

/** Neither who decided first, nor who appeals, nor whose words they are, nor who reported them. */
export const mayDecideAppeal = (accountId: string, { firstActorId, appellantId, authorId, isReporter }: AppealParties): boolean =>
  !isReporter && ![firstActorId, appellantId, authorId].includes(accountId);

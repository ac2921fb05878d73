/** The phase of a thread by the clock. */
export type PhaseState = 'upcoming' | 'questions' | 'open' | 'readonly' | 'archived';

/** The state that readers see; `locked` is set by a moderator, not by the clock. */
export type ThreadState = PhaseState | 'locked';

export interface Phases {
  opensAt: Date;
  startsAt: Date;
  readonlyAt: Date;
  archivedAt: Date;
}

export function phaseOf({ opensAt, startsAt, readonlyAt, archivedAt }: Phases, now: Date): PhaseState {
  if (now >= archivedAt) return 'archived';
  if (now >= readonlyAt) return 'readonly';
  if (now >= startsAt) return 'open';
  return now >= opensAt ? 'questions' : 'upcoming';
}

/** The next time at which the clock changes the thread; null without one. */
export function nextPhaseAfter(
  phases: Phases & { liveUntil?: Date | null; slowMode?: { until: string | null } | null },
  now: Date,
): Date | null {
  const { opensAt, startsAt, readonlyAt, archivedAt, liveUntil, slowMode } = phases;
  const ahead = [
    opensAt,
    startsAt,
    readonlyAt,
    archivedAt,
    ...(liveUntil ? [liveUntil] : []),
    ...(slowMode?.until ? [new Date(slowMode.until)] : []),
  ].filter((at) => at > now);
  return ahead.length === 0 ? null : new Date(Math.min(...ahead.map((at) => at.getTime())));
}

/** A live hour ends at its time, and with the thread. */
export const liveIsOver = (thread: Phases & { liveSince: Date | null; liveUntil: Date | null }, now: Date): boolean =>
  thread.liveSince !== null && ((thread.liveUntil !== null && thread.liveUntil <= now) || thread.readonlyAt <= now);

/** Whether the live hour is on, by the clock. */
export const isLive = (thread: Phases & { liveSince: Date | null; liveUntil: Date | null }, now: Date): boolean =>
  thread.liveSince !== null && !liveIsOver(thread, now);

/** Slow mode ends at its time. */
export const slowModeIsOver = ({ slowMode }: { slowMode: { until: string | null } | null }, now: Date): boolean =>
  typeof slowMode?.until === 'string' && new Date(slowMode.until) <= now;

/** A lock shows only while there is something to lock. */
export function stateOf(phase: PhaseState, lockedAt: Date | null): ThreadState {
  return lockedAt !== null && phase !== 'readonly' && phase !== 'archived' ? 'locked' : phase;
}

/**
 * Whether a comment or a question may be posted now. Uses the clock and not the stored phase, so that a late recurring
 * task delays the display and never extends permission.
 */
export function mayPost(kind: 'comment' | 'question', thread: Phases & { lockedAt: Date | null }, now: Date): boolean {
  const state = stateOf(phaseOf(thread, now), thread.lockedAt);
  return state === 'open' || (state === 'questions' && kind === 'question');
}

/**
 * Whether speakers, moderators and organizers may act at the desk: answer, settle, announce. Also before the talk
 * begins, and before its thread opens, because a talk that is moved to a later day keeps its questions. A lock stops
 * them as well.
 */
export function mayLead(thread: Phases & { lockedAt: Date | null }, now: Date): boolean {
  const state = stateOf(phaseOf(thread, now), thread.lockedAt);
  return state === 'open' || state === 'questions' || state === 'upcoming';
}

/** Votes and edits are allowed as long as anything may be posted. */
export function mayChange(thread: Phases & { lockedAt: Date | null }, now: Date): boolean {
  const state = stateOf(phaseOf(thread, now), thread.lockedAt);
  return state === 'open' || state === 'questions';
}

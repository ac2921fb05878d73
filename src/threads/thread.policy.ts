/** Where the clock puts a thread. */
export type PhaseState = 'upcoming' | 'questions' | 'open' | 'readonly' | 'archived';

/** What readers are told; `locked` is a moderator's doing, not the clock's. */
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

/** When the clock will next change it; null when it never will again. */
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

/** A live hour ends with its time, and with the thread. */
export const liveIsOver = (thread: Phases & { liveSince: Date | null; liveUntil: Date | null }, now: Date): boolean =>
  thread.liveSince !== null && ((thread.liveUntil !== null && thread.liveUntil <= now) || thread.readonlyAt <= now);

/** Slow mode ends with its time. */
export const slowModeIsOver = ({ slowMode }: { slowMode: { until: string | null } | null }, now: Date): boolean =>
  typeof slowMode?.until === 'string' && new Date(slowMode.until) <= now;

/** A lock shows only while there is something left to lock. */
export function stateOf(phase: PhaseState, lockedAt: Date | null): ThreadState {
  return lockedAt !== null && phase !== 'readonly' && phase !== 'archived' ? 'locked' : phase;
}

/** What may be posted now. Judged by the clock itself: a job that is late shows late but never permits late. */
export function mayPost(kind: 'comment' | 'question', thread: Phases & { lockedAt: Date | null }, now: Date): boolean {
  const state = stateOf(phaseOf(thread, now), thread.lockedAt);
  return state === 'open' || (state === 'questions' && kind === 'question');
}

/** Votes and edits follow the thread: allowed as long as anything may be posted. */
export function mayChange(thread: Phases & { lockedAt: Date | null }, now: Date): boolean {
  const state = stateOf(phaseOf(thread, now), thread.lockedAt);
  return state === 'open' || state === 'questions';
}

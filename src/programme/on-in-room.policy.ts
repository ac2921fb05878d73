/** A time of a talk in a room. */
interface RoomTime {
  startsAt: string | null;
  durationMinutes: number;
}

/** Minutes before its start from which a room belongs to a talk. */
const EARLY_MINUTES = 10;
/** Minutes after its end for which it does, where no other follows. */
const LATE_MINUTES = 60;
const MINUTE_MS = 60_000;

export interface OnInRoom<T> {
  now: T | null;
  last: T | null;
  next: T | null;
}

/**
 * Finds the talk that is on in a room: the one that began last, from ten minutes before its start until ten minutes
 * before the next one, an hour after its end at most. Null in gaps, with the talk before and the one that comes.
 */
export function onInRoom<T extends RoomTime>(times: readonly T[], now: Date): OnInRoom<T> {
  const timed = times
    .flatMap((talk) => (talk.startsAt === null ? [] : [{ talk, start: Date.parse(talk.startsAt) }]))
    .toSorted((a, b) => a.start - b.start);
  const begun = timed.filter(({ start }) => start - EARLY_MINUTES * MINUTE_MS <= now.getTime()).at(-1);
  const next = timed.find(({ start }) => start - EARLY_MINUTES * MINUTE_MS > now.getTime())?.talk ?? null;
  if (!begun) return { now: null, last: null, next };
  const ends = begun.start + (begun.talk.durationMinutes + LATE_MINUTES) * MINUTE_MS;
  return now.getTime() < ends ? { now: begun.talk, last: null, next } : { now: null, last: begun.talk, next };
}

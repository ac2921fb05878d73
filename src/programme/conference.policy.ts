import { addTo } from '../kernel/clock.ts';
import { dateIn, endOfDay, instantIn } from '../kernel/zone.ts';

/** Hours before this belong to the evening before, as in schedules of events. */
export const DAY_STARTS_AT_HOUR = 4;

export interface ConferenceDates {
  timeZone: string;
  startsOn: string;
  endsOn: string;
  settings: { readonlyAfterDays: number; archiveAfterDays: number; opensHoursBefore: number };
}

/**
 * The times when a conference's threads become read-only and archived: whole days after the end of its last day, in its
 * zone.
 */
export function closingOf({ timeZone, endsOn, settings }: ConferenceDates): { readonlyAt: Date; archivedAt: Date } {
  const ended = endOfDay(timeZone, endsOn);
  return {
    readonlyAt: addTo(ended, { days: settings.readonlyAfterDays }),
    archivedAt: addTo(ended, { days: settings.archiveAfterDays }),
  };
}

/**
 * The time when the hallway and talks without a time open: as long before the first day as talks open before they
 * begin.
 */
export const openingOf = ({ timeZone, startsOn, settings }: ConferenceDates): Date =>
  addTo(instantIn(timeZone, startsOn), { hours: -settings.opensHoursBefore });

export function phaseAt(dates: ConferenceDates, now: Date): 'before' | 'during' | 'after' | 'readonly' | 'archived' {
  const { readonlyAt, archivedAt } = closingOf(dates);
  if (now >= archivedAt) return 'archived';
  if (now >= readonlyAt) return 'readonly';
  const today = dateIn(dates.timeZone, now);
  if (today < dates.startsOn) return 'before';
  return today <= dates.endsOn ? 'during' : 'after';
}

const DAY_MS = 86_400_000;
/** Days for which a closed conference is opened again. */
const REOPENED_DAYS = 30;

/** The whole days since the end of the last day; negative before it. */
const daysSinceEnd = ({ timeZone, endsOn }: ConferenceDates, now: Date): number =>
  Math.floor((now.getTime() - endOfDay(timeZone, endsOn).getTime()) / DAY_MS);

/** After how many days a conference has to be read-only to be so now; null while its last day is not over. */
export function daysToClose(dates: ConferenceDates, now: Date): number | null {
  const days = daysSinceEnd(dates, now);
  return days < 0 ? null : days;
}

/** After how many days a conference has to be read-only to take comments for another thirty. */
export const daysToReopen = (dates: ConferenceDates, now: Date): number =>
  Math.max(0, daysSinceEnd(dates, now) + 1) + REOPENED_DAYS;

import { addTo } from '../kernel/clock.ts';
import { dateIn, endOfDay, instantIn } from '../kernel/zone.ts';

export interface ConferenceDates {
  timeZone: string;
  startsOn: string;
  endsOn: string;
  settings: { readonlyAfterDays: number; archiveAfterDays: number; opensHoursBefore: number };
}

/** When a conference's threads become read-only and archived: whole days after the end of its last day, in its zone. */
export function closingOf({ timeZone, endsOn, settings }: ConferenceDates): { readonlyAt: Date; archivedAt: Date } {
  const ended = endOfDay(timeZone, endsOn);
  return {
    readonlyAt: addTo(ended, { days: settings.readonlyAfterDays }),
    archivedAt: addTo(ended, { days: settings.archiveAfterDays }),
  };
}

/** When the hallway and talks without a time open: as long before the first day as talks open before they begin. */
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

import { instantIn, isDay, isoIn } from '../kernel/zone.ts';
import type { SlowMode } from '../programme/conference.settings.ts';
import { typed, type FormFields } from './forms.ts';

/** An instant as the field of a day and a time shows it: 2026-05-02T14:00, by the clock of the conference. */
export const typedInstant = (zone: string, at: string): string => isoIn(zone, new Date(at)).slice(0, 16);

/** The time in such a field, in UTC. Other text stays, so that a request refuses it by its name. */
export function instantOf(zone: string, written: string): string {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)/.exec(written) ?? [];
  return isDay(day) && time.length === 5 ? instantIn(zone, day, time).toISOString() : written;
}

/**
 * The slow mode of a form: none, or its seconds with a reason and an end by the clock of the conference. A reason or an
 * end that the form leaves as they are stay.
 */
export function typedSlowMode(form: FormFields, now: SlowMode | null, zone: string): SlowMode | null {
  const interval = Number(typed(form, 'interval'));
  if (interval === 0) return null;
  const until = typed(form, 'slowUntil').trim();
  const isSame = now?.until != null && until === typedInstant(zone, now.until);
  return {
    interval,
    reason: typed(form, 'slowReason').trim() || (now?.reason ?? ''),
    until: isSame ? now.until : endOf(until, zone),
  };
}

const endOf = (written: string, zone: string): string | null => (written === '' ? null : instantOf(zone, written));

import { instantIn } from '../../kernel/zone.ts';
import { text } from './loose.ts';

/** Two hours past this nobody sits in one talk; longer ones are booths and exhibitions. */
const LONG_MINUTES = 8 * 60;

/**
 * Minutes from the notations that occur: `1:30`, `01:30:00`, ISO 8601 (`PT1H30M`, `P1DT2H`), plain minutes, `0930`.
 * Null for what is none of them.
 */
export function minutesOf(value: unknown): number | null {
  const written = text(value);
  const clock = /^(\d{1,3}):(\d{2})(?::\d{2})?$/.exec(written);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const iso = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}(?:\.\d+)?S)?)?$/i.exec(written);
  if (iso && written.length > 1) return Number(iso[1] ?? 0) * 1440 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
  return /^\d{1,4}$/.test(written) ? Number(written) : null;
}

/** What a duration says about itself, when it is odd. */
export function oddDuration(minutes: number | null): string | null {
  if (minutes === null) return 'The duration cannot be read; it is taken as unknown.';
  if (minutes === 0) return 'The talk has no length; it gets no live phase.';
  return minutes > LONG_MINUTES ? 'The talk is longer than eight hours; it gets no live phase.' : null;
}

/** `9:05`, `09:05`, `09:05:00`, `0905` as 09:05; null for anything else. */
export function clockOf(value: unknown): string | null {
  const found = /^(\d{1,2}):?(\d{2})(?::\d{2})?$/.exec(text(value));
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null;
  return `${found[1]!.padStart(2, '0')}:${found[2]}`;
}

export interface TimeGiven {
  /** A date and time with its offset, if the file has one. */
  date: unknown;
  /** The clock on the wall. */
  start: unknown;
  day: string;
  /** Programmes of a night go on past midnight under the day they began; earlier clocks belong to the next date. */
  dayChange: string;
  timeZone: string | null;
}

export type Instant = { at: Date; odd?: string } | { missing: string };

/**
 * The instant of a slot. An offset is believed, except where it is +00:00 and yet its clock equals the wall's in a
 * zone that is not UTC: then whoever wrote it put the local clock there (181 of 181 talks of one real programme).
 */
export function instantOf({ date, start, day, dayChange, timeZone }: TimeGiven): Instant {
  const wall = clockOf(start);
  const written = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text(date));
  if (written) {
    const [, onDay = '', clock = '', , offset] = written;
    const isZero = offset !== undefined && /^(Z|[+-]00:?00)$/.test(offset);
    const lies =
      isZero &&
      clock === wall &&
      timeZone !== null &&
      instantIn(timeZone, onDay, clock).toISOString().slice(11, 16) !== clock;
    if (offset !== undefined && !lies)
      return valid(new Date(`${onDay}T${clock}${offset === 'Z' ? 'Z' : offset.replace(/^(...):?/, '$1:')}`));
    if (timeZone === null) return { missing: 'Its time has no offset: give the time zone of the conference.' };
    return valid(
      instantIn(timeZone, onDay, clock),
      lies ? 'Its offset says UTC but its clock is local; the time zone of the conference was used.' : undefined,
    );
  }
  if (wall === null) return { missing: 'It has no time that can be read.' };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { missing: 'Its day has no date.' };
  if (timeZone === null) return { missing: 'Its time has no offset: give the time zone of the conference.' };
  return valid(wall < dayChange ? new Date(instantIn(timeZone, nextDay(day), wall)) : instantIn(timeZone, day, wall));
}

const valid = (at: Date, odd?: string): Instant =>
  Number.isNaN(at.getTime()) ? { missing: 'Its date does not exist.' } : { at, ...(odd === undefined ? {} : { odd }) };

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

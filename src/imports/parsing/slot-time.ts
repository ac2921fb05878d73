import { dateIn, instantIn, isDay } from '../../kernel/zone.ts';
import { text } from './loose.ts';

/** Longest talk, in minutes; longer events are booths and exhibitions. */
const LONG_MINUTES = 8 * 60;

/** Minutes in any of the known notations, rounded; null for anything else. */
export function minutesOf(value: unknown): number | null {
  const seconds = secondsOf(value);
  return seconds === null ? null : Math.round(seconds / 60);
}

/** `1:30`, `01:30:00`, ISO 8601 (`PT1H30M`, `P1DT2H`), plain minutes, `0930`. */
function secondsOf(value: unknown): number | null {
  const written = text(value);
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(written);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const iso = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})(?:\.\d+)?S)?)?$/i.exec(written);
  if (iso && written.length > 1) {
    const [days, hours, minutes, seconds] = iso.slice(1).map((part) => Number(part ?? 0));
    return ((days! * 24 + hours!) * 60 + minutes!) * 60 + seconds!;
  }
  return /^\d{1,4}$/.test(written) ? Number(written) * 60 : null;
}

/** Reports that seconds of a duration were rounded away. */
export function roundedDuration(value: unknown): string | null {
  const seconds = secondsOf(value);
  return seconds === null || seconds % 60 === 0
    ? null
    : `Its duration "${text(value)}" was rounded to ${Math.round(seconds / 60)} minutes.`;
}

/** Reports an odd duration. */
export function oddDuration(minutes: number | null): string | null {
  if (minutes === null) return 'The duration cannot be read; it is taken as unknown.';
  if (minutes === 0) return 'The talk has no length; it gets no live phase.';
  return minutes > LONG_MINUTES ? 'The talk is longer than eight hours; it gets no live phase.' : null;
}

/** `9:05`, `09:05`, `09:05:00`, `0905` as 09:05, `10:42:23` as it is; null for anything else. */
export function clockOf(value: unknown): string | null {
  const found = /^(\d{1,2}):?(\d{2})(?::([0-5]\d))?$/.exec(text(value));
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null;
  const seconds = found[3] === undefined || found[3] === '00' ? '' : `:${found[3]}`;
  return `${found[1]!.padStart(2, '0')}:${found[2]}${seconds}`;
}

export interface RawTime {
  /** A date and time with its offset, if the file has one. */
  date: unknown;
  /** The local time. */
  start: unknown;
  day: string;
  /** The time at which a day ends: earlier times belong to the night after the date they are listed under. */
  dayChange: string;
  timeZone: string | null;
}

export type Instant = { at: Date; odd?: string } | { missing: string };

const WRITTEN = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** The day meant by a day or an instant; of an instant with an offset, the day in the conference's zone. */
export function dayIn(written: string, timeZone: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0] ?? null;
  const offset = WRITTEN.exec(written)?.[4];
  if (day === null || !isDay(day)) return null;
  if (offset === undefined || timeZone === null) return day;
  const at = new Date(written.replace(' ', 'T').replace(/\s/g, ''));
  return Number.isNaN(at.getTime()) ? day : dateIn(timeZone, at);
}

/** The last day of a conference whose end is an instant; midnight ends the day before. */
export function lastDayIn(written: string, timeZone: string | null): string | null {
  if (WRITTEN.exec(written)?.[4] === undefined || timeZone === null) return dayIn(written, timeZone);
  const at = Date.parse(written.replace(' ', 'T').replace(/\s/g, ''));
  return Number.isNaN(at) ? dayIn(written, timeZone) : dateIn(timeZone, new Date(at - 1));
}

/**
 * The instant of a slot. Its offset is used, except for +00:00 with a clock equal to the local time in a zone that is
 * not UTC, where the local time was written as UTC (181 of 181 talks of one real programme).
 */
export function instantOf({ date, start, day, dayChange, timeZone }: RawTime): Instant {
  const wall = clockOf(start);
  const written = WRITTEN.exec(text(date));
  if (written) {
    const [, onDay = '', minute = '', seconds = '', offset] = written;
    // JavaScript takes 30 February for 2 March.
    if (!isDay(onDay)) return NO_SUCH_DATE;
    const clock = seconds === ':00' ? minute : `${minute}${seconds}`;
    const isZero = offset !== undefined && /^(Z|[+-]00:?00)$/.test(offset);
    const lies =
      isZero &&
      clock === wall &&
      timeZone !== null &&
      instantIn(timeZone, onDay, minute).toISOString().slice(11, 16) !== minute;
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
  if (!isDay(day)) return NO_SUCH_DATE;
  if (timeZone === null) return { missing: 'Its time has no offset: give the time zone of the conference.' };
  return valid(wall < dayChange ? new Date(instantIn(timeZone, nextDay(day), wall)) : instantIn(timeZone, day, wall));
}

const NO_SUCH_DATE: Instant = { missing: 'Its date does not exist.' };

/** Only years from 1000 to 2999, as everywhere. */
const valid = (at: Date, odd?: string): Instant =>
  Number.isNaN(at.getTime()) || !/^[12]\d{3}-/.test(at.toISOString())
    ? NO_SUCH_DATE
    : { at, ...(odd === undefined ? {} : { odd }) };

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

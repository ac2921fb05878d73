import { isDay } from '../../../kernel/zone.ts';
import { folded } from './folded.ts';

/** The days of the conference that a file is for; null where a file makes its own. */
export interface ConferenceDays {
  startsOn: string;
  endsOn: string;
}

/** A date as it is written: a day, or one of several days that only the whole column or a person can tell apart. */
export type WrittenDate =
  | { day: string }
  | { numbers: [string, string, string]; isGerman: boolean }
  | { ordinal: number }
  | { weekday: number }
  | { dayOfMonth: number; month: number | null };

const DAY_MS = 86_400_000;
/** Serial numbers of days that are taken for dates: from 1990 to 2099. */
const SERIALS = { first: 32_874, last: 73_050 };
/** Days that a workbook from 1904 counts less. */
const FROM_1904 = 1_462;

const named = (lists: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((list, index) => list.split(' ').map((name) => [name, index] as const)));

/** In French, English and German, folded. */
const MONTHS = named([
  'jan janv january janvier januar',
  'feb fev fevr february fevrier februar',
  'mar march mars marz maerz',
  'apr avr april avril',
  'may mai',
  'jun june juin juni',
  'jul juil july juillet juli',
  'aug aout august',
  'sep sept september septembre',
  'oct okt october octobre oktober',
  'nov november novembre',
  'dec dez december decembre dezember',
]);
const WEEKDAYS = named([
  'dim dimanche sun sunday so sonntag',
  'lun lundi mon monday mo montag',
  'mar mardi tue tues tuesday di dienstag',
  'mer mercredi wed wednesday mi mittwoch',
  'jeu jeudi thu thur thurs thursday do donnerstag',
  'ven vendredi fri friday fr freitag',
  'sam samedi sat saturday sa samstag',
]);

/** Reads a date; null for what is none. A number is a serial day of a spreadsheet. */
export function dateOf(written: string, isFrom1904: boolean): WrittenDate | null {
  const text = written.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (/^\d{4,6}(?:\.\d+)?$/.test(text)) return serialDay(Number(text) + (isFrom1904 ? FROM_1904 : 0));
  const numbers = /(?:^|\s)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (numbers) return { numbers: [numbers[1]!, numbers[3]!, numbers[4]!], isGerman: numbers[2] === '.' };
  return datesInWords(folded(text).split(' '));
}

function serialDay(serial: number): WrittenDate | null {
  if (serial < SERIALS.first || serial > SERIALS.last) return null;
  return { day: new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10) };
}

function dayOf(year: number, month: number, date: number): WrittenDate | null {
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return isDay(day) ? { day } : null;
}

/** `samedi 2 mai 2026`, `May 2nd`, `Day 1`, `Jour 2`, `Samstag`. */
function datesInWords(words: readonly string[]): WrittenDate | null {
  if (words.length > 8) return null;
  const ordinal = /^(?:day|jour|tag|journee) (\d)$/.exec(words.join(' '));
  if (ordinal) return { ordinal: Number(ordinal[1]) };
  const month = words.map((word) => MONTHS.get(word)).findLast((found) => found !== undefined);
  const numbers = words.flatMap((word) => /^(\d{1,2})(?:st|nd|rd|th|er)?$/.exec(word)?.[1] ?? []).map(Number);
  const year = words.find((word) => /^(?:19|20)\d\d$/.test(word));
  const date = numbers.find((number) => number >= 1 && number <= 31);
  if (date !== undefined && month !== undefined)
    return year === undefined ? { dayOfMonth: date, month: month + 1 } : dayOf(Number(year), month + 1, date);
  const weekday = WEEKDAYS.get(words[0] ?? '');
  if (weekday === undefined || words.length > 2) return null;
  return date === undefined ? { weekday } : { dayOfMonth: date, month: null };
}

export type DateOrder = 'day-month' | 'month-day' | 'year-month-day';
export const ORDERS: readonly DateOrder[] = ['day-month', 'month-day', 'year-month-day'];

/** The day of three numbers in an order; null when there is none. */
export function dayInOrder([a, b, c]: [string, string, string], order: DateOrder): string | null {
  const year = (text: string): number => Number(text) + (text.length === 2 ? 2000 : 0);
  const parts: Record<DateOrder, () => WrittenDate | null> = {
    'day-month': () => dayOf(year(c), Number(b), Number(a)),
    'month-day': () => dayOf(year(c), Number(a), Number(b)),
    'year-month-day': () => (c.length === 2 && a.length === 2 ? dayOf(year(a), Number(b), Number(c)) : null),
  };
  const found = parts[order]();
  return found && 'day' in found ? found.day : null;
}

/**
 * The order of the numbers in the dates of a column: the one in which all of them are days of the conference, else the
 * only one in which all exist. Null when two remain, because then only a person knows.
 */
export function orderOf(dates: readonly WrittenDate[], days: ConferenceDays | null): DateOrder | null {
  const written = dates.flatMap((date) => ('numbers' in date ? [date] : []));
  const possible = ORDERS.filter(
    (order) =>
      written.every(({ numbers }) => dayInOrder(numbers, order) !== null) &&
      (order === 'day-month' || !written.some(({ isGerman }) => isGerman)),
  );
  const inside = possible.filter((order) =>
    written.every(({ numbers }) => isWithin(dayInOrder(numbers, order)!, days)),
  );
  const left = inside.length > 0 ? inside : possible;
  const meanings = new Set(left.map((order) => written.map(({ numbers }) => dayInOrder(numbers, order)).join()));
  return meanings.size === 1 ? left[0]! : null;
}

/** Whether a day is one of the conference's. */
const isWithin = (day: string, days: ConferenceDays | null): boolean =>
  days !== null && day >= days.startsOn && day <= days.endsOn;

/** The day of the conference that a date without a year means; null when none or several do. */
export function dayOfConference(date: WrittenDate, days: ConferenceDays | null): string | null {
  if (days === null) return null;
  const all = daysBetween(days);
  if ('ordinal' in date) return all[date.ordinal - 1] ?? null;
  const meant = all.filter((day) => {
    if ('weekday' in date) return new Date(day).getUTCDay() === date.weekday;
    if (!('dayOfMonth' in date)) return false;
    return Number(day.slice(8)) === date.dayOfMonth && (date.month === null || Number(day.slice(5, 7)) === date.month);
  });
  return meant.length === 1 ? meant[0]! : null;
}

/** At most sixty days, which is more than any conference takes. */
export function daysBetween({ startsOn, endsOn }: ConferenceDays): string[] {
  const days: string[] = [];
  for (let at = Date.parse(startsOn); at <= Date.parse(endsOn) && days.length < 60; at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

import { ownValue } from '../../../kernel/own-value.ts';
import { longLine } from '../loose.ts';
import { ScheduleAsks, ScheduleRefused, type DateQuestion } from '../parsed-schedule.ts';
import { headingKey } from './sheet-answers.ts';
import type { ColumnKind } from './column-kinds.ts';
import type { Column, Headings } from './headings.ts';
import type { SheetContext } from './sheet-context.ts';
import { columnName, type Sheet, type SheetRow } from './sheet.ts';
import {
  dateOf,
  dayInOrder,
  dayOfConference,
  ORDERS,
  orderOf,
  type DateOrder,
  type WrittenDate,
} from './sheet-dates.ts';
import { clockRangeOf, clockText, durationOf, type ClockRange } from './sheet-times.ts';

export type RowTime =
  | { day: string; start: number; offset: string | null; minutes: string | null }
  | { column: ColumnKind; sentence: string };

const DAY_MINUTES = 1_440;
const YEAR_MONTH_DAY = /^\d{4}-\d\d-\d\d[T ]/;
/** The part of an instant that names its zone. */
const OFFSET = /(?<=\d:\d\d.*)(?:Z|[+-]\d\d:\d\d)$/;

/** Reads days and times of rows in order, because blank cells mean what stands above them. */
export class RowTimes {
  private readonly order: DateOrder;
  private day: string | null;
  private last: { range: ClockRange; room: string } | null = null;

  /** Throws ScheduleRefused when the dates of the column can be read in two ways. */
  constructor(
    private readonly sheet: Sheet,
    private readonly headings: Headings,
    private readonly context: SheetContext,
  ) {
    this.order = this.orderOfColumn();
    const { days } = context;
    const ofSheet = this.meant(dateOf(sheet.name, false));
    this.day = ofSheet ?? (days !== null && days.startsOn === days.endsOn ? days.startsOn : null);
  }

  /** Whether a row holds nothing but a day, which then is the day of the rows below. */
  isDayOnly(row: SheetRow): boolean {
    const [only, ...others] = new Set(row.cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
    if (only === undefined || others.length > 0) return false;
    const day = this.meant(dateOf(only, this.context.isFrom1904));
    if (day === null) return false;
    this.begin(day);
    return true;
  }

  /** Takes the day of a row that makes no talk. */
  follow(row: SheetRow): void {
    const day = this.writtenDay(row);
    if (typeof day === 'string') this.begin(day);
  }

  of(row: SheetRow): RowTime {
    const whole = this.wholeDate(row);
    const written = whole?.day ?? this.writtenDay(row);
    if (written === false)
      return { column: 'date', sentence: `"${longLine(this.textOf(row, 'date'))}" is no day; the talk was left out.` };
    if (typeof written === 'string') this.begin(written);
    if (this.day === null)
      return { column: 'date', sentence: 'Its day is not known. Add a column Date with days like 2026-05-02.' };
    const room = this.roomOf(row);
    const start = this.textOf(row, 'start');
    const range = whole?.range ?? this.rangeOf(start, room);
    if (range === null)
      return {
        column: 'start',
        sentence:
          start === '' ? 'It has no time and was left out.' : `"${longLine(start)}" is no time; the talk was left out.`,
      };
    this.last = { range, room };
    return {
      day: this.day,
      start: range.start,
      offset: whole?.offset ?? (this.column('start')?.isUtc ? 'Z' : null),
      minutes: this.minutesOf(row, range),
    };
  }

  roomOf(row: SheetRow): string {
    return longLine(this.textOf(row, 'room'));
  }

  private begin(day: string): void {
    if (day !== this.day) this.last = null;
    this.day = day;
  }

  /** A blank time beside another room is the time above: rooms stand side by side. */
  private rangeOf(start: string, room: string): ClockRange | null {
    if (start !== '') return clockRangeOf(start);
    return this.last !== null && room !== '' && room !== this.last.room ? this.last.range : null;
  }

  private minutesOf(row: SheetRow, range: ClockRange): string | null {
    const duration = durationOf(this.textOf(row, 'duration'));
    if (duration !== null) return String(duration);
    const written = this.textOf(row, 'end');
    const end = clockRangeOf(timeIn(written, this.context.isFrom1904))?.start ?? range.end;
    return end === null ? null : String((end - range.start + DAY_MINUTES) % DAY_MINUTES);
  }

  /** A date and a time in one cell: `2026-05-02 14:30`, `46144.604166`. */
  private wholeDate(row: SheetRow): { day: string; range: ClockRange; offset: string | null } | null {
    for (const kind of ['start', 'date'] as const) {
      const written = this.textOf(row, kind);
      const time = timeIn(written, this.context.isFrom1904);
      if (written === '' || time === written) continue;
      const day = this.meant(dateOf(written, this.context.isFrom1904));
      const range = clockRangeOf(time);
      // Midnight of a date beside a column of times says nothing but the date.
      if (kind === 'date' && range?.start === 0 && this.textOf(row, 'start') !== '') continue;
      const offset = OFFSET.exec(written)?.[0] ?? null;
      if (day !== null && range !== null) return { day, range, offset };
    }
    return null;
  }

  /** Null for a blank cell; false for one that is no day. */
  private writtenDay(row: SheetRow): string | null | false {
    const written = this.textOf(row, 'date');
    if (written === '') return null;
    const day = this.meant(dateOf(written, this.context.isFrom1904));
    const { days, notes, prefix } = this.context;
    if (day !== null && days !== null && (day < days.startsOn || day > days.endsOn))
      notes.push({ place: `${prefix}${this.placeOf(row, 'date')}`, sentence: `${day} is no day of the conference.` });
    return day ?? false;
  }

  private meant(date: WrittenDate | null): string | null {
    if (date === null) return null;
    if ('day' in date) return date.day;
    return 'numbers' in date ? dayInOrder(date.numbers, this.order) : dayOfConference(date, this.context.days);
  }

  private orderOfColumn(): DateOrder {
    const rows = this.sheet.rows.filter(({ number }) => number > this.headings.row);
    const dated = rows.flatMap((row) =>
      (['date', 'start'] as const).flatMap((kind) => {
        const date = dateOf(this.textOf(row, kind), this.context.isFrom1904);
        return date && 'numbers' in date ? [{ row, kind, date }] : [];
      }),
    );
    const order = orderOf(
      dated.map(({ date }) => date),
      this.context.days,
    );
    if (order !== null) return order;
    const [{ row, kind, date }] = dated as [(typeof dated)[number]];
    const key = headingKey(this.column(kind)!.heading);
    const said = ownValue(this.context.said.dates, key);
    if (said !== undefined && dated.every((each) => dayInOrder(each.date.numbers, said) !== null)) return said;
    const choices = choicesOf(date.numbers);
    const place = `${this.context.prefix}${this.placeOf(row, kind)}`;
    if (choices.length < 2)
      throw new ScheduleRefused(place, 'The dates are not all written in one order. Write them like 2026-05-02.');
    throw new ScheduleAsks({ key, place, written: longLine(this.textOf(row, kind)), choices });
  }

  private column(kind: ColumnKind): Column | undefined {
    return this.headings.columns.find((column) => column.kind === kind);
  }

  private textOf(row: SheetRow, kind: ColumnKind): string {
    const column = this.column(kind);
    return column === undefined ? '' : (row.cells[column.index] ?? '').trim();
  }

  private placeOf(row: SheetRow, kind: ColumnKind): string {
    const column = this.column(kind);
    return `row ${row.number}${column ? `, column ${columnName(column.index)} "${longLine(column.heading)}"` : ''}`;
  }
}

/** The days that three numbers may mean, each once. */
function choicesOf(numbers: [string, string, string]): DateQuestion['choices'] {
  const days = new Map<string, DateOrder>();
  for (const order of ORDERS) {
    const day = dayInOrder(numbers, order);
    if (day !== null && !days.has(day)) days.set(day, order);
  }
  return [...days].map(([day, order]) => ({ day, order }));
}

/** The time behind a date in one cell; a cell without a date unchanged. */
function timeIn(written: string, isFrom1904: boolean): string {
  const serial = /^\d{4,6}(\.\d+)$/.exec(written);
  // Rounded to minutes, because spreadsheets store times as parts of a day.
  if (serial && dateOf(written, isFrom1904))
    return clockText(Math.round(Number(serial[1]) * DAY_MINUTES) % DAY_MINUTES);
  if (YEAR_MONTH_DAY.test(written)) return written.slice(11).replace(/(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/, '');
  const numbers = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},?\s+(\d.*)$/.exec(written);
  return numbers ? numbers[1]! : written;
}

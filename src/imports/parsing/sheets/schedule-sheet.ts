import { createHash } from 'node:crypto';
import { foldName } from '../../../kernel/fold-name.ts';
import { longLine, text, yes } from '../loose.ts';
import { ScheduleRefused, type ScheduleProblem } from '../parsed-schedule.ts';
import type { RawEvent, RawPerson, RawSchedule } from '../raw-schedule.ts';
import type { ColumnKind } from './column-kinds.ts';
import { headingsIn, type Column, type Headings } from './headings.ts';
import { columnName, type Sheet, type SheetFile, type SheetRow } from './sheet.ts';
import { clockText } from './sheet-times.ts';
import { addressesIn, isBreak, namesIn } from './sheet-people.ts';
import { RowTimes, type RowTime } from './row-times.ts';
import { headingKey, NO_ANSWERS, type SheetAnswers, type SheetColumn } from './sheet-answers.ts';
import type { SheetContext } from './sheet-context.ts';
import type { ConferenceDays } from './sheet-dates.ts';
import { UNCALCULATED } from './xlsx-table.ts';

/** Most columns whose meaning is shown, samples of each, and their length in characters. */
const COLUMNS_SHOWN = 40;
const SAMPLES = 3;
const SAMPLE = 40;
/** Most row numbers that one sentence names. */
const ROWS_NAMED = 12;

/**
 * Reads the programme of a sheet: headings among the first twenty rows, then a talk a row. A blank date is the date
 * above; a row without title and time adds its speakers to the talk above. Breaks make no talk. Throws ScheduleRefused.
 */
export function readSheets(file: SheetFile, days: ConferenceDays | null, said: SheetAnswers = NO_ANSWERS): RawSchedule {
  const notes: ScheduleProblem[] = [];
  const tables = file.sheets.flatMap((sheet) => {
    const headings = headingsIn(sheet, said.columns);
    return headings ? [{ sheet, headings }] : [];
  });
  if (tables.length === 0)
    throw new ScheduleRefused(
      'rows 1 to 20',
      'No row has the headings of a programme. Name its columns, such as Title, Speakers, Date, Start, Room.',
    );
  const reading = { isFrom1904: file.isFrom1904, days, said, notes };
  const isOnly = file.sheets.length === 1;
  const events = tables.flatMap(({ sheet, headings }) =>
    new SheetReading(sheet, headings, { ...reading, prefix: isOnly ? '' : `sheet "${sheet.name}", ` }).events(),
  );
  if (file.hiddenSheets.length > 0)
    notes.push({
      place: 'the whole file',
      sentence: `Hidden sheets were left out: ${file.hiddenSheets.map((name) => `"${name}"`).join(', ')}.`,
    });
  return {
    dialect: 'sheet',
    acronym: '',
    title: '',
    timeZone: '',
    start: '',
    end: '',
    url: '',
    baseUrl: '',
    version: '',
    dayChange: '00:00',
    usualFormat: 'plain',
    events,
    unread: tables.flatMap(({ sheet, headings }) =>
      headings.unread.map(({ index, heading }) => ({
        field: `column.${longLine(heading).slice(0, 60)}`,
        count: sheet.rows.filter(({ number, cells }) => number > headings.row && (cells[index] ?? '') !== '').length,
      })),
    ),
    columns: columnsOf(tables),
    foundInstead: `headings in row ${tables[0]!.headings.row} and no row with a title below`,
    notes,
  };
}

/** Every column with a heading, once, with what it is read as and three of its cells. */
function columnsOf(tables: readonly { sheet: Sheet; headings: Headings }[]): SheetColumn[] {
  const found = new Map<string, SheetColumn>();
  for (const { sheet, headings } of tables) {
    const below = sheet.rows.filter(({ number, isHidden }) => number > headings.row && !isHidden);
    const listed = [...headings.columns, ...headings.unread.map((column) => ({ ...column, kind: null }))];
    for (const { heading, index, kind } of listed.toSorted((a, b) => a.index - b.index)) {
      const key = headingKey(heading);
      if (key === '' || found.has(key) || found.size === COLUMNS_SHOWN) continue;
      const cells = below.map(({ cells: row }) => longLine(row[index] ?? '')).filter((cell) => cell !== '');
      const samples = [...new Set(cells)].slice(0, SAMPLES).map((cell) => shortSample(cell));
      found.set(key, { heading: longLine(heading).slice(0, 80), kind, samples });
    }
  }
  return [...found.values()];
}

const shortSample = (cell: string): string =>
  cell === UNCALCULATED ? '' : `${cell.slice(0, SAMPLE).toWellFormed()}${cell.length > SAMPLE ? '…' : ''}`;

/** The reading of one sheet, row by row. */
class SheetReading {
  private readonly times: RowTimes;
  private readonly breaks: number[] = [];
  private readonly hidden: number[] = [];

  constructor(
    private readonly sheet: Sheet,
    private readonly headings: Headings,
    private readonly context: SheetContext,
  ) {
    this.times = new RowTimes(sheet, headings, context);
  }

  events(): RawEvent[] {
    const events: RawEvent[] = [];
    for (const row of this.sheet.rows) {
      if (row.number <= this.headings.row || row.cells.every((cell) => cell.trim() === '')) continue;
      if (row.isHidden) this.hidden.push(row.number);
      else if (this.times.isDayOnly(row)) continue;
      else this.readRow(row, events);
    }
    this.sayLeftOut();
    return events;
  }

  private readRow(row: SheetRow, events: RawEvent[]): void {
    this.sayUncalculated(row);
    const title = longLine(this.valueOf(row, 'title'));
    const persons = this.personsOf(row);
    const last = events.at(-1);
    if (title === '' && last && persons.length > 0 && this.valueOf(row, 'start') === '') {
      last.persons.push(...persons);
      return;
    }
    if (persons.length === 0 && isBreak(title)) {
      this.times.follow(row);
      this.breaks.push(row.number);
      return;
    }
    if (title === '') return this.say(row, 'title', 'It has no title and was left out.');
    const time = this.times.of(row);
    if ('column' in time) return this.say(row, time.column, time.sentence);
    events.push(this.eventOf(row, { title, persons, time }));
  }

  private eventOf(row: SheetRow, { title, persons, time }: RowContents): RawEvent {
    const id = longLine(this.valueOf(row, 'id')).slice(0, 190);
    const status = this.valueOf(row, 'status');
    return {
      place: `${this.context.prefix}row ${row.number}`,
      guid: id === '' ? keyOf(title, persons) : '',
      code: '',
      id,
      url: text(this.valueOf(row, 'url')),
      slug: '',
      title,
      subtitle: longLine(this.valueOf(row, 'subtitle')),
      abstract: text(this.valueOf(row, 'abstract')),
      description: '',
      language: longLine(this.valueOf(row, 'language')),
      track: longLine(this.valueOf(row, 'track')),
      room: this.times.roomOf(row),
      state: /^(?:annul|cancel|abgesagt|entfall|withdrawn|retir|rejected|refus)/i.test(status) ? 'cancelled' : '',
      day: time.day,
      date: time.offset === null ? undefined : `${time.day}T${clockText(time.start)}:00${time.offset}`,
      start: time.offset === null ? clockText(time.start) : '',
      duration: time.minutes ?? '0',
      persons,
      doNotRecord: isYes(this.valueOf(row, 'doNotRecord')),
      recordingLicense: '',
      links: [],
      attachments: [],
    };
  }

  private personsOf(row: SheetRow): RawPerson[] {
    const first = this.valueOf(row, 'firstName').trim();
    const whole = `${first} ${this.valueOf(row, 'lastName').trim()}`.trim();
    const cells = this.columns('speakers').map(({ index }) => row.cells[index] ?? '');
    const names = [...(first === '' && cells.length > 0 ? cells : [whole, ...cells])].flatMap(namesIn);
    const bio = text(this.valueOf(row, 'bio'));
    const emails = this.columns('email').flatMap(({ index }) => addressesIn(row.cells[index] ?? ''));
    // A biography beside several names belongs to nobody for certain, and so do addresses unless each has one.
    return names.map((name, i) => ({
      id: '',
      name: longLine(name),
      bio: names.length === 1 ? bio : '',
      email: emails.length === names.length ? emails[i]! : '',
    }));
  }

  private columns(kind: ColumnKind): Column[] {
    return this.headings.columns.filter((column) => column.kind === kind);
  }

  private valueOf(row: SheetRow, kind: ColumnKind): string {
    const [column] = this.columns(kind);
    const value = column === undefined ? '' : (row.cells[column.index] ?? '');
    return value === UNCALCULATED ? '' : value;
  }

  private say(row: SheetRow, kind: ColumnKind, sentence: string): void {
    const [column] = this.columns(kind);
    const where = column ? `, column ${columnName(column.index)} "${longLine(column.heading)}"` : '';
    this.context.notes.push({ place: `${this.context.prefix}row ${row.number}${where}`, sentence });
  }

  private sayUncalculated(row: SheetRow): void {
    for (const { kind, index } of this.headings.columns)
      if (row.cells[index] === UNCALCULATED)
        this.say(row, kind, 'Its formula has no stored result. Open the file in a spreadsheet, save it and send it.');
  }

  private sayLeftOut(): void {
    const { notes, prefix } = this.context;
    if (this.breaks.length > 0)
      notes.push({ place: `${prefix}${rowsText(this.breaks)}`, sentence: 'Breaks make no talk.' });
    if (this.hidden.length > 0)
      notes.push({
        place: `${prefix}${rowsText(this.hidden)}`,
        sentence: `${this.hidden.length} hidden rows were left out. Show them and import again if they are talks.`,
      });
    for (const { index, heading } of this.columns('email')) {
      const count = this.sheet.rows.reduce((sum, { cells }) => sum + addressesIn(cells[index] ?? '').length, 0);
      if (count > 0)
        notes.push({
          place: `${prefix}column ${columnName(index)} "${longLine(heading)}"`,
          sentence: `Its ${count} e-mail addresses are kept encrypted, for invitations alone.`,
        });
    }
  }
}

interface RowContents {
  title: string;
  persons: RawPerson[];
  time: Extract<RowTime, { day: string }>;
}

const isYes = (value: string): boolean => yes(value.trim()) || /^(?:x|oui|ja|y|o|vrai|wahr|✓|✔)$/i.test(value.trim());

/** Without an id the title and the first speaker are the key, so that a talk that moves stays itself. */
const keyOf = (title: string, [first]: readonly RawPerson[]): string =>
  `sheet:${createHash('sha256')
    .update(JSON.stringify([foldName(title), foldName(first?.name ?? '')]))
    .digest('hex')
    .slice(0, 32)}`;

const rowsText = (rows: readonly number[]): string => {
  const named = rows.slice(0, ROWS_NAMED).join(', ');
  const more = rows.length > ROWS_NAMED ? ` and ${rows.length - ROWS_NAMED} more` : '';
  return `${rows.length === 1 ? 'row' : 'rows'} ${named}${more}`;
};

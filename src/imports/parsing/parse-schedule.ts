import { assemble } from './assemble.ts';
import { decodeFile, markedEncoding, placeOf } from './decode-file.ts';
import { kindOfText, refusalOfJson } from './kind-of-file.ts';
import { inOneLanguage, languagesFor } from './languages.ts';
import { record } from './loose.ts';
import { ScheduleRefused, type ParsedSchedule } from './parsed-schedule.ts';
import type { RawSchedule } from './raw-schedule.ts';
import { readScheduleJson } from './schedule-json.ts';
import { readScheduleJsonV2 } from './schedule-json-v2.ts';
import { readScheduleXml } from './schedule-xml.ts';
import { decodeTable, readCsv } from './sheets/csv-table.ts';
import { readSheets } from './sheets/schedule-sheet.ts';
import { NO_ANSWERS, type SheetAnswers } from './sheets/sheet-answers.ts';
import type { ConferenceDays } from './sheets/sheet-dates.ts';
import { readXlsx, workbookIn } from './sheets/xlsx-table.ts';

const MEGABYTES = 10;
const DEPTH = 40;
/** Bytes by which the kind of a file is recognised. */
const BEGINNING = 1_000;

export interface ReadingOptions {
  /** Used where the file names none. */
  timeZone?: string | null;
  /** The language of the conference, chosen where a text has several. */
  locale?: string;
  /** The days of the conference, which tell what a date without a year or in numbers means. */
  days?: ConferenceDays | null;
  /** The organizer's answers about the columns of sheets. */
  said?: SheetAnswers;
}

/** Parses a programme file of any known kind. Throws ScheduleRefused with a place and what to do. */
export function parseSchedule(
  file: Buffer,
  { timeZone = null, locale = 'en', days = null, said = NO_ANSWERS }: ReadingOptions = {},
): ParsedSchedule {
  if (file.length > MEGABYTES * 1024 * 1024)
    throw new ScheduleRefused('the whole file', `It is larger than ${MEGABYTES} MB.`);
  const workbook = isArchive(file) ? workbookIn(file) : null;
  if (workbook) return assemble(readSheets(readXlsx(workbook), days, said), timeZone);
  const kind = kindOfText(file.subarray(0, BEGINNING).toString('latin1').trimStart());
  if (kind !== null) throw new ScheduleRefused('line 1, column 1', kind);
  if (isTable(file)) return assemble(readSheets(readCsv(decodeTable(file)), days, said), timeZone);
  return assemble(read(decodeFile(file), languagesFor(locale)), timeZone);
}

/** Whether it begins as ZIP archives do (APPNOTE 4.3.7). */
const isArchive = (file: Buffer): boolean => file.length > 3 && file.readUInt32LE(0) === 0x04034b50;

/** Whether a text begins neither as JSON nor as XML. */
function isTable(file: Buffer): boolean {
  const decoder = new TextDecoder(markedEncoding(file) ?? 'latin1');
  const [first] = decoder.decode(file.subarray(0, BEGINNING)).trimStart();
  return first !== undefined && !'<{['.includes(first);
}

function read(whole: string, languages: readonly string[]): RawSchedule {
  const text = whole.trimStart();
  if (text[0] === '<') return readScheduleXml(whole, languages);
  const found = jsonOf(whole);
  if (Object.keys(record(record(found)['schedule'])).length === 0) throw refusalOfJson(found);
  const root = record(inOneLanguage(found, languages));
  const schedule = record(root['schedule']);
  const isFlat = Array.isArray(schedule['events']) || Array.isArray(record(schedule['conference'])['events']);
  return isFlat ? readScheduleJsonV2(root) : readScheduleJson(root);
}

function jsonOf(text: string): unknown {
  refuseDepth(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message);
    throw new ScheduleRefused(
      placeOf(text, at ? Number(at[1]) : text.length),
      'The JSON is broken here or cut short; export the file again.',
    );
  }
}

const [QUOTE, BACKSLASH] = [34, 92];
const OPENING: ReadonlySet<number> = new Set([91, 123]);
const CLOSING: ReadonlySet<number> = new Set([93, 125]);

/**
 * Refuses nesting that would overflow JSON.parse, which recurses. One pass over the characters, in and out of strings.
 */
function refuseDepth(text: string): void {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) at += code === BACKSLASH ? 1 : 0;
    else if (OPENING.has(code)) depth += 1;
    else if (CLOSING.has(code)) depth -= 1;
    if (depth > DEPTH) throw new ScheduleRefused(placeOf(text, at), 'It is nested too deep for a programme.');
  }
}

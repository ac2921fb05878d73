import { assemble } from './assemble.ts';
import { decodeFile, placeOf } from './decode-file.ts';
import { kindOfText, refusalOfJson } from './kind-of-file.ts';
import { inOneLanguage, languagesFor } from './languages.ts';
import { record } from './loose.ts';
import { ScheduleRefused, type ParsedSchedule } from './parsed-schedule.ts';
import type { RawSchedule } from './raw-schedule.ts';
import { readScheduleJson } from './schedule-json.ts';
import { readScheduleJsonV2 } from './schedule-json-v2.ts';
import { readScheduleXml } from './schedule-xml.ts';

const MEGABYTES = 10;
const DEPTH = 40;
/** What tells the kind of a file, in bytes. */
const BEGINNING = 1_000;

export interface ReadingOptions {
  /** Serves where the file names none. */
  timeZone?: string | null;
  /** The language of the conference: which of several a text is taken in. */
  locale?: string;
}

/** Reads a programme file, whichever of the known kinds it is. Throws ScheduleRefused: a place and what to do. */
export function parseSchedule(file: Buffer, { timeZone = null, locale = 'en' }: ReadingOptions = {}): ParsedSchedule {
  if (file.length > MEGABYTES * 1024 * 1024)
    throw new ScheduleRefused('the whole file', `It is larger than ${MEGABYTES} MB.`);
  const kind = kindOfText(file.subarray(0, BEGINNING).toString('latin1').trimStart());
  if (kind !== null) throw new ScheduleRefused('line 1, column 1', kind);
  return assemble(read(decodeFile(file), languagesFor(locale)), timeZone);
}

function read(whole: string, languages: readonly string[]): RawSchedule {
  const text = whole.trimStart();
  if (text[0] === '<') return readScheduleXml(whole, languages);
  if (text[0] !== '{' && text[0] !== '[')
    throw new ScheduleRefused('line 1, column 1', 'This is neither JSON nor XML; send schedule.json or schedule.xml.');
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

/** JSON.parse recurses: what would overflow it is refused before. One look at each character, in and out of strings. */
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

import { assemble } from './assemble.ts';
import { record, type Loose } from './loose.ts';
import { ScheduleRefused, type ParsedSchedule } from './parsed-schedule.ts';
import type { RawSchedule } from './raw-schedule.ts';
import { readScheduleJson } from './schedule-json.ts';
import { readScheduleJsonV2 } from './schedule-json-v2.ts';
import { readScheduleXml } from './schedule-xml.ts';

const MEGABYTES = 10;
const DEPTH = 40;

/** Reads a programme file, whichever of the known kinds it is. Throws ScheduleRefused: a place and what to do. */
export function parseSchedule(file: Buffer, { timeZone = null }: { timeZone?: string | null } = {}): ParsedSchedule {
  if (file.length > MEGABYTES * 1024 * 1024)
    throw new ScheduleRefused('the whole file', `It is larger than ${MEGABYTES} MB.`);
  return assemble(read(file.toString('utf8').replace(/^\uFEFF/, '')), timeZone);
}

function read(text: string): RawSchedule {
  const begins = text.trimStart()[0];
  if (begins === '<') return readScheduleXml(text);
  if (begins !== '{')
    throw new ScheduleRefused('line 1, column 1', 'This is neither JSON nor XML; send schedule.json or schedule.xml.');
  const root = jsonOf(text);
  const schedule = record(root['schedule']);
  if (Object.keys(schedule).length === 0)
    throw new ScheduleRefused('schedule', 'There is no "schedule" in it; send schedule.json or schedule.xml.');
  const isFlat = Array.isArray(schedule['events']) || Array.isArray(record(schedule['conference'])['events']);
  return isFlat ? readScheduleJsonV2(root) : readScheduleJson(root);
}

function jsonOf(text: string): Loose {
  refuseDepth(text);
  try {
    return record(JSON.parse(text));
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

function placeOf(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}

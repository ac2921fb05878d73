import { line, list, record, text, type LooseObject } from './loose.ts';
import { ScheduleRefused } from './parsed-schedule.ts';

const SEND = 'Send schedule.json, schedule.xml, or a sheet (CSV or XLSX).';
const LATER = `Aftertalk reads it from the next version. Until then, send schedule.json or schedule.xml.`;

/** Beginnings of other kinds of files, with a sentence for each. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^BEGIN:VCALENDAR/i, `This is an iCalendar file; ${LATER}`],
  [/^PK[^\w\s]/, `This is a ZIP archive. Unpack it. ${SEND}`],
  [
    /^(?:<!doctype html|<html)\b/i,
    `This is a web page (HTML), no programme. Look for the address of the export. ${SEND}`,
  ],
  [/^%PDF-/, `This is a PDF file. ${SEND}`],
];

/** Names the kind of a text that is no programme, as a sentence; null when its beginning does not tell. */
export const kindOfText = (text: string): string | null =>
  BEGINNINGS.find(([pattern]) => pattern.test(text.slice(0, 1_000)))?.[1] ?? null;

/** The refusal of a JSON file without `schedule`, naming its kind. */
export function refusalOfJson(root: unknown): ScheduleRefused {
  const view = sessionizeView(root);
  if (view !== null) return new ScheduleRefused('the whole file', `This is ${view}; ${LATER}`);
  const name = otherJson(root);
  if (name !== null) return new ScheduleRefused('the whole file', `This is ${name}. ${SEND}`);
  const found = Array.isArray(root) ? 'a list' : keysOf(record(root));
  return new ScheduleRefused('schedule', `There is no "schedule" in it, but ${found}. ${SEND}`);
}

/** The refusal of a JSON file whose `schedule` has no list of days: what it is, or what is found in it. */
export function refusalWithoutDays(root: LooseObject): ScheduleRefused {
  const schedule = record(root['schedule']);
  const { conference } = schedule;
  const place = conference === undefined ? 'schedule' : 'schedule.conference.days';
  if (isGrid(schedule)) return new ScheduleRefused(place, `This is ${GRID}. ${SEND}`);
  const around = record(conference ?? schedule);
  const days = around['days'];
  const found = days === undefined ? keysOf(around) : `"days" that is ${shapeOf(days)}`;
  return new ScheduleRefused(place, `There is no list of days in it, but ${found}. ${SEND}`);
}

const GRID = 'a grid of talks by day, minute and room, made of answers of the pretalx API';

/** Days by date, in them minutes of the day, in them talks by room: what AFPy publishes of PyConFR. */
function isGrid(schedule: LooseObject): boolean {
  const days = Object.entries(schedule);
  return (
    days.length > 0 &&
    days.every(([day, minutes]) => DAY.test(day) && Object.keys(record(minutes)).every((at) => MINUTE.test(at))) &&
    days.some(([, minutes]) =>
      Object.values(record(minutes)).some((rooms) => Object.values(record(rooms)).some(isTalk)),
    )
  );
}

const [DAY, MINUTE] = [/^\d{4}-\d{2}-\d{2}$/, /^\d{1,4}$/];
const isTalk = (value: unknown): boolean => 'title' in record(value);

const shapeOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? `an object with ${keysOf(record(value))}` : 'no list';
};

const keysOf = (thing: LooseObject): string => {
  const keys = Object.keys(thing);
  const named = keys.slice(0, 5).map((key) => `"${line(key, 40)}"`);
  return keys.length > 5 ? `${named.join(', ')} and ${keys.length - 5} more` : named.join(', ') || 'nothing';
};

/** The five views of Sessionize's API (sessionize.com/playbook/api), recognised by fields that only they have. */
function sessionizeView(root: unknown): string | null {
  const view = Array.isArray(root) ? listView(record(root[0])) : wholeView(record(root));
  return view === null ? null : `the view "${view}" of Sessionize`;
}

function wholeView(root: LooseObject): string | null {
  const has = (name: string): boolean => Array.isArray(root[name]);
  return has('sessions') && (has('speakers') || has('rooms') || has('categories')) ? 'All' : null;
}

function listView(first: LooseObject): string | null {
  if (Array.isArray(first['timeSlots'])) return 'GridSmart';
  if ('groupName' in first && Array.isArray(first['sessions'])) return 'Sessions';
  if ('code' in first && ('submission_type' in first || 'submissions' in first)) return null;
  return 'fullName' in first || ('firstName' in first && 'lastName' in first) ? 'Speakers' : null;
}

function otherJson(whole: unknown): string | null {
  const results = list(Array.isArray(whole) ? whole : record(whole)['results'])
    .slice(0, 10)
    .map(record);
  if (results.some((result) => text(result['_type']) !== '')) return 'an export of Indico';
  if (results.some((result) => 'code' in result || 'submission_type' in result || 'submissions' in result))
    return 'an answer of the pretalx API';
  const root = record(whole);
  return Array.isArray(root['talks']) && 'version' in root ? 'the data of a pretalx widget' : null;
}

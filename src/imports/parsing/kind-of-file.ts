import { list, record, text, type LooseObject } from './loose.ts';
import { ScheduleRefused } from './parsed-schedule.ts';

const SEND = 'Send schedule.json or schedule.xml.';
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
  [/^[\w "]+(?:[,;\t][\w "]+){2,}\r?\n/, `This looks like a table (CSV). ${SEND}`],
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
  const keys = Object.keys(record(root))
    .slice(0, 5)
    .map((key) => `"${key.slice(0, 40)}"`);
  const found = Array.isArray(root) ? 'a list' : `${keys.join(', ') || 'nothing'}`;
  return new ScheduleRefused('schedule', `There is no "schedule" in it, but ${found}. ${SEND}`);
}

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

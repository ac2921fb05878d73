/** A part of a day in minutes from midnight. */
export interface ClockRange {
  start: number;
  end: number | null;
}

const DAY_MINUTES = 1_440;
const CLOCK = /^(\d{1,2})\s*(?:[:h.]|uhr|heures?)\s*(\d{2})?(?::\d{2})?\s*(?:uhr|h|min)?\s*([ap]\.?\s?m\.?)?$/i;
const HOUR = /^(\d{1,2})\s*([ap]\.?\s?m\.?)$/i;
const RANGE = /^(.+?)(?:\s*[-–—→]\s*|\s(?:to|bis|à|a|until)\s)(.+)$/iu;

/** `14h30`, `14:30`, `2:30 PM`, `1430`, `0.604166` (a part of a day), and ranges of them; null for anything else. */
export function clockRangeOf(written: string): ClockRange | null {
  const text = written.replaceAll(/\s+/gu, ' ').trim();
  const only = clockOf(text);
  if (only !== null) return { start: only, end: null };
  const parts = RANGE.exec(text.replace(/^(?:de|from|von)\s+/i, ''));
  if (!parts) return null;
  const [, from = '', to = ''] = parts;
  const end = clockOf(to);
  if (end === null) return null;
  const meridiem = /([ap]\.?\s?m\.?)$/i.exec(to)?.[1];
  const isBare = meridiem !== undefined && !/[ap]\.?\s?m\.?$/i.test(from);
  // The second half of the day holds for both, as in 2:30-3:15 PM, unless the first would come after the second.
  const withMeridiem = isBare ? clockOf(`${from} ${meridiem}`) : null;
  const start = withMeridiem !== null && withMeridiem <= end ? withMeridiem : (clockOf(from) ?? clockOf(`${from}:00`));
  return start === null ? null : { start, end };
}

/** Minutes from midnight. */
function clockOf(written: string): number | null {
  const text = written.trim();
  if (/^0?[.,]\d+$|^\d(?:\.\d+)?e-\d+$/i.test(text)) return partOfDay(Number(text.replace(',', '.')));
  const four = /^([01]\d|2[0-3])([0-5]\d)$/.exec(text) ?? /^(\d)([0-5]\d)$/.exec(text);
  if (four) return Number(four[1]) * 60 + Number(four[2]);
  const found = CLOCK.exec(text) ?? HOUR.exec(text);
  if (!found) return null;
  const isHour = found.length === 3;
  const meridiem = isHour ? found[2] : found[3];
  return minutesOfDay(Number(found[1]), isHour ? 0 : Number(found[2] ?? 0), meridiem);
}

function minutesOfDay(hour: number, minute: number, meridiem: string | undefined): number | null {
  if (minute > 59 || hour > 23) return null;
  if (meridiem === undefined) return hour * 60 + minute;
  if (hour < 1 || hour > 12) return null;
  return ((hour % 12) + (/^p/i.test(meridiem) ? 12 : 0)) * 60 + minute;
}

/** The minutes of a part of a day, as spreadsheets store times; the whole days before it are a date. */
const partOfDay = (part: number): number | null =>
  part >= 0 && part < 1 ? Math.round(part * DAY_MINUTES) % DAY_MINUTES : null;

/** Minutes: `45`, `45 min`, `0:45`, `1h30`, `1 h`, `PT45M`, `0.03125` (a part of a day); null for anything else. */
export function durationOf(written: string): number | null {
  const text = written.trim().toLowerCase();
  const plain = /^(\d{1,4})(?:\.0+)?\s*(?:'|′|m|min|mins|minutes?|minuten)?$/.exec(text);
  if (plain) return Number(plain[1]);
  const hours = /^(\d{1,2})\s*(?:h|:|hours?|heures?|stunden?|std)\s*(\d{1,2})?(?::\d{2})?\s*(?:m|min|h)?$/.exec(text);
  if (hours) return Number(hours[1]) * 60 + Number(hours[2] ?? 0);
  const iso = /^pt(?:(\d{1,2})h)?(?:(\d{1,4})m)?$/.exec(text);
  if (iso) return Number(iso[1] ?? 0) * 60 + Number(iso[2] ?? 0);
  return /^0?[.,]\d+$/.test(text) ? partOfDay(Number(text.replace(',', '.'))) : null;
}

/** As `14:30`. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

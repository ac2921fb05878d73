/** Whether this machine's ICU data knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.includes('/') || name === 'UTC';
  } catch {
    return false;
  }
}

/** The name that ICU gives to a zone of several names. */
export const canonicalZone = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

/** Whether a text is a day of the calendar, as 2026-05-02. */
export const isDay = (text: string): boolean =>
  /^[12]\d{3}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

const OF_DAY = /T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/.source;
const INSTANT = new RegExp(`^(\\d{4}-\\d\\d-\\d\\d)${OF_DAY}`);

/** Whether a text is a time that exists (RFC 3339, section 5.6), in a year from 1000 to 2999. */
export function isInstant(text: string): boolean {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && isDay(day) && /^[12]\d{3}-/.test(new Date(text).toISOString());
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(zone: string, at: Date): Record<string, string> {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** Offsets change at a quarter of an hour since 1972; before, some changed at any second. */
const QUARTER_MS = 900_000;
const REGULAR_SINCE = Date.UTC(1972, 0);
const OFFSETS_AT_MOST = 10_000;
const offsets = new Map<string, number>();

/** Offset of the zone from UTC at an instant, in milliseconds; positive east of Greenwich. */
function offsetAt(zone: string, at: Date): number {
  const time = at.getTime();
  if (!(time >= REGULAR_SINCE)) return formattedOffset(zone, at);
  const key = `${zone} ${Math.floor(time / QUARTER_MS)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = formattedOffset(zone, at);
  if (offsets.size >= OFFSETS_AT_MOST) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function formattedOffset(zone: string, at: Date): number {
  const p = partsIn(zone, at);
  const local = Date.UTC(
    Number(p['year']),
    Number(p['month']) - 1,
    Number(p['day']),
    Number(p['hour']),
    Number(p['minute']),
    Number(p['second']),
  );
  return local - Math.floor(at.getTime() / 1000) * 1000;
}

/** The calendar date (YYYY-MM-DD) in a zone at an instant. */
export function dateIn(zone: string, at: Date): string {
  return new Date(at.getTime() + offsetAt(zone, at)).toISOString().slice(0, 10);
}

/**
 * The instant at which a zone's clock shows `date` `time`. A time in the gap of a clock change is moved past the gap;
 * of a time that occurs twice the first is taken.
 */
export function instantIn(zone: string, date: string, time = '00:00'): Date {
  const wall = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  const day = 86_400_000;
  const [before, after] = [offsetAt(zone, new Date(wall - day)), offsetAt(zone, new Date(wall + day))];
  const shown = [wall - before, wall - after].filter((at) => at + offsetAt(zone, new Date(at)) === wall);
  return new Date(shown.length > 0 ? Math.min(...shown) : wall - before);
}

/** The first instant of the day after `date` in a zone. */
export function endOfDay(zone: string, date: string): Date {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return instantIn(zone, next);
}

/** An instant by a zone's clock, with its offset from UTC: 2026-05-02T14:00:00+02:00. */
export function isoIn(zone: string, at: Date): string {
  const ahead = Math.round(offsetAt(zone, at) / 60_000);
  const hours = String(Math.floor(Math.abs(ahead) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(ahead) % 60).padStart(2, '0');
  const distance = `${ahead < 0 ? '-' : '+'}${hours}:${minutes}`;
  return new Date(at.getTime() + ahead * 60_000).toISOString().slice(0, 19) + distance;
}

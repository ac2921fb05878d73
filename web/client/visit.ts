import type { Locale } from '../../locales/words.ts';
import { contributionsIn } from '../components/contributions.ts';
import { readLocally, storeLocally } from '../components/local-storage.ts';
import type { ThreadShape } from '../components/shapes.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Older times stay dates. */
const RELATIVE_FOR = 7 * DAY;
/** A reader who was away for less comes back to the same visit. */
const SAME_VISIT = HOUR;

interface LastVisit {
  at: number;
  count: number;
}

/** The part of the page that a visit needs. */
interface VisitContext {
  readonly root: HTMLElement;
  readonly island: { thread: ThreadShape; locale: Locale };
  readonly now: () => number;
}

/**
 * Says times as “24 min ago”, and those of the banner under the title by the reader's own clock. `rewordTime` keeps
 * the words of a time for when it is drawn again. The returned function says all of them once more.
 */
export function sayTimes(
  { root, island: { locale }, now }: VisitContext,
  rewordTime: (at: string, text: string) => void,
): () => void {
  const relative = relativeIn(locale);
  const own = ownTimes(locale);
  // As the server wrote each time, because a time that is drawn again comes reworded.
  const inFull = new Map<string, string>();
  const say = (time: HTMLTimeElement, words: (full: string) => string): boolean => {
    const full = inFull.get(time.dateTime) ?? time.textContent ?? '';
    inFull.set(time.dateTime, full);
    if (time.title !== full) time.title = full;
    const text = words(full);
    if (time.textContent === text) return false;
    time.textContent = text;
    return true;
  };
  return () => {
    for (const time of root.querySelectorAll<HTMLTimeElement>('.when time'))
      if (say(time, (full) => ago(now() - Date.parse(time.dateTime), relative) ?? full))
        rewordTime(time.dateTime, time.textContent ?? '');
    for (const time of document.querySelectorAll<HTMLTimeElement>('#state time'))
      say(time, () => own(new Date(time.dateTime), new Date(now())));
  };
}

/**
 * Counts the contributions since this browser's last visit, and tells its time; null where there is nothing to tell.
 */
export function beginVisit({ island: { thread, locale }, now }: VisitContext): { count: number; at: string } | null {
  const count = contributionsIn(thread);
  const name = `visit ${thread.id}`;
  const last = readLocally<LastVisit>(name);
  if (!last || now() - last.at > SAME_VISIT) storeLocally(name, { at: now(), count } satisfies LastVisit);
  if (!last || now() - last.at <= SAME_VISIT || count <= last.count) return null;
  return { count: count - last.count, at: relativeIn(locale).format(-daysBetween(last.at, now()), 'day') };
}

const relativeIn = (locale: Locale): Intl.RelativeTimeFormat =>
  new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });

/** A time by the reader's clock: hour and minute, and the day unless it is today. */
function ownTimes(locale: Locale): (at: Date, now: Date) => string {
  const format = (parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { hour: '2-digit', minute: '2-digit', ...parts });
  const [today, otherDay] = [format({}), format({ weekday: 'short', day: 'numeric', month: 'short' })];
  return (at, now) => (at.toDateString() === now.toDateString() ? today : otherDay).format(at);
}

/** Says how long ago something was, in the largest unit that fits; null where a date is better. */
export function ago(span: number, relative: Intl.RelativeTimeFormat): string | null {
  if (span >= RELATIVE_FOR) return null;
  if (span < MINUTE) return relative.format(0, 'second');
  if (span < HOUR) return relative.format(-Math.floor(span / MINUTE), 'minute');
  if (span < DAY) return relative.format(-Math.floor(span / HOUR), 'hour');
  return relative.format(-Math.floor(span / DAY), 'day');
}

/** Days by the reader's calendar, so that last evening was yesterday. */
const daysBetween = (from: number, to: number): number =>
  Math.round((new Date(to).setHours(12, 0, 0, 0) - new Date(from).setHours(12, 0, 0, 0)) / DAY);

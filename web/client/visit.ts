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

interface Visit {
  at: number;
  count: number;
}

/** What a visit needs of the page. */
interface VisitContext {
  readonly root: HTMLElement;
  readonly island: { thread: ThreadShape; locale: Locale };
  readonly now: () => number;
}

/**
 * Says times as “24 min ago”, and how many comments came since this browser was here last. Loaded after the page is
 * live, because nobody needs it to read or to write. `rewordTime` keeps the words of a time for when it is drawn again.
 */
export function beginVisit(
  { root, island: { thread, locale }, now }: VisitContext,
  rewordTime: (at: string, text: string) => void,
): { count: number; at: string } | null {
  const count = contributionsIn(thread);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  // As the server wrote each time, because a time that is drawn again comes reworded.
  const inFull = new Map<string, string>();
  const reword = (): void => {
    for (const time of root.querySelectorAll<HTMLTimeElement>('.when time')) {
      const full = inFull.get(time.dateTime) ?? time.textContent ?? '';
      inFull.set(time.dateTime, full);
      time.title = full;
      const text = ago(now() - Date.parse(time.dateTime), relative) ?? full;
      if (time.textContent === text) continue;
      rewordTime(time.dateTime, text);
      time.textContent = text;
    }
  };
  reword();
  setInterval(reword, MINUTE);
  new MutationObserver(reword).observe(root, { childList: true, subtree: true });
  const name = `visit ${thread.id}`;
  const last = readLocally<Visit>(name);
  if (!last || now() - last.at > SAME_VISIT) storeLocally(name, { at: now(), count } satisfies Visit);
  if (!last || now() - last.at <= SAME_VISIT || count <= last.count) return null;
  return { count: count - last.count, at: relative.format(-daysBetween(last.at, now()), 'day') };
}

/** How long ago, in the largest unit that fits; null for what is a date. */
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

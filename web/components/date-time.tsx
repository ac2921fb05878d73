import { useContext } from 'preact/hooks';
import { dateLanguage, firstAsSaid } from '../../locales/written-date.ts';
import { LocaleContext } from './locale-context.ts';
import { zoneNameOf } from './zone-name.ts';

interface DateTimeProps {
  at: string;
  time?: boolean;
  zone?: boolean;
  /** The zone of another conference than the page's. */
  timeZone?: string;
}

/** A time in the conference's zone, which is named where it could be misread. */
export function DateTime({ at, time = true, zone, timeZone: own }: DateTimeProps) {
  const settings = useContext(LocaleContext);
  const { locale, saysZone } = settings;
  const timeZone = own ?? settings.timeZone;
  const isZoned = time && (zone ?? saysZone ?? false);
  const shown = isZoned
    ? `${inFull(at, { locale, timeZone, time })} ${zoneNameOf(at, { ...settings, timeZone })}`
    : formatDateTime(at, { locale, timeZone, time });
  return <time datetime={at}>{shown}</time>;
}

interface DateTimeForm {
  locale: string;
  timeZone: string;
  time: boolean;
}

/** A date, and perhaps a time, in a zone that is not named. */
export const formatDateTime = (at: string, form: DateTimeForm): string =>
  (form.time ? serverTimes.get(at) : undefined) ?? inFull(at, form);

function inFull(at: string, { locale, timeZone, time }: DateTimeForm): string {
  const parts: Intl.DateTimeFormatOptions = {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(time ? { hour: '2-digit', minute: '2-digit' } : {}),
  };
  // Servers and browsers differ in the kind of space; one kind keeps what was rendered unchanged.
  return firstAsSaid(
    locale,
    formatterOf(locale, parts)
      .format(new Date(at))
      .replace(/[\u00A0\u202F]/g, ' '),
  );
}

const serverTimes = new Map<string, string>();

/**
 * Reuses the formatted times of the server's page, so that a phone makes no formatter before it needs one, which costs
 * more than the rest of taking over.
 */
export function reuseServerTimes(root: HTMLElement): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>('.when time'))
    serverTimes.set(time.dateTime, time.textContent ?? '');
}

/** Shows a time of the page in other words from now on, also where it is drawn again. */
export const rewordTime = (at: string, text: string): void => void serverTimes.set(at, text);

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Cached, because making a formatter costs a phone more than a hundred uses. There are few: languages, zones and forms.
 */
function formatterOf(locale: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(parts)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(dateLanguage(locale), parts);
  if (formatters.size > 1_000) formatters.clear();
  formatters.set(key, made);
  return made;
}

/** A day without a time, given as 2026-05-02. */
export function Day({ on, weekday = false, short = false }: { on: string; weekday?: boolean; short?: boolean }) {
  const { locale } = useContext(LocaleContext);
  const parts: Intl.DateTimeFormatOptions = short
    ? { weekday: 'short', day: 'numeric' }
    : { day: 'numeric', month: 'long', year: 'numeric', ...(weekday ? { weekday: 'long' } : {}) };
  const text = formatterOf(locale, { timeZone: 'UTC', ...parts }).format(new Date(`${on}T00:00:00Z`));
  return <time datetime={on}>{firstAsSaid(locale, text)}</time>;
}

/** The day of a time in the conference's zone, in short. */
export function WeekDay({ at }: { at: string }) {
  const { locale, timeZone } = useContext(LocaleContext);
  const parts = { timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return <time datetime={at}>{formatterOf(locale, parts).format(new Date(at))}</time>;
}

/** Hours and minutes in the conference's zone. */
export function TimeOfDay({ at }: { at: string }) {
  const { locale, timeZone } = useContext(LocaleContext);
  return (
    <time datetime={at}>
      {formatterOf(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at))}
    </time>
  );
}

/**
 * Hours and minutes in the reader's zone, for events on their own device, such as a lost connection. Drawn by scripts
 * only.
 */
export function ReaderTimeOfDay({ at }: { at: string }) {
  const { locale } = useContext(LocaleContext);
  return <time datetime={at}>{formatterOf(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(at))}</time>;
}

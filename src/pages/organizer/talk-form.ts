import type { TalkChoice } from '../../../web/pages/talk-form.tsx';
import type { ConferenceShape, TalkShape } from '../../../web/components/shapes.ts';
import { instantIn, isDay, isoIn } from '../../kernel/zone.ts';
import { htmlAsMarkdown } from '../../platform/markup/html-as-markdown.ts';
import { lines, typed, type FormFields } from '../forms.ts';

/** The beginning of a talk by the form's day and time, in the conference's zone; null without a day. */
function startIn(form: FormFields, timeZone: string): string | null {
  const [day, time] = [typed(form, 'day').trim(), typed(form, 'time').trim()];
  if (day === '') return null;
  // Other text than a day and a time stays as it is, so that the request refuses it by its name.
  return isDay(day) && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)
    ? isoIn(timeZone, instantIn(timeZone, day, time))
    : `${day} ${time}`;
}

/** Hour until which a night belongs to the day before. */
const NIGHT_ENDS = '06:00';

/** Whether the day of a form is none of the conference's. The night after its last day is one of them. */
export function isOutsideDays(
  form: FormFields,
  { startsOn, endsOn }: Pick<ConferenceShape, 'startsOn' | 'endsOn'>,
): boolean {
  const day = typed(form, 'day').trim();
  if (!isDay(day)) return false;
  const last = typed(form, 'time').trim() < NIGHT_ENDS ? dayAfter(endsOn) : endsOn;
  return day < startsOn || day > last;
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const numberOr = (text: string): unknown => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : text);

/** The abstract that was typed, in Markdown. */
export const abstractIn = (form: FormFields): string => typed(form, 'abstract').replace(/\r\n/g, '\n').trim();

/** The fields of the form as the API takes them. */
export const talkIn = (form: FormFields, timeZone: string, talk: TalkShape | null) => ({
  title: typed(form, 'title'),
  subtitle: typed(form, 'subtitle'),
  startsAt: startIn(form, timeZone),
  durationMinutes: numberOr(typed(form, 'durationMinutes') || '0'),
  room: typed(form, 'room'),
  track: typed(form, 'track'),
  language: typed(form, 'language'),
  status: form['cancelled'] === undefined ? 'confirmed' : 'cancelled',
  doNotRecord: form['doNotRecord'] !== undefined,
  url: typed(form, 'url').trim() || null,
  speakers: lines(typed(form, 'speakers')).map((name) => ({ name })),
  links: linksIn(form, 'links', talk),
  attachments: linksIn(form, 'attachments', talk),
  licence: typed(form, 'licence'),
  ...(isAbstractLeft(form, talk) ? {} : { abstract: abstractIn(form) }),
});

/** The stored abstract as Markdown, of which only the HTML is kept. */
const abstractOf = (talk: TalkShape | null): string => htmlAsMarkdown(talk?.abstractHtml ?? '').trim();

/** Whether the form leaves the abstract as it is. Its HTML may have more than Markdown says, so it is not made anew. */
const isAbstractLeft = (form: FormFields, talk: TalkShape | null): boolean =>
  form['abstract'] === undefined || abstractIn(form) === abstractOf(talk);

/** Only what differs from the talk, because what is changed by hand wins over later imports. */
export function changesIn(form: FormFields, talk: TalkShape, timeZone: string): object {
  const asked = talkIn(form, timeZone, talk);
  const now: Record<string, unknown> = { ...talk, speakers: talk.speakers.map(({ name }) => ({ name })) };
  return Object.fromEntries(
    Object.entries(asked).filter(([name, value]) =>
      name === 'startsAt'
        ? timeOf(value as string | null) !== timeOf(talk.startsAt)
        : JSON.stringify(value) !== JSON.stringify(now[name]),
    ),
  );
}

type TalkLinks = TalkShape['links'];

/** A line for each link: its address, then what it is shown as. */
export const linesOf = (links: TalkLinks): string =>
  links.map(({ url, title }) => (title === '' || title === url ? url : `${url} ${title}`)).join('\n');

/** The links of the form; one that is there already keeps what it is called and its kind. */
export function linksIn(
  form: FormFields,
  name: 'links' | 'attachments',
  talk: Pick<TalkShape, 'links' | 'attachments'> | null,
): TalkLinks {
  const stored = new Map((talk?.[name] ?? []).map((link) => [linesOf([link]), link]));
  return lines(typed(form, name)).map((line) => {
    const [url = ''] = line.split(/\s+/, 1);
    const title = line.slice(url.length).trim();
    return stored.get(line) ?? ({ ...(title === '' ? {} : { title }), url } as TalkLinks[number]);
  });
}

const timeOf = (at: string | null): number | null => (at === null ? null : Date.parse(at));

/** The fields of the form as a talk has them; those of a new talk without one. */
export function storedChoice(talk: TalkShape | null, timeZone: string): TalkChoice {
  const start = talk?.startsAt ? isoIn(timeZone, new Date(talk.startsAt)) : '';
  return {
    title: talk?.title ?? '',
    subtitle: talk?.subtitle ?? '',
    day: start.slice(0, 10),
    time: start.slice(11, 16),
    durationMinutes: String(talk?.durationMinutes ?? 30),
    room: talk?.room ?? '',
    track: talk?.track ?? '',
    language: talk?.language ?? '',
    url: talk?.url ?? '',
    speakers: (talk?.speakers ?? []).map(({ name }) => name).join('\n'),
    abstract: abstractOf(talk),
    links: linesOf(talk?.links ?? []),
    attachments: linesOf(talk?.attachments ?? []),
    licence: talk?.licence ?? '',
    isCancelled: talk?.status === 'cancelled',
    doNotRecord: talk?.doNotRecord ?? false,
  };
}

/** The fields of the form as typed; null for a form that was not sent. */
export function typedChoice(form: FormFields, stored: TalkChoice): TalkChoice | null {
  if (form['title'] === undefined) return null;
  const texts = Object.keys(stored).map((name) => [name, typed(form, name).replace(/\r\n/g, '\n')]);
  return {
    ...(Object.fromEntries(texts) as TalkChoice),
    isCancelled: form['cancelled'] !== undefined,
    doNotRecord: form['doNotRecord'] !== undefined,
  };
}

/** Changes of two organizers in one talk at the same time. */
export interface MergedChoice {
  /** The second one's fields, and what the first saved in those that the second left alone. */
  choice: TalkChoice;
  /** The first one's values in fields that the second typed in, too. */
  meanwhile: Partial<TalkChoice>;
}

/** Merges a form into what was saved since it was shown; `was` is what it showed then, as its hidden field has it. */
export function mergedChoice(mine: TalkChoice, stored: TalkChoice, was: unknown): MergedChoice {
  const before = readBefore(was);
  const names = Object.keys(stored) as (keyof TalkChoice)[];
  const isMine = (name: keyof TalkChoice): boolean => mine[name] !== before[name];
  const pick = (from: (name: keyof TalkChoice) => boolean, of: TalkChoice) =>
    Object.fromEntries(names.filter(from).map((name) => [name, of[name]]));
  return {
    choice: { ...stored, ...pick(isMine, mine) },
    meanwhile: pick((name) => isMine(name) && stored[name] !== before[name] && stored[name] !== mine[name], stored),
  };
}

/** A form whose hidden field is unreadable was typed in everywhere. */
function readBefore(was: unknown): Partial<TalkChoice> {
  try {
    const before: unknown = JSON.parse(String(was));
    return typeof before === 'object' && before !== null ? before : {};
  } catch {
    return {};
  }
}

import { Injectable } from '@nestjs/common';
import type { Locale } from '../../locales/words.ts';
import { dayInWords } from '../../locales/written-date.ts';
import { invalidRequest, notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { drawChart } from './chart.ts';
import { CountFigures } from './count-figures.ts';
import type { CountedWindows } from './counted-windows.ts';
import { countingStatement } from './counting-statement.ts';
import { DeclaredFigures } from './declared-figures.ts';
import { FigureRows } from './figure-rows.ts';
import { keyOfWindow, WHOLE_CONFERENCE, type FigureWindow } from './figure-window.ts';
import type { CountedFigure, Figure, WindowKind } from './figure.ts';
import type { FigureQuery } from './figures.requests.ts';
import type { FigureDeclarationView, FigureView } from './figures.view.ts';
import { stillWaiting, type WaitedMinutes } from './still-waiting.ts';

/** A figure in a window of a conference. */
export interface AskedFigure {
  readonly conference: Conference;
  readonly figure: Figure;
  readonly window: FigureWindow;
  /** The window in words: a day as it is written, the title of a talk, or that of the conference. */
  readonly windowTitle: string;
}

const WINDOWS: Readonly<Record<Locale, Readonly<Record<WindowKind, string>>>> = {
  en: { conference: 'the conference', day: 'a day', talk: 'a talk' },
  fr: { conference: 'la conférence', day: 'un jour', talk: 'une intervention' },
};

/** Reads figures: as they are declared, counted in a window, drawn, and row by row. */
@Injectable()
export class Figures {
  /** Minutes read for the curves of a count, by window; goes with the count. */
  private readonly waited = new WeakMap<CountedWindows, Map<string, Promise<WaitedMinutes[]>>>();

  constructor(
    private readonly declaredFigures: DeclaredFigures,
    private readonly countFigures: CountFigures,
    private readonly figureRows: FigureRows,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly threadsQueries: ThreadsQueries,
  ) {}

  /** All figures, none of whose texts is empty. */
  declarations(locale: Locale): FigureDeclarationView[] {
    return this.declaredFigures.list().map((figure) => ({
      name: figure.name,
      question: figure.question[locale],
      numerator: figure.numerator[locale],
      denominator: figure.denominator[locale],
      window: figure.windows.map((kind) => WINDOWS[locale][kind]).join(', '),
      leftOut: figure.leftOut[locale],
      formula: figure.formula[locale],
      sql: countingStatement(figure),
      doesNotTell: figure.doesNotTell[locale],
    }));
  }

  /** Throws `not-found` for an unknown conference, figure or talk, `invalid-request` for a window it does not have. */
  async asked(idOrSlug: string, name: string, query: FigureQuery, locale: Locale): Promise<AskedFigure> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const figure = this.declaredFigures.named(name);
    if (!figure) throw notFound();
    for (const kind of ['talk', 'day'] as const)
      if (query[kind] !== undefined && !figure.windows.includes(kind))
        throw invalidRequest([
          { pointer: `#/query/${kind}`, detail: 'This figure is not counted so finely; leave it out.' },
        ]);
    return { conference, figure, ...(await this.windowIn(conference, query, locale)) };
  }

  /** All figures that are counted in a window, in the order in which they are declared. Throws as `asked`. */
  async askedIn(idOrSlug: string, query: FigureQuery, locale: Locale): Promise<AskedFigure[]> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const around = await this.windowIn(conference, query, locale);
    const figures = this.declaredFigures.list().filter(({ windows }) => windows.includes(around.window.kind));
    return figures.map((figure) => ({ conference, figure, ...around }));
  }

  /** The numbers of figures of one conference, counted together; see `CountFigures`. Throws `unavailable`. */
  async count(
    asked: readonly [AskedFigure, ...AskedFigure[]],
    options: { isPatient?: boolean } = {},
  ): Promise<CountedWindows[]> {
    const figures = asked.map(({ figure }) => figure);
    return this.countFigures.count(asked[0].conference, figures, options);
  }

  async read(asked: AskedFigure, locale: Locale): Promise<FigureView> {
    const [counted] = (await this.count([asked])) as [CountedWindows];
    return this.viewOf(asked, counted, locale);
  }

  viewOf({ figure, window, windowTitle }: AskedFigure, counted: CountedWindows, locale: Locale): FigureView {
    const { numbers, shown } = counted.of(window);
    const value = valueOf(figure, { numbers, shown });
    return {
      name: figure.name,
      question: figure.question[locale],
      sentence: figure.sentence[locale](numbers, locale),
      value,
      denominator: numbers.total,
      suppressed: value === null,
      parts: figure.parts.map(({ name, label }, i) => ({
        name,
        label: label[locale],
        value: numbers.parts[i]?.value ?? null,
        suppressed: (numbers.parts[i]?.value ?? null) === null,
      })),
      measures: numbers.measures,
      window: windowTitle,
      leftOut: figure.leftOut[locale],
      formula: figure.formula[locale],
      doesNotTell: figure.doesNotTell[locale],
      asOf: counted.asOf.toISOString(),
    };
  }

  /** The chart as SVG, as it leaves its page: with the line that `sourceAt` writes for the time of its numbers. */
  async draw(asked: AskedFigure, locale: Locale, sourceAt: (asOf: string) => string): Promise<string> {
    const [counted] = (await this.count([asked])) as [CountedWindows];
    return this.chartOf(asked, counted, { locale, source: sourceAt(counted.asOf.toISOString()) });
  }

  /** The chart as SVG; `source` is written below it. */
  async chartOf(
    asked: AskedFigure,
    counted: CountedWindows,
    { locale, source }: { locale: Locale; source?: string },
  ): Promise<string> {
    const { figure, window } = asked;
    const { numbers, shown } = counted.of(window);
    const isCurveShown = figure.chart === 'steps' && shown.isTotalShown && shown.areShown.every(Boolean);
    const curve = isCurveShown ? (counted.curveOf(window) ?? stillWaiting(await this.waitedIn(counted, asked))) : [];
    return drawChart({
      figure,
      numbers,
      locale,
      title: figure.question[locale],
      description: figure.sentence[locale](numbers, locale),
      steps: curve,
      ...(source === undefined ? {} : { source }),
    });
  }

  private async windowIn(
    conference: Conference,
    { talk, day }: FigureQuery,
    locale: Locale,
  ): Promise<Pick<AskedFigure, 'window' | 'windowTitle'>> {
    if (day !== undefined && !isOfCalendar(day))
      throw invalidRequest([{ pointer: '#/query/day', detail: 'Give a day as 2026-11-30.' }]);
    if (talk !== undefined && day !== undefined)
      throw invalidRequest([{ pointer: '#/query/day', detail: 'Give a talk or a day, not both.' }]);
    if (day !== undefined)
      return { window: { kind: 'day', day }, windowTitle: dayInWords(new Date(`${day}T00:00:00Z`), locale) };
    if (talk === undefined) return { window: WHOLE_CONFERENCE, windowTitle: conference.title };
    const thread = await this.threadOf(conference, talk);
    return { window: { kind: 'talk', threadId: thread.id }, windowTitle: thread.title };
  }

  /** Read once a count, because every page with the figure draws its curve. */
  private waitedIn(counted: CountedWindows, asked: AskedFigure): Promise<WaitedMinutes[]> {
    const read = this.waited.get(counted) ?? new Map<string, Promise<WaitedMinutes[]>>();
    this.waited.set(counted, read);
    const key = keyOfWindow(asked.window);
    const found = read.get(key);
    if (found) return found;
    const reading = this.figureRows.waited(asked, counted.asOf);
    read.set(key, reading);
    reading.catch(() => read.delete(key));
    return reading;
  }

  private async threadOf(conference: Conference, talk: string): Promise<{ id: string; title: string }> {
    if (!isUuid(talk)) return this.threadsQueries.getBySlug(conference.id, talk);
    const found = await this.programmeQueries.findTalk(talk);
    const thread = await this.threadsQueries.find(found?.threadId ?? talk);
    if (thread?.conferenceId !== conference.id) throw notFound();
    return thread;
  }
}

/** Whether there is such a day, which 31 February is not. */
const isOfCalendar = (day: string): boolean => new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;

function valueOf({ valueOf: names }: Figure, { numbers }: CountedFigure): number | null {
  const values = numbers.parts.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  return numbers.total === null || values.includes(null)
    ? null
    : values.reduce<number>((sum, value) => sum + value!, 0);
}

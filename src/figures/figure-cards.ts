import { Injectable } from '@nestjs/common';
import type { Locale } from '../../locales/words.ts';
import { dateLanguage, firstAsSaid } from '../../locales/written-date.ts';
import { serialOf, type CountedWindows } from './counted-windows.ts';
import { countingStatement } from './counting-statement.ts';
import { keyOfWindow } from './figure-window.ts';
import { Figures, type AskedFigure } from './figures.ts';
import type { FigureQuery } from './figures.requests.ts';
import type { FigureView } from './figures.view.ts';

/** A figure with all that is said of it, without its chart. */
export interface ReadFigure extends FigureView {
  numeratorText: string;
  denominatorText: string;
  /** The formula as the statement that counts it. */
  sql: string;
}

/** A figure with all that a page shows of it. */
export interface DrawnFigure extends ReadFigure {
  /** The chart. */
  svg: string;
  /** The address of the figure for programs, without an ending. */
  path: string;
  /** The query of that address after its ending, which names the day or the talk; empty for the conference. */
  query: string;
}

/** Figures whose charts are not drawn yet. */
export interface UndrawnFigures {
  /** Names everything that is drawn; the same for the same numbers in this process alone. */
  readonly version: string;
  draw(): Promise<DrawnFigure[]>;
}

/** A day of a conference as a choice. */
export interface DayOfFigures {
  day: string;
  label: string;
}

/** Most days of a conference that have figures of their own on its pages. */
const MOST_DAYS = 14;

/** Reads the figures of a window together, for pages and archives. */
@Injectable()
export class FigureCards {
  constructor(private readonly figures: Figures) {}

  /**
   * Draws those figures that are counted in this window, in the order in which they are declared. Throws `not-found`,
   * and `unavailable` while they are counted for the first time, unless it is asked to wait.
   */
  async of(
    conference: string,
    query: FigureQuery,
    locale: Locale,
    options: { isPatient?: boolean } = {},
  ): Promise<DrawnFigure[]> {
    return (await this.undrawn(conference, query, locale, options)).draw();
  }

  /** The same, drawn once that is asked for: a page that shows the same version already needs no charts. */
  async undrawn(
    conference: string,
    query: FigureQuery,
    locale: Locale,
    options: { isPatient?: boolean } = {},
  ): Promise<UndrawnFigures> {
    const all = await this.counted(conference, query, { ...options, locale });
    const address = new URLSearchParams({ ...query }).toString();
    const version = all.map(({ asked, counted }) => [serialOf(counted), keyOfWindow(asked.window), asked.windowTitle]);
    return {
      version: JSON.stringify([locale, version]),
      draw: () =>
        Promise.all(
          all.map(async ({ asked, counted }) => ({
            ...this.said(asked, counted, locale),
            svg: await this.figures.chartOf(asked, counted, { locale }),
            path: `/api/v1/conferences/${conference}/figures/${asked.figure.name}`,
            query: address === '' ? '' : `?${address}`,
          })),
        ),
    };
  }

  /** The same without their charts, however long it takes. Throws `not-found`. */
  async read(conference: string, query: FigureQuery, locale: Locale): Promise<ReadFigure[]> {
    const all = await this.counted(conference, query, { isPatient: true, locale });
    return all.map(({ asked, counted }) => this.said(asked, counted, locale));
  }

  private async counted(
    conference: string,
    query: FigureQuery,
    { locale, ...options }: { locale: Locale; isPatient?: boolean },
  ): Promise<CountedCard[]> {
    const [first, ...others] = await this.figures.askedIn(conference, query, locale);
    if (!first) return [];
    const all = [first, ...others] as const;
    const counts = await this.figures.count(all, options);
    return all.map((asked, i) => ({ asked, counted: counts[i]! }));
  }

  private said(asked: AskedFigure, counted: CountedWindows, locale: Locale): ReadFigure {
    return {
      ...this.figures.viewOf(asked, counted, locale),
      sql: countingStatement(asked.figure),
      numeratorText: asked.figure.numerator[locale],
      denominatorText: asked.figure.denominator[locale],
    };
  }
}

/** A figure that was asked for, with its numbers. */
interface CountedCard {
  readonly asked: AskedFigure;
  readonly counted: CountedWindows;
}

/** The days of a conference from its first to its last. */
export function daysOfFigures(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  locale: Locale,
): DayOfFigures[] {
  const written = new Intl.DateTimeFormat(dateLanguage(locale), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const days: DayOfFigures[] = [];
  for (
    const at = new Date(startsOn);
    at <= new Date(endsOn) && days.length < MOST_DAYS;
    at.setUTCDate(at.getUTCDate() + 1)
  )
    days.push({ day: at.toISOString().slice(0, 10), label: firstAsSaid(locale, written.format(at)) });
  return days;
}

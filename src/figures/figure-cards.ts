import { Injectable } from '@nestjs/common';
import type { Locale } from '../../locales/words.ts';
import { DeclaredFigures } from './declared-figures.ts';
import { Figures } from './figures.ts';
import type { FigureQuery } from './figures.requests.ts';
import type { FigureView } from './figures.view.ts';
import type { WindowKind } from './figure.ts';

/** A figure with all that a page shows of it. */
export interface DrawnFigure extends FigureView {
  /** The chart. */
  svg: string;
  numeratorText: string;
  denominatorText: string;
  /** The formula as the statement that counts it. */
  sql: string;
  /** The address of the figure for programs, without an ending. */
  path: string;
  /** The query of that address after its ending, which names the day or the talk; empty for the conference. */
  query: string;
}

/** A day of a conference as a choice. */
export interface DayOfFigures {
  day: string;
  label: string;
}

/** Most days of a conference that have figures of their own on its pages. */
const MOST_DAYS = 14;

/** Reads figures as pages show them: whole, with their charts. */
@Injectable()
export class FigureCards {
  constructor(
    private readonly declaredFigures: DeclaredFigures,
    private readonly figures: Figures,
  ) {}

  /** Those figures that are counted in this window, in the order in which they are declared. Throws `not-found`. */
  async of(conference: string, query: FigureQuery, locale: Locale): Promise<DrawnFigure[]> {
    const kind = windowIn(query);
    const declared = this.figures.declarations(locale);
    const names = this.declaredFigures.list().filter(({ windows }) => windows.includes(kind));
    return Promise.all(
      names.map(async ({ name }) => {
        const asked = await this.figures.asked(conference, name, query, locale);
        const [view, svg] = await Promise.all([this.figures.read(asked, locale), this.figures.draw(asked, locale)]);
        const { numerator, denominator, sql } = declared.find((each) => each.name === name)!;
        return {
          ...view,
          svg,
          sql,
          numeratorText: numerator,
          denominatorText: denominator,
          path: `/api/v1/conferences/${conference}/figures/${name}`,
          query: kind === 'conference' ? '' : `?${new URLSearchParams({ ...query }).toString()}`,
        };
      }),
    );
  }
}

function windowIn({ talk, day }: FigureQuery): WindowKind {
  if (talk !== undefined) return 'talk';
  return day === undefined ? 'conference' : 'day';
}

/** The days of a conference from its first to its last. */
export function daysOfFigures(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  locale: Locale,
): DayOfFigures[] {
  const written = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const days: DayOfFigures[] = [];
  for (
    const at = new Date(startsOn);
    at <= new Date(endsOn) && days.length < MOST_DAYS;
    at.setUTCDate(at.getUTCDate() + 1)
  )
    days.push({ day: at.toISOString().slice(0, 10), label: written.format(at) });
  return days;
}

import { Injectable } from '@nestjs/common';
import { Clock, stopwatch } from '../kernel/clock.ts';
import { dateIn, instantIn } from '../kernel/zone.ts';
import { Database } from '../platform/database/database.ts';
import { windowsOf } from './counted-windows.ts';
import {
  comparingStatement,
  countingStatement,
  linesStatement,
  quickStatement,
  waitedStatement,
} from './counting-statement.ts';
import { keyOfWindow } from './figure-window.ts';
import { hashOfStatement, type KeptCurves, type KeptSums, type SumRow } from './figure-sums.ts';
import type { Figure } from './figure.ts';
import { mayFollow, type RenewedCell } from './renewal.policy.ts';
import { drawnSteps, stillWaiting, type WaitedMinutes } from './still-waiting.ts';

/** A conference whose figures are counted, and how far its logs are. */
export interface CountedConference {
  readonly id: string;
  readonly timeZone: string;
  readonly place: string;
}

type ComparedRow = SumRow & RenewedCell;

/** Counts a figure. */
@Injectable()
export class CountFigure {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts as of now, or as of the start of the day; `before` stays where the next version may not follow it yet. */
  async count(conference: CountedConference, figure: Figure, before: KeptSums | null): Promise<KeptSums> {
    const took = stopwatch();
    const countedAt = this.clock.now();
    const asOf = figure.renewed === 'by-the-day' ? this.startOfDay(conference.timeZone) : countedAt;
    const counted =
      figure.renewed === 'by-the-day'
        ? await this.nextVersion(conference, figure, { asOf, before })
        : await this.asOf(conference, figure, asOf, quickStatement(figure) ?? countingStatement(figure));
    // Numbers that are still the same keep their time, so that pages and archives of them are the same, too.
    const isSame = figure.renewed === 'for-a-while' && before && !hasChanged(before.sums, counted.sums);
    return {
      ...counted,
      ...(isSame ? { asOf: before.asOf, sums: before.sums } : {}),
      countedAt,
      place: conference.place,
      statement: hashOfStatement(figure),
      tookMs: Math.ceil(took()),
    };
  }

  /** The numbers of a figure that is not renewed by the day, as of a moment, by its full statement or a quicker one. */
  async asOf(
    conference: CountedConference,
    figure: Figure,
    asOf: Date,
    statement = countingStatement(figure),
  ): Promise<Pick<KeptSums, 'asOf' | 'sums' | 'curves' | 'lines'>> {
    const values = [conference.id, asOf, conference.timeZone];
    const sums = await this.database.readLong<SumRow>(statement, values);
    const curves = figure.chart === 'steps' ? await this.curves(figure, values) : {};
    return { asOf, sums, curves, lines: null };
  }

  /** The start of the day in a time zone. */
  startOfDay(timeZone: string): Date {
    return instantIn(timeZone, dateIn(timeZone, this.clock.now()));
  }

  private async nextVersion(
    { id, timeZone }: CountedConference,
    figure: Figure,
    { asOf, before }: { asOf: Date; before: KeptSums | null },
  ): Promise<Pick<KeptSums, 'asOf' | 'sums' | 'curves' | 'lines'>> {
    const since = before?.asOf ?? new Date(0);
    const rows = await this.database.readLong<ComparedRow>(comparingStatement(figure), [id, asOf, timeZone, since]);
    const shown = new Map(before?.sums.map(({ part, marks = '0', people }) => [part ?? '', { marks, people }]));
    const next = new Map(rows.map((row) => [row.part ?? '', row]));
    const versions = [before?.sums ?? [], rows].map((sums) => shownIn(figure, sums));
    if (before && !mayFollow(shown, next, (name) => versions.some((names) => names.has(name)))) return before;
    const lines = await this.database.readLong<NonNullable<KeptSums['lines']>[number]>(linesStatement(figure), [
      id,
      asOf,
      timeZone,
    ]);
    return { asOf, sums: rows, curves: {}, lines };
  }

  private async curves(figure: Figure, values: readonly unknown[]): Promise<KeptCurves> {
    const rows = await this.database.readLong<WaitedMinutes & { isDayAll: number; day: string | null }>(
      waitedStatement(figure),
      values,
    );
    const byWindow = new Map<string, WaitedMinutes[]>();
    for (const row of rows) {
      if (!row.isDayAll && row.day === null) continue;
      const key = keyOfWindow(row.isDayAll ? { kind: 'conference' } : { kind: 'day', day: row.day! });
      const waited = byWindow.get(key) ?? [];
      byWindow.set(key, waited);
      waited.push(row);
    }
    return Object.fromEntries([...byWindow].map(([key, waited]) => [key, drawnSteps(stillWaiting(waited))]));
  }
}

/** The parts of a conference that a version shows, and the total, which is called ''. */
function shownIn(figure: Figure, sums: readonly SumRow[]): ReadonlySet<string> {
  const { shown } = windowsOf(figure, { sums, curves: {}, lines: null, asOf: new Date(0) }).of({ kind: 'conference' });
  const parts = figure.parts.flatMap(({ name }, i) => (shown.areShown[i] ? [name] : []));
  return new Set(shown.isTotalShown ? ['', ...parts] : parts);
}

/** Whether two counts differ, whose rows and fields are in no order. */
function hasChanged(before: readonly SumRow[], now: readonly SumRow[]): boolean {
  const written = (sums: readonly SumRow[]): string =>
    sums
      .map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))))
      .toSorted((a, b) => (a < b ? -1 : 1))
      .join();
  return written(before) !== written(now);
}

import { Injectable } from '@nestjs/common';
import { CSV_BEGINS, csvLine } from '../kernel/csv.ts';
import { Database } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { CountFigures } from './count-figures.ts';
import { AlikeRows, linesWithIds, type AlikeLines } from './alike-rows.ts';
import { serialOf, type CountedWindows } from './counted-windows.ts';
import { placedRows } from './counting-statement.ts';
import { keyOfWindow, type FigureWindow } from './figure-window.ts';
import { lineOf, NOWHERE, type FigureRow, type ShownInFile } from './figure-lines.ts';
import type { Figure } from './figure.ts';
import { KeptRows } from './kept-rows.ts';
import type { WaitedMinutes } from './still-waiting.ts';

/** Threads whose rows are read at once. */
const THREADS_AT_ONCE = 100;

const NAMES = ['id', 'talk', 'hour', 'part', 'times', 'minutes'];

interface FigureInWindow {
  readonly conference: Conference;
  readonly figure: Figure;
  readonly window: FigureWindow;
}

/** SQL: the condition on placed rows that they belong to the window, whose value is $4. */
const IN_WINDOW: Readonly<Record<FigureWindow['kind'], string>> = {
  conference: '$4::text is null',
  day: 'day = $4::date',
  talk: 'thread_id = $4::uuid',
};

const valueOf = (window: FigureWindow): string | null => {
  if (window.kind === 'day') return window.day;
  return window.kind === 'talk' ? window.threadId : null;
};

/** SQL: how often a thing counts: each of its rows, or the largest alone where the figure is a peak. */
const TIMES: Readonly<Record<Figure['sums'], string>> = { all: 'sum(p.times)', most: 'max(p.times)' };

/** Reads what is behind a figure, thing by thing. */
@Injectable()
export class FigureRows {
  constructor(
    private readonly database: Database,
    private readonly countFigures: CountFigures,
    private readonly keptRows: KeptRows,
  ) {}

  /**
   * The rows of a figure as CSV (RFC 4180, UTF-8 with a byte order mark), one line a thing counted: an id of this
   * download alone, the talk, the hour, the part, how often it counts, minutes. Never who. A talk and a part are left
   * out where the number of their window is not shown, so that lines tell no more than numbers do; so is the hour,
   * which tells the talk by the programme. Throws `unavailable` while the figure is counted for the first time.
   */
  async csv(asked: FigureInWindow): Promise<Iterable<string>> {
    const [counted] = (await this.countFigures.count(asked.conference, [asked.figure])) as [CountedWindows];
    return fileOf(await this.linesOf(asked, counted));
  }

  /** Read once a count, since a file that is asked again differs in nothing but its ids. */
  private linesOf(asked: FigureInWindow, counted: CountedWindows): Promise<AlikeLines[]> {
    if (!counted.of(asked.window).shown.isTotalShown) return Promise.resolve([]);
    return this.keptRows.getOrRead(`${serialOf(counted)} ${keyOfWindow(asked.window)}`, () =>
      this.readLines(asked, counted),
    );
  }

  private async readLines(
    { conference, figure, window }: FigureInWindow,
    counted: CountedWindows,
  ): Promise<AlikeLines[]> {
    const { areShown } = counted.of(window).shown;
    const shown: ShownInFile = { areShown, isShown: (around) => counted.of(around).shown.isTotalShown };
    const alike = new AlikeRows();
    if (counted.lines) {
      // The rows of the version that is shown, because those in the tables may have changed since.
      for (const line of counted.lines) alike.add(lineOf({ ...NOWHERE, ...line }, figure, shown), line.rows);
      return alike.lines();
    }
    for (const threads of await this.threadsIn(conference.id, figure, window)) {
      const rows = await this.database.read<FigureRow & { rows: number }>(
        `${placedRows(figure)},
         things as (
           select p.thread_id, w.slug talk, p.day,
             to_char(date_trunc('hour', min(p.at)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') "hour", p.part,
             ${TIMES[figure.sums]}::int times, max(p.minutes) minutes
           from placed p
           left join threads w on w.id = p.thread_id
           where ${IN_WINDOW[window.kind]} and ($5::uuid[] is null or p.thread_id = any($5))
           group by p.thing, p.thread_id, w.slug, p.day, p.part
         )
         select thread_id "threadId", talk, day::text "day", "hour", part, times, minutes, count(*)::int rows
         from things
         group by thread_id, talk, day, "hour", part, times, minutes`,
        [conference.id, counted.asOf, conference.timeZone, valueOf(window), threads],
      );
      for (const row of rows) alike.add(lineOf(row, figure, shown), row.rows);
    }
    return alike.lines();
  }

  /** Reads the waits of a window's questions, in order of their minutes. */
  async waited({ conference, figure, window }: FigureInWindow, asOf: Date): Promise<WaitedMinutes[]> {
    return this.database.read<WaitedMinutes>(
      `${placedRows(figure)}
       select minutes, count(*) filter (where part = 'answered')::int answered,
         count(*) filter (where part = 'waiting')::int waiting
       from placed
       where ${IN_WINDOW[window.kind]}
       group by minutes
       order by minutes`,
      [conference.id, asOf, conference.timeZone, valueOf(window)],
    );
  }

  /** The threads of a window in parts; once without threads for a figure of the conference alone. */
  private async threadsIn(
    conferenceId: string,
    { windows }: Figure,
    window: FigureWindow,
  ): Promise<(readonly string[] | null)[]> {
    if (!windows.includes('day')) return [null];
    if (window.kind === 'talk') return [[window.threadId]];
    const ids = await this.database.read<{ id: string }>('select id from threads where conference_id = $1', [
      conferenceId,
    ]);
    const parts: string[][] = [];
    for (let i = 0; i < ids.length; i += THREADS_AT_ONCE)
      parts.push(ids.slice(i, i + THREADS_AT_ONCE).map(({ id }) => id));
    return parts;
  }
}

function* fileOf(lines: readonly AlikeLines[]): Generator<string> {
  yield `${CSV_BEGINS}${csvLine(NAMES)}\r\n`;
  yield* linesWithIds(lines);
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { SingleFlight } from '../kernel/single-flight.ts';
import { Database } from '../platform/database/database.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { keyOfWindow, groupingSets, type FigureWindow } from './figure-window.ts';
import type { CountedFigure, Figure, FigureNumbers } from './figure.ts';
import { shownWindows, type Cell, type CountedWindow, type ShownWindow } from './suppression.policy.ts';

/** How many times as long as its counting took a count is used, so that counting takes a tenth of the time at most. */
const USED_FOR = 10;
/** Most figures that are kept in memory, each with all of its talks; the one that was counted longest ago goes. */
const MOST_KEPT = 100;

/** All windows of a figure in a conference, as of a moment. */
export interface CountedWindows {
  readonly asOf: Date;
  of(window: FigureWindow): CountedFigure;
}

interface CountRow {
  isThreadAll: number;
  isDayAll: number;
  isPartAll: number;
  threadId: string | null;
  day: string | null;
  part: string | null;
  value: number;
  people: number;
  [measure: string]: unknown;
}

interface Kept {
  readonly counted: CountedWindows;
  readonly until: number;
}

/**
 * SQL: the rows of a figure in conference $1 at $2, with the day of their talk in the time zone $3; named `placed`.
 */
export const placedRows = ({ rows }: Figure): string => `with counted as (${rows}),
  placed as (
    select r.*, (k.starts_at at time zone $3)::date as day
    from counted r
    left join threads w on w.id = r.thread_id
    left join talks k on k.id = w.talk_id
  )`;

/** SQL: the statement that counts a figure in all of its windows at once; shown to readers who want to check it. */
export const countingStatement = (figure: Figure): string => `${placedRows(figure)}
  select ${figure.windows.includes('talk') ? 'grouping(thread_id)' : '1'} "isThreadAll",
    ${figure.windows.includes('talk') ? 'thread_id' : 'null::uuid'} "threadId",
    ${figure.windows.includes('day') ? 'grouping(day)' : '1'} "isDayAll",
    ${figure.windows.includes('day') ? 'day::text' : 'null'} "day",
    grouping(part) "isPartAll", part, coalesce(sum(times), 0)::int "value", count(distinct who)::int people
    ${Object.entries(figure.measures)
      .map(([name, sql]) => `, ${sql} "measure ${name}"`)
      .join('')}
  from placed
  group by grouping sets (${groupingSets(figure.windows)})`;

/** Counts figures, and uses a count again for a while: it says as of when. */
@Injectable()
export class CountFigures {
  private readonly kept = new Map<string, Kept>();
  private readonly counting = new SingleFlight<CountedWindows>();

  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found` for an unknown conference. */
  async count(conference: string, figure: Figure): Promise<CountedWindows> {
    const { id, timeZone } = await this.programmeQueries.getConference(conference);
    const key = `${id} ${figure.name}`;
    const kept = this.kept.get(key);
    if (kept && kept.until > this.clock.now().getTime()) return kept.counted;
    return this.counting.ask(key, async () => {
      const asOf = this.clock.now();
      const rows = await this.database.read<CountRow>(countingStatement(figure), [id, asOf, timeZone]);
      const counted = windowsOf(figure, rows, asOf);
      const now = this.clock.now().getTime();
      this.kept.delete(key);
      this.kept.set(key, { counted, until: now + (now - asOf.getTime()) * USED_FOR });
      if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
      return counted;
    });
  }
}

const NOTHING: Cell = { value: 0, people: 0 };
const HIDDEN: ShownWindow = { isTotalShown: false, areShown: [] };

/** A window with the rows that it has: the one of its total, and those of its parts by name. */
interface RowsOfWindow {
  key: string;
  within: string | null;
  total?: CountRow;
  parts: Map<string, CountRow>;
}

function windowsOf(figure: Figure, rows: readonly CountRow[], asOf: Date): CountedWindows {
  const byKey = new Map<string, RowsOfWindow>();
  for (const row of rows) {
    const [key, within] = placeOf(row, figure);
    if (key === null) continue;
    const window = byKey.get(key) ?? { key, within, parts: new Map<string, CountRow>() };
    byKey.set(key, window);
    if (row.isPartAll) window.total = row;
    else window.parts.set(row.part!, row);
  }
  const windows = [...byKey.values()].map((window) => cellsOf(window, figure));
  const shown = shownWindows(windows, {
    isPublic: figure.isPublic,
    ...(figure.fewestPeople === undefined ? {} : { fewest: figure.fewestPeople }),
  });
  const none = shownWindows([cellsOf({ key: 'conference', within: null, parts: new Map() }, figure)], {
    isPublic: figure.isPublic,
  }).get('conference')!;
  const cells = new Map(windows.map((window) => [window.key, window]));
  return {
    asOf,
    of: (asked) => {
      const key = keyOfWindow(asked);
      const isShown = shown.get(key) ?? (figure.windows.includes(asked.kind) ? none : HIDDEN);
      return { shown: isShown, numbers: numbersOf(figure, cells.get(key), { isShown, total: byKey.get(key)?.total }) };
    },
  };
}

/** The window of a row, and the one around it; null for a row that is no window by itself. */
function placeOf(row: CountRow, { windows }: Figure): [key: string | null, within: string | null] {
  const conference = keyOfWindow({ kind: 'conference' });
  const within = row.day === null || !windows.includes('day') ? conference : keyOfWindow({ kind: 'day', day: row.day });
  if (!row.isThreadAll) return [keyOfWindow({ kind: 'talk', threadId: row.threadId ?? 'none' }), within];
  if (row.isDayAll) return [conference, null];
  return [row.day === null ? null : within, conference];
}

function cellsOf({ key, within, total, parts }: RowsOfWindow, figure: Figure): CountedWindow {
  const cells = figure.parts.map(({ name, isWithoutPeople }): Cell => {
    const { value, people } = parts.get(name) ?? NOTHING;
    return { value, people: isWithoutPeople ? null : people };
  });
  const isOfPeople = cells.some(({ value, people }) => people !== null && value > 0);
  const isOnlyWithoutPeople = !isOfPeople && figure.parts.some(({ isWithoutPeople }) => isWithoutPeople);
  return {
    key,
    within,
    total: { value: total?.value ?? 0, people: isOnlyWithoutPeople ? null : (total?.people ?? 0) },
    parts: cells,
  };
}

function numbersOf(
  figure: Figure,
  window: CountedWindow | undefined,
  { isShown: { isTotalShown, areShown }, total }: { isShown: ShownWindow; total: CountRow | undefined },
): FigureNumbers {
  const areAllShown = isTotalShown && areShown.every(Boolean);
  return {
    total: isTotalShown ? (window?.total.value ?? 0) : null,
    parts: figure.parts.map(({ name }, i) => ({
      name,
      value: areShown[i] ? (window?.parts[i]?.value ?? 0) : null,
    })),
    measures: Object.fromEntries(
      Object.keys(figure.measures).map((name) => [
        name,
        areAllShown ? ((total?.[`measure ${name}`] as number | null | undefined) ?? null) : null,
      ]),
    ),
  };
}

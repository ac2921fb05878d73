import { keyOfWindow, type FigureWindow } from './figure-window.ts';
import type { CountedFigure, Figure, FigureNumbers } from './figure.ts';
import type { KeptLine, KeptSums, SumRow } from './figure-sums.ts';
import type { StillWaiting } from './still-waiting.ts';
import { shownWindows, type Cell, type CountedWindow, type ShownWindow } from './suppression.policy.ts';

/** The numbers of a figure as of a moment. */
type CountOfFigure = Pick<KeptSums, 'sums' | 'curves' | 'lines' | 'asOf'>;

/** All windows of a figure in a conference, as of a moment. */
export interface CountedWindows {
  readonly asOf: Date;
  /** The rows, where they are not read from the tables. */
  readonly lines: readonly KeptLine[] | null;
  of(window: FigureWindow): CountedFigure;
  /** The share of questions that still wait; undefined where it was not kept for the window. */
  curveOf(window: FigureWindow): readonly StillWaiting[] | undefined;
}

const serials = new WeakMap<CountedWindows, number>();
let last = 0;

/** Numbers a count within this process, for the keys of caches. */
export function serialOf(counted: CountedWindows): number {
  const serial = serials.get(counted) ?? (last += 1);
  serials.set(counted, serial);
  return serial;
}

const NOTHING: Cell = { value: 0, people: 0 };
const HIDDEN: ShownWindow = { isTotalShown: false, areShown: [] };

/** A window with the rows that it has: the one of its total, and those of its parts by name. */
interface RowsOfWindow {
  key: string;
  within: string | null;
  total?: SumRow;
  parts: Map<string, SumRow>;
}

/** The windows of a count, with their totals, parts and curves, as they are shown. Pure. */
export function windowsOf(figure: Figure, { sums, curves, lines, asOf }: CountOfFigure): CountedWindows {
  const byKey = new Map<string, RowsOfWindow>();
  for (const row of sums) {
    const [key, within] = placeOf(row, figure);
    if (key === null) continue;
    const window = byKey.get(key) ?? { key, within, parts: new Map<string, SumRow>() };
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
    lines,
    curveOf: (asked) => curves[keyOfWindow(asked)],
    of: (asked) => {
      const key = keyOfWindow(asked);
      const isShown = shown.get(key) ?? (figure.windows.includes(asked.kind) ? none : HIDDEN);
      return { shown: isShown, numbers: numbersOf(figure, cells.get(key), { isShown, total: byKey.get(key)?.total }) };
    },
  };
}

/** The window of a row, and the one around it; null for a row that is no window by itself. */
function placeOf(row: SumRow, { windows }: Figure): [key: string | null, within: string | null] {
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
  { isShown: { isTotalShown, areShown }, total }: { isShown: ShownWindow; total: SumRow | undefined },
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

import type { FigureWindow } from './figure-window.ts';
import type { Figure } from './figure.ts';

/** A row behind a figure, before what is not shown is taken out. */
export interface FigureRow {
  readonly threadId: string | null;
  readonly talk: string | null;
  readonly day: string | null;
  readonly hour: string;
  readonly part: string;
  readonly times: number;
  readonly minutes: number | null;
}

/** Of a row that belongs to no talk and no day. */
export const NOWHERE = { threadId: null, talk: null, day: null, hour: '' } as const;

/** A line of a figure's file, without its id. */
export interface FigureLine {
  /** The talk that it names; empty where none is named. */
  readonly talk: string;
  readonly fields: readonly string[];
}

/** The shown parts in the window of a file, and the shown windows of the conference. */
export interface ShownInFile {
  readonly areShown: readonly boolean[];
  isShown(window: FigureWindow): boolean;
}

type FigureOfLines = Pick<Figure, 'windows'> & { readonly parts: readonly { readonly name: string }[] };

/** The line of a row, which tells no more than the numbers do. Pure. */
export function lineOf(row: FigureRow, { windows, parts }: FigureOfLines, shown: ShownInFile): FigureLine {
  const { talk, hour } = placeShown(row, windows, (window) => shown.isShown(window));
  const isPartShown = shown.areShown[parts.findIndex(({ name }) => name === row.part)];
  const minutes = row.minutes === null ? '' : String(row.minutes);
  return {
    talk: talk ?? '',
    fields: [talk ?? '', hour, isPartShown ? row.part : 'not shown', String(row.times), minutes],
  };
}

/**
 * The talk and the hour that a line tells, empty where they are not told. The hour is told with the talk alone, since
 * the programme says what was on; where a figure is not counted by talk, with the day.
 */
export function placeShown(
  { threadId, talk, day, hour }: Pick<FigureRow, 'threadId' | 'talk' | 'day' | 'hour'>,
  windows: Figure['windows'],
  isShown: (window: FigureWindow) => boolean,
): { talk: string | null; hour: string } {
  const isTalkShown = windows.includes('talk') && threadId !== null && isShown({ kind: 'talk', threadId });
  const isDayShown = windows.includes('day') && day !== null && isShown({ kind: 'day', day });
  const isHourShown = windows.includes('talk') && threadId !== null ? isTalkShown : isDayShown;
  return { talk: isTalkShown ? talk : null, hour: isHourShown ? hour : '' };
}

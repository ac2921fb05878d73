import type { ColumnKind } from './column-kinds.ts';
import { folded } from './folded.ts';
import type { DateOrder } from './sheet-dates.ts';

/** The organizer's answers about the sheets of a conference, by the heading of a column, folded. */
export interface SheetAnswers {
  /** The content of a column; null for nothing that is read. */
  columns: Readonly<Record<string, ColumnKind | null>>;
  /** In which order its dates are written. */
  dates: Readonly<Record<string, DateOrder>>;
}

export const NO_ANSWERS: SheetAnswers = { columns: {}, dates: {} };

/** The form in which a heading is remembered. */
export const headingKey = (heading: string): string => folded(heading).slice(0, 80);

/** A column of a sheet with what it is read as, and some of its cells. */
export interface SheetColumn {
  /** The heading as the sheet has it. */
  heading: string;
  /** The field that it is read as; null for none. */
  kind: ColumnKind | null;
  /** Some of its cells. */
  samples: string[];
}

/** A table of a file, as rows of texts. Numbers are texts too: their meaning depends on their column. */
export interface Sheet {
  /** Name in a workbook; empty for CSV. */
  name: string;
  rows: SheetRow[];
}

export interface SheetRow {
  /** Counted from one, as programs show it. */
  number: number;
  cells: readonly string[];
  isHidden: boolean;
}

export interface SheetFile {
  sheets: Sheet[];
  /** Whether serial numbers of days count from 1904. */
  isFrom1904: boolean;
  /** Names of sheets that are hidden and were left out. */
  hiddenSheets: string[];
}

/** Most rows of all sheets together. */
export const ROWS = 20_000;
/** Most columns that are read. */
export const COLUMNS = 200;

/** The letters of a column, counted from zero: `A`, `Z`, `AA`. */
export function columnName(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

import type { Words } from '../../../locales/words.ts';
import { EMPTY_REASONS, isEmpty, type ReportFile } from './report-file.ts';

/** Cells of a file that are empty for one reason. */
export interface EmptyCellsView {
  /** The reason as a word. */
  reason: string;
  /** The reason in a sentence. */
  text: string;
  /** Names of the cells in the file: their columns, or the indicators of their rows. */
  cells: string[];
  /** Number of the cells. */
  count: number;
}

/** A file of the report: how many of its cells have a value, and why the others have none. */
export interface ReportedFileView {
  /** The name of the file, as the template has it. */
  name: string;
  /** Number of its cells that have a value. */
  filled: number;
  /** The empty cells, by the reason why they are. */
  empty: EmptyCellsView[];
}

/** Columns that say what a row is about. */
const ABOUT = [
  'Applicability',
  'Service',
  'Reporting period',
  'Section',
  'Indicator',
  'Scope',
  'Category of illegal content',
  "Category of incompatibility with the provider's terms and conditions",
];

/** The files with their empty cells explained. Pure. */
export const filesExplained = (files: readonly ReportFile[], say: Words): ReportedFileView[] =>
  files.map((file) => {
    const cells = file.rows.flatMap((row) =>
      row.flatMap((cell, column) => (isEmpty(cell) ? [{ reason: cell.empty, name: nameOf(file, row, column) }] : [])),
    );
    return {
      name: file.name,
      filled: file.rows.flatMap((row) =>
        row.filter((cell, column) => !ABOUT.includes(file.header[column]!) && cell !== '' && !isEmpty(cell)),
      ).length,
      empty: EMPTY_REASONS.flatMap((reason) => {
        const empty = cells.filter((cell) => cell.reason === reason);
        if (empty.length === 0) return [];
        const names = [...new Set(empty.map(({ name }) => name))];
        return [{ reason, text: say(`pages.transparency.empty.${reason}`), cells: names, count: empty.length }];
      }),
    };
  });

/** A value is called by its indicator, any other cell by its column. */
function nameOf({ header }: ReportFile, row: ReportFile['rows'][number], column: number): string {
  const [indicator, scope] = ['Indicator', 'Scope'].map((name) => header.indexOf(name)) as [number, number];
  if (indicator === -1 || header[column] !== 'Value') return header[column]!;
  const cellIn = (place: number): string[] => (place === -1 ? [] : [String(row[place] as string | number)]);
  return [...cellIn(indicator), ...cellIn(scope)].join(', ');
}

import { AGAINST_THE_TERMS, CONTENT_CATEGORIES, OTHER, type ContentCategory } from './content-categories.ts';
import { empty, type ReportCell } from './report-file.ts';

/** A row of a file of categories: its code, and the description of a sub-category of the provider's own. */
export interface CategoryRow {
  readonly code: string;
  readonly category: number | null;
  readonly other: ReportCell;
}

export const rowsOf = ({ number, code, parts }: ContentCategory): CategoryRow[] => [
  { code, category: number, other: '' },
  ...parts.map((part) => ({ code: part.code, category: number, other: '' })),
  { code: OTHER.code, category: number, other: empty('keyword') },
];

export const ILLEGAL_ROWS: readonly CategoryRow[] = [
  { code: 'TOTAL', category: null, other: '' },
  ...CONTENT_CATEGORIES.filter(({ number }) => number !== AGAINST_THE_TERMS).flatMap(rowsOf),
];

/** A category of a total that is not told by category: zero of zero, or empty until a person has read. */
export const partOf = (total: ReportCell): ReportCell => {
  if (typeof total !== 'number') return total;
  return total === 0 ? 0 : empty('category');
};

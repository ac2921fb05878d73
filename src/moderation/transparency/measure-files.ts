import { AGAINST_THE_TERMS, CONTENT_CATEGORIES, OTHER, PRIVACY } from './content-categories.ts';
import { ILLEGAL_ROWS, partOf } from './category-rows.ts';
import { empty, type FileName, type ReportCell, type ReportFile } from './report-file.ts';
import type { ReportFacts, RestrictionCounts } from './report-facts.ts';
import { addedUp, byRule, heldRow, illegalOf, termsOf } from './restrictions.ts';
import { MEASURES, categoryColumns, withContext } from './template-columns.ts';

/** The cells of restrictions, in the order of the template. */
const measureCells = ({ total, automated, disabled, muted, suspended }: RestrictionCounts): ReportCell[] => [
  total,
  automated,
  empty('never'),
  disabled,
  empty('never'),
  empty('never'),
  empty('discussion'),
  ...Array.from({ length: 5 }, () => empty('never')),
  muted,
  empty('never'),
  suspended,
  empty('never'),
];

/** `5_own_initiative_illegal`: what was hidden, and who was stopped, because something was illegal. */
export function illegalFile(facts: ReportFacts): ReportFile {
  const total = measureCells(illegalOf(facts.numbers));
  return measuresFile(facts, '5_own_initiative_illegal', {
    column: 'Category of illegal content',
    rows: ILLEGAL_ROWS.map((row) => ({ ...row, cells: row.category === null ? total : total.map(partOf) })),
    context: {},
  });
}

/** `6_own_initiative_TC`: the same for the other rules, and what the server held before anybody saw it. */
export function termsFile(facts: ReportFacts): ReportFile {
  const { numbers, say } = facts;
  const described = [
    ...byRule(numbers).map(({ rule, counts }) => ({
      category: rule === 'privacy' ? PRIVACY : AGAINST_THE_TERMS,
      other: say('pages.transparency.context.rule', { rule }),
      counts,
    })),
    ...heldRow(numbers).map((counts) => ({
      category: AGAINST_THE_TERMS,
      other: say('pages.transparency.context.held'),
      counts,
    })),
  ];
  const cellsOf = (category: number): ReportCell[] =>
    measureCells(addedUp(described.filter((each) => each.category === category).map(({ counts }) => counts)));
  const rows = CONTENT_CATEGORIES.flatMap((category) => {
    const own = described.filter((each) => each.category === category.number);
    const others: { code: string; other: ReportCell; cells: ReportCell[] }[] = own.map(({ other, counts }) => ({
      code: OTHER.code,
      other,
      cells: measureCells(counts),
    }));
    if (own.length === 0) others.push({ code: OTHER.code, other: empty('keyword'), cells: measureCells(addedUp([])) });
    return [
      { code: category.code, other: '', cells: cellsOf(category.number) },
      ...category.parts.map(({ code }) => ({ code, other: '', cells: measureCells(addedUp([])) })),
      ...others,
    ];
  });
  const { total, hidden, released } = numbers.heldByScreening;
  const cells = measureCells(termsOf(numbers));
  return measuresFile(facts, '6_own_initiative_TC', {
    column: "Category of incompatibility with the provider's terms and conditions",
    rows: [{ code: 'TOTAL', other: '', cells }, ...rows],
    context: total === 0 ? {} : { 1: say('pages.transparency.context.screening', { total, hidden, released }) },
  });
}

interface MeasureRows {
  readonly column: string;
  readonly rows: readonly { code: string; other: ReportCell; cells: readonly ReportCell[] }[];
  /** Contexts of the first row, by the place of their column. */
  readonly context: Readonly<Record<number, string>>;
}

function measuresFile(
  { service, period }: ReportFacts,
  name: FileName,
  { column, rows, context }: MeasureRows,
): ReportFile {
  return {
    name,
    header: [...categoryColumns(column), ...withContext(MEASURES, 'Contextual Information on')],
    rows: rows.map(({ code, other, cells }, i) => [
      'All',
      service,
      period,
      code,
      other,
      ...cells,
      ...MEASURES.map((_, place) => (i === 0 ? context[place] : undefined) ?? empty('context')),
    ]),
  };
}

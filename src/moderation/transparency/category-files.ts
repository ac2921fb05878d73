import { CONTENT_CATEGORIES, NOT_SPECIFIED, OTHER } from './content-categories.ts';
import { ILLEGAL_ROWS, partOf } from './category-rows.ts';
import { empty, type ReportCell, type ReportFile } from './report-file.ts';
import type { ReportFacts } from './report-facts.ts';
import { HOSTS } from './indicator-rows.ts';
import { sumOf } from './restrictions.ts';
import { categoryColumns, contextOfOrder, NOTICES, ORDERS, withContext } from './template-columns.ts';

/** `2_categories_names`: the categories as the others name them. */
export function categoriesFile(): ReportFile {
  const named = (label: string, { description, code }: { description: string; code: string }): ReportCell[] => [
    label,
    description,
    code,
    empty('context'),
  ];
  return {
    name: '2_categories_names',
    header: [
      'Category label',
      'Category description',
      'Category of illegal content / incompatible with the terms and conditions',
      'Contextual information',
    ],
    rows: [
      named('TOTAL', { description: 'All the entries', code: 'TOTAL' }),
      ...CONTENT_CATEGORIES.flatMap((category) => [
        named(`Category ${category.number}`, category),
        ...[...category.parts, OTHER].map((part, i) =>
          named(`Category ${category.number}${String.fromCodePoint(97 + i)}`, part),
        ),
      ]),
      ...[NOT_SPECIFIED.order, NOT_SPECIFIED.notice].map((each) => named(`Category ${each.number}`, each)),
    ],
  };
}

/** `3_member_states_orders`: orders come to the provider, not to the forum. */
export function ordersFile({ service, period }: ReportFacts): ReportFile {
  const columns = [...ORDERS, ...ORDERS.map((column, i) => `Contextual information on ${contextOfOrder(column, i)}`)];
  const rows = [...ILLEGAL_ROWS, { code: NOT_SPECIFIED.order.code, category: 16, other: '' }];
  return {
    name: '3_member_states_orders',
    header: [...categoryColumns(), 'Scope', ...columns],
    rows: rows.map(({ code, other }) => [
      'All',
      service,
      period,
      code,
      other,
      'TOTAL',
      ...ORDERS.map(() => empty('orders')),
      ...ORDERS.map(() => empty('context')),
    ]),
  };
}

/** `4_notices`: reports, and what was done after them. */
export function noticesFile(facts: ReportFacts): ReportFile {
  const { numbers, service, period, say } = facts;
  const notices = sumOf(numbers.notices);
  const after = numbers.measures.filter(({ isAfterNotice }) => isAfterNotice);
  const holds = numbers.heldByReports.total - numbers.heldByReports.hidden;
  const total: ReportCell[] = [
    notices,
    empty('flaggers'),
    notices,
    empty('flaggers'),
    rounded(numbers.medianHoursToAction),
    empty('flaggers'),
    sumOf(after.filter(({ rule }) => rule === 'illegal')),
    empty('flaggers'),
    sumOf(after.filter(({ rule }) => rule !== 'illegal')) + holds,
    empty('flaggers'),
  ];
  const byRules = numbers.notices.map(({ rule, count }) => `${rule} ${count}`).join(', ');
  const context: ReportCell[] = NOTICES.map(() => empty('context'));
  if (notices > 0) context[0] = say('pages.transparency.context.notices', { rules: byRules });
  if (numbers.medianHoursToAction !== null) context[4] = say('pages.transparency.context.medianToAction');
  if (holds > 0) context[8] = say('pages.transparency.context.heldByReports', { count: holds });
  const rows = [...ILLEGAL_ROWS, { code: NOT_SPECIFIED.notice.code, category: 17, other: '' }];
  return {
    name: '4_notices',
    header: [...categoryColumns(), ...withContext(NOTICES, 'Contextual information on')],
    rows: rows.map(({ code, category, other }) => [
      HOSTS,
      service,
      period,
      code,
      other,
      ...(category === null ? total : total.map((cell) => partOf(cell))),
      ...(category === null ? context : NOTICES.map(() => empty('context'))),
    ]),
  };
}

const rounded = (hours: number | null): ReportCell =>
  hours === null ? empty('median') : Math.round(hours * 100) / 100;

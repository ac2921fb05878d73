/** Columns of the files by category, as annex I of Implementing Regulation (EU) 2024/2835 names them. */

/** The template says what a sub-category of the provider's own holds, beside its numbers. */
const OTHER_COLUMN = 'Description of the sub-category "Other"';

/** The columns before the numbers of a file by category, `column` being the name of that of categories. */
export const categoryColumns = (column = 'Category of illegal content'): string[] => [
  'Applicability',
  'Service',
  'Reporting period',
  column,
  OTHER_COLUMN,
];

export const ORDERS = [
  'Number of orders to act against illegal content received',
  'Number of specific items of information included in the total number of orders to act against illegal content',
  'Median time to inform the authority of the receipt of the order to act against illegal content',
  'Median time to give effect to the order to act against illegal content',
  'Number of orders to provide information',
  'Median time to inform the authority of the receipt of the order to provide information',
  'Median time to give effect to the order to provide information',
];

export const NOTICES = [
  'Number of notices received',
  'Number of notices received from Trusted flaggers',
  'Number of specific items of information included in the total number of notices',
  'Number of specific items of information included in the total number of notices by Trusted Flaggers ' +
    '(Trusted Flagger notices)',
  'Median time to take action',
  'Median time to take action (Trusted Flagger notices)',
  'Number of actions taken on the basis of the law',
  'Number of actions taken on the basis of the law (Trusted Flagger notices)',
  'Number of actions taken on the basis of the terms and conditions of the service',
  'Number of actions taken on the basis of the terms and conditions of the service (Trusted Flagger notices)',
];

export const MEASURES = [
  "Number of measures taken at the provider's own initiative",
  'Number of measures taken after detection with solely automated means',
  'Visibility restriction Removal',
  'Visibility restriction Disable',
  'Visibility restriction Demoted',
  'Visibility restriction Age restricted',
  'Visibility restriction Interaction restricted',
  'Visibility restriction Labelled',
  'Visibility restriction Other',
  'Monetary restriction Suspension',
  'Monetary restriction Termination',
  'Monetary restriction Other',
  'Provision of the service Suspension',
  'Provision of the service Termination',
  'Account restriction Suspension',
  'Account restriction Termination',
];

export const withContext = (columns: readonly string[], context: string): string[] => [
  ...columns,
  ...columns.map((column) => `${context} ${column}`),
];

/** The template writes the first two contexts with a small letter. */
export const contextOfOrder = (column: string, place: number): string =>
  place < 2 ? `${column.charAt(0).toLowerCase()}${column.slice(1)}` : column;

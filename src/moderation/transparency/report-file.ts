/**
 * The reason why a cell of a file is empty; each is explained beside the files (`pages.transparency.empty.<reason>`):
 * - `orders`, `dispute`, `provider`, `published`, `flaggers`, `yours`: the provider alone knows;
 * - `category`: a person has to read what it is about; `keyword`: no sub-category of one's own was used;
 * - `never`: the forum cannot do it; `discussion`: it names no rule; `misuse`, `accuracy`: the forum has no such thing;
 * - `median`: nothing has a median; `large`: the row is for very large platforms; `context`: may be left out.
 */
export const EMPTY_REASONS = [
  'provider',
  'published',
  'orders',
  'category',
  'keyword',
  'flaggers',
  'median',
  'never',
  'discussion',
  'dispute',
  'misuse',
  'accuracy',
  'yours',
  'large',
  'context',
] as const;

export type EmptyReason = (typeof EMPTY_REASONS)[number];

/** A cell that stays empty, and why. */
export interface EmptyCell {
  readonly empty: EmptyReason;
}

/** The value of a cell; an empty text is a cell that the template itself leaves empty. */
export type ReportCell = string | number | EmptyCell;

export const FILE_NAMES = [
  '1_report_identification',
  '2_categories_names',
  '3_member_states_orders',
  '4_notices',
  '5_own_initiative_illegal',
  '6_own_initiative_TC',
  '7_appeals_and_recidivism',
  '8_automated_means',
  '9_human_resources',
  '10_AMAR',
  '11_qualitative',
] as const;

export type FileName = (typeof FILE_NAMES)[number];

/** A sheet of the templates of Implementing Regulation (EU) 2024/2835, filled as far as it can be. */
export interface ReportFile {
  readonly name: FileName;
  readonly header: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
}

export const empty = (reason: EmptyReason): EmptyCell => ({ empty: reason });

export const isEmpty = (cell: ReportCell): cell is EmptyCell => typeof cell === 'object';

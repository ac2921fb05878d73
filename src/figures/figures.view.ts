/** A figure as it is declared, in the reader's language. */
export interface FigureDeclarationView {
  name: string;
  question: string;
  numerator: string;
  denominator: string;
  /** The windows in which it is counted: conference, day, talk. */
  window: string;
  leftOut: string;
  formula: string;
  /** The formula as the statement that counts it. */
  sql: string;
  doesNotTell: string;
}

/** One of the groups that a figure's things fall into. */
export interface FigurePartView {
  name: string;
  label: string;
  /** Null where it is not shown. */
  value: number | null;
  /** Set where fewer than five people stand behind it, or where it would give such a number away. */
  suppressed: boolean;
}

/** A figure in one window, as of a moment. */
export interface FigureView {
  name: string;
  question: string;
  /** The numbers in a sentence. */
  sentence: string;
  /** The numerator; null where it is not shown. */
  value: number | null;
  /** The number that `value` is out of; null where it is not shown. */
  denominator: number | null;
  suppressed: boolean;
  parts: FigurePartView[];
  /** Measures beside the counts, such as a median in minutes, by name. */
  measures: Record<string, number | null>;
  window: string;
  leftOut: string;
  formula: string;
  doesNotTell: string;
  asOf: string;
}

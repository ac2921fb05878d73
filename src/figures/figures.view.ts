/** A figure as it is declared, in the reader's language. */
export interface FigureDeclarationView {
  /** The name in its address; never changes. */
  name: string;
  /** The question that it answers. */
  question: string;
  /** The things that are counted. */
  numerator: string;
  /** The whole that it is out of. */
  denominator: string;
  /** The windows in which it is counted: conference, day, talk. */
  window: string;
  /** People and things that are left out. */
  leftOut: string;
  /** The way it is counted, in words. */
  formula: string;
  /** The formula as the statement that counts it. */
  sql: string;
  /** The conclusions that it does not allow. */
  doesNotTell: string;
}

/** One of the groups that a figure's things fall into. */
export interface FigurePartView {
  /** The name of the group; never changes. */
  name: string;
  /** The name for people, in their language. */
  label: string;
  /** Null where it is not shown. */
  value: number | null;
  /** Set where fewer than five people stand behind it, or where it would give such a number away. */
  suppressed: boolean;
}

/** A figure in one window, as of a moment. */
export interface FigureView {
  /** The name in its address; never changes. */
  name: string;
  /** The question that it answers. */
  question: string;
  /** The numbers in a sentence. */
  sentence: string;
  /** The numerator; null where it is not shown. */
  value: number | null;
  /** The number that `value` is out of; null where it is not shown. */
  denominator: number | null;
  /**
   * Whether `value` is held back, because fewer than five people stand behind it or it would give such a number away.
   */
  suppressed: boolean;
  /** The groups that what is counted falls into. */
  parts: FigurePartView[];
  /** Measures beside the counts, such as a median in minutes, by name. */
  measures: Record<string, number | null>;
  /** The window in words: the title of the conference or the talk, or the day. */
  window: string;
  /** People and things that are left out. */
  leftOut: string;
  /** The way it is counted, in words. */
  formula: string;
  /** The conclusions that it does not allow. */
  doesNotTell: string;
  /**
   * For when the numbers are true.
   *
   * @format date-time
   */
  asOf: string;
}

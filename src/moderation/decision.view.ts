/** A decision of moderation, as all see it who may read it. */
export interface DecisionView {
  /** The act, such as `withhold`, `release`, `mute`; a reversal is a decision of its own. */
  kind: string;
  /** The key of the rule it rests on; null where it rests on none. */
  rule: string | null;
  /** The reason, as plain text. */
  reason: string;
  /** Time when it was made. */
  at: string;
}

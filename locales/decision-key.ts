/** Kinds of decisions whose texts differ where the words are a recap's. */
const OF_RECAPS: readonly string[] = ['hold', 'withhold', 'restore', 'release'];

/** The last part of the key of a text about a decision: of its kind, and of recaps where it is about one. */
export const decisionKey = (kind: string, recapId: string | null | undefined): string =>
  recapId != null && OF_RECAPS.includes(kind) ? `recap.${kind}` : kind;

/** The reason why a reply waits for its owner as a draft. */
export type DraftReason =
  | 'first'
  | 'sender'
  | 'unproven'
  | 'away'
  | 'below-the-line'
  | 'half-cut'
  | 'unsure'
  | 'nothing-left'
  | 'long'
  | 'unreadable'
  | 'refused';

/** The facts about a reply on which it depends whether it is published. */
export interface ReplyFacts {
  readonly cause: DraftReason | null;
  readonly isFromOwner: boolean;
  readonly isProven: boolean;
  /** Whether the account has confirmed a reply before. */
  readonly hasReplied: boolean;
  /** Whether it answers a question of the account's own talk, and all of it stood above our line. */
  readonly isPlainAnswer: boolean;
  /** Characters after trimming. */
  readonly length: number;
  readonly bounds: { readonly min: number; readonly max: number };
}

/**
 * The reason why a reply becomes a draft; null when it is published. The first one of an account is a preview, because
 * of what programs write below words, but for the answer of a speaker that stood above our line.
 */
export function draftReason(facts: ReplyFacts): DraftReason | null {
  if (!facts.isFromOwner) return 'sender';
  if (!facts.isProven) return 'unproven';
  if (facts.cause !== null) return facts.cause;
  if (facts.length < facts.bounds.min) return 'nothing-left';
  if (facts.length > facts.bounds.max) return 'long';
  return facts.hasReplied || facts.isPlainAnswer ? null : 'first';
}

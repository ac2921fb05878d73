import type { CommentKind } from './comment.entity.ts';

/** What somebody asks to be said in a thread, ready to be decided on. */
export interface Posting {
  commentId: string;
  kind: CommentKind;
  parentId: string | null;
  accountId: string;
  /** The face that was named; null to speak with the only one. */
  personaId: string | null;
  source: string;
  html: string;
  /** Keyed hashes of the idempotency key and of what was asked with it; null without a key. */
  key: { tag: Buffer; bodyTag: Buffer } | null;
  isRateLimited: boolean;
  /** Shows no persona, and is never stamped with one: two of an account have nothing in common. */
  isAnonymous: boolean;
}

import type { CommentKind } from './comment.entity.ts';

/** A contribution ready to be decided on. */
export interface Posting {
  commentId: string;
  kind: CommentKind;
  parentId: string | null;
  accountId: string;
  /** The named persona; null for the account's only one. */
  personaId: string | null;
  /** The name of the first persona, which is made with it; empty for one that only asks; null for none. */
  firstName: string | null;
  source: string;
  html: string;
  /** Keyed hashes of the idempotency key and of the request; null without a key. */
  key: { tag: Buffer; bodyTag: Buffer } | null;
  isRateLimited: boolean;
  /** Shows no persona and is never stamped with one, so that two of an account have nothing in common. */
  isAnonymous: boolean;
  /** Written at the desk by an account that leads the talk: an answer, or an announcement. */
  isFromDesk: boolean;
}

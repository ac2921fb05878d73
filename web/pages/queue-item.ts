import type { AuthorShape, CommentShape } from '../components/shapes.ts';

interface EarlierDecisionShape {
  id: string;
  kind: string;
  rule: string | null;
  reason: string;
  at: string;
}

/** A recap in the queue, with its words. */
export interface QueuedRecapShape {
  id: string;
  slug: string;
  title: string;
  author: AuthorShape | null;
  version: number;
  state: string;
  html: string;
}

export interface QueueItemShape {
  comment: CommentShape | null;
  recap: QueuedRecapShape | null;
  threadTitle: string | null;
  threadSlug: string | null;
  heldBecause: string | null;
  reports: { id: string; rule: string; reason: string; at: string }[];
  context: CommentShape[];
  earlier: EarlierDecisionShape[];
  since: string;
  mayDecide: boolean;
  appeal?: {
    id: string;
    party: string;
    reason: string;
    mayDecide: boolean;
    decision: EarlierDecisionShape;
    personaName: string | null;
  };
  claimedBy?: { name: string; isYou: boolean; until: string };
}

/** The words that a form decides about. */
export interface QueuedWords {
  id: string;
  /** The field that names them. */
  field: 'commentId' | 'recapId';
  revision: number;
  isHeld: boolean;
  author: AuthorShape | null;
  html: string;
  /** Their value in a list of several. */
  choice: string;
}

/** The words of an item; null for an appeal about a sanction. */
export function wordsOf({ comment, recap }: QueueItemShape): QueuedWords | null {
  if (comment) {
    const { id, revision, state, author, html } = comment;
    return { id, field: 'commentId', revision, isHeld: state === 'held', author, html, choice: `${id}.${revision}` };
  }
  if (!recap) return null;
  const { id, version, state, author, html } = recap;
  const choice = `${id}.${version}.recap`;
  return { id, field: 'recapId', revision: version, isHeld: state === 'held', author, html, choice };
}

import { toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import type { RecapView } from '../recap/recap.view.ts';
import { mayDecideAppeal, type AppealParties } from './moderation.policy.ts';

export interface QueueReport {
  id: string;
  rule: string;
  reason: string;
  at: string;
}
/** An earlier decision about this persona in the conference. */
export interface EarlierDecision {
  id: string;
  kind: string;
  rule: string | null;
  reason: string;
  at: string;
}
export interface QueueAppeal {
  id: string;
  decisionId: string;
  party: 'author' | 'reporter';
  reason: string;
  at: string;
  mayDecide: boolean;
  decision: EarlierDecision;
  personaName: string | null;
}

/** An item of the queue, with its words, its surroundings and earlier decisions; never an address. */
export interface QueueItem {
  comment: CommentView | null;
  /** The recap that waits, instead of a comment. */
  recap: RecapView | null;
  threadTitle: string | null;
  threadSlug: string | null;
  heldBecause: string | null;
  reports: QueueReport[];
  appeal?: QueueAppeal;
  context: CommentView[];
  earlier: EarlierDecision[];
  claimedBy?: { name: string; isYou: boolean; until: string };
  since: string;
  /** False for the moderator's own words. */
  mayDecide: boolean;
}

/** A row of the queue as it is read. */
export interface QueueRow {
  itemId: string;
  since: Date;
  claim: { accountId: string; name: string | null; until: string } | null;
  threadTitle: string | null;
  threadSlug: string | null;
  heldBecause: string | null;
  comment: CommentRow | null;
  recapId: string | null;
  context: CommentRow[] | null;
  reports: QueueReport[] | null;
  earlier: EarlierDecision[] | null;
  appeal: (Omit<QueueAppeal, 'mayDecide'> & Omit<AppealParties, 'authorId'>) | null;
  authorId: string | null;
}

const instant = <T extends { at: string }>(thing: T): T => ({ ...thing, at: new Date(thing.at).toISOString() });

/** The item as the moderator `accountId` sees it; `recap` is the one of its `recapId`, with its words. */
export function toItem(
  {
    comment,
    threadTitle,
    threadSlug,
    heldBecause,
    context,
    reports,
    earlier,
    claim,
    appeal,
    since,
    authorId,
  }: QueueRow,
  { accountId, recap }: { accountId: string; recap: RecapView | null },
): QueueItem {
  return {
    comment: comment && toCommentView(comment, { withWords: true, withNote: true }),
    recap,
    threadTitle,
    threadSlug,
    heldBecause: (comment ? toCommentView(comment).state : recap?.state) === 'held' ? heldBecause : null,
    reports: (reports ?? []).map(instant),
    ...(appeal ? { appeal: toAppeal(appeal, authorId, accountId) } : {}),
    context: (context ?? []).map((around) => toCommentView(around)),
    earlier: (earlier ?? []).map(instant),
    ...(claim
      ? {
          claimedBy: {
            name: claim.name ?? '',
            isYou: claim.accountId === accountId,
            until: new Date(claim.until).toISOString(),
          },
        }
      : {}),
    since: since.toISOString(),
    mayDecide: authorId !== accountId,
  };
}

function toAppeal(
  { firstActorId, appellantId, isReporter, decision, ...appeal }: NonNullable<QueueRow['appeal']>,
  authorId: string | null,
  accountId: string,
): QueueAppeal {
  return {
    ...instant(appeal),
    decision: instant(decision),
    mayDecide: mayDecideAppeal(accountId, { firstActorId, appellantId, authorId, isReporter }),
  };
}

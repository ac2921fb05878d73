import { toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import type { RecapView } from '../recap/recap.view.ts';
import type { DecisionView } from './decision.view.ts';
import { mayDecideAppeal, type AppealParties } from './moderation.policy.ts';

export interface QueueReport {
  /** The id of the report. */
  id: string;
  /** The key of the rule that is said to be broken. */
  rule: string;
  /** The reporter's words. */
  reason: string;
  /** Time when it was made. */
  at: string;
}
/** An earlier decision about this persona in the conference. */
export interface EarlierDecision extends DecisionView {
  /** The id of the decision. */
  id: string;
}
export interface QueueAppeal {
  /** The id of the appeal. */
  id: string;
  decisionId: string;
  /** The party that asks for a second look: the author, or the reporter whose report was refused. */
  party: 'author' | 'reporter';
  /** The appellant's words. */
  reason: string;
  /** Time when it was made. */
  at: string;
  /** Whether the caller may decide it, which nobody may who decided first or is a party. */
  mayDecide: boolean;
  /** The decision that is appealed against. */
  decision: EarlierDecision;
  /** The persona that the decision was about; null without one. */
  personaName: string | null;
}

/** An item of the queue, with its words, its surroundings and earlier decisions; never an address. */
export interface QueueItem {
  /** The comment that waits, with its text; null for a recap, and for an appeal about a person. */
  comment: CommentView | null;
  /** The recap that waits, instead of a comment. */
  recap: RecapView | null;
  /** The title of its thread; null for an appeal about a person. */
  threadTitle: string | null;
  /** The slug of its thread; null for an appeal about a person. */
  threadSlug: string | null;
  /**
   * The reason why it is held: `first`, `links`, `words`, `guest`, `standing`, `all` or `reports`; null while it is
   * not.
   */
  heldBecause: string | null;
  /** The open reports of it, the oldest first; at most 20. */
  reports: QueueReport[];
  /** The appeal that waits; absent for anything else. */
  appeal?: QueueAppeal;
  /** The public comments that it replies to, from the top. */
  context: CommentView[];
  /** The latest decisions about other words of its persona; at most 5. */
  earlier: EarlierDecision[];
  /** The moderator who looks at it now; absent without one. */
  claimedBy?: {
    /** The moderator's persona in the conference; empty without one. */
    name: string;
    /** Whether it is the caller. */
    isYou: boolean;
    /** End of the claim. */
    until: string;
  };
  /** Time since which it waits. */
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

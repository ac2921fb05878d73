import type { CommentShape, ConferenceShape } from '../components/shapes.ts';

interface EarlierDecisionShape {
  id: string;
  kind: string;
  rule: string | null;
  reason: string;
  at: string;
}

export interface QueueItemShape {
  comment: CommentShape | null;
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

export const titleOf = (conference: ConferenceShape, rule: string): string =>
  conference.settings.rules.find(({ key }) => key === rule)?.title ?? rule;

import type { Comment, Conference } from '../components/shapes.ts';

interface EarlierDecision {
  id: string;
  kind: string;
  rule: string | null;
  reason: string;
  at: string;
}

export interface QueueItem {
  comment: Comment | null;
  threadTitle: string | null;
  threadSlug: string | null;
  heldBecause: string | null;
  reports: { id: string; rule: string; reason: string; at: string }[];
  context: Comment[];
  earlier: EarlierDecision[];
  since: string;
  mayDecide: boolean;
  appeal?: {
    id: string;
    party: string;
    reason: string;
    mayDecide: boolean;
    decision: EarlierDecision;
    personaName: string | null;
  };
  claimedBy?: { name: string; isYou: boolean; until: string };
}

export const titleOf = (conference: Conference, rule: string): string =>
  conference.settings.rules.find(({ key }) => key === rule)?.title ?? rule;

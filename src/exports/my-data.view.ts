/**
 * Everything the forum stores about a person, for that person: only a masked mailbox, and nothing about others.
 */
export interface MyData {
  madeAt: string;
  account: { emailMasked: string | null; locale: string; settings: Record<string, unknown>; createdOn: string };
  personas: {
    id: string;
    conference: string;
    name: string;
    tagline: string;
    /** Markdown. */
    biography: string;
    showsComments: boolean;
    isIndexed: boolean;
    withdrawnAt: string | null;
  }[];
  rights: { role: string; conference: string | null; talk: string | null }[];
  /** The rights that personas show; null until one is chosen. */
  badges: { role: string; conference: string; talk: string | null; persona: string | null }[];
  sanctions: { kind: string; conference: string; until: string | null; reason: string }[];
  comments: MyComment[];
  recaps: MyRecap[];
  votes: { commentId: string; conference: string; thread: string }[];
  sessions: { begunAt: string; seenAt: string }[];
  passkeys: { name: string; madeOn: string; usedOn: string | null }[];
  apiTokens: {
    name: string;
    scopes: string[];
    conference: string | null;
    madeAt: string;
    expiresAt: string;
    usedOn: string | null;
  }[];
  tellMeWhenArchived: { conference: string }[];
  decisionsAboutMe: {
    decisionId: string;
    commentId: string | null;
    recapId: string | null;
    kind: string;
    rule: string | null;
    reason: string;
    at: string;
  }[];
  decisionsByMe: { decisionId: string; conference: string; kind: string; reason: string; at: string }[];
  reports: {
    receipt: string;
    commentId: string | null;
    recapId: string | null;
    rule: string;
    reason: string;
    status: string;
    madeAt: string;
  }[];
  appeals: { decisionId: string; reason: string; at: string; outcome: string | null; outcomeReason: string | null }[];
  /** Acts with a right, from the audit. */
  actions: { action: string; role: string; subject: string | null; at: string }[];
  /** Programmes that were imported, among the last of each conference. */
  imports: { conference: string; fileName: string; at: string }[];
  notices: { kind: string; commentId: string | null; at: string }[];
  /** Of the last thirty days, with what became of each. */
  emailNotices: { kind: string; commentId: string | null; at: string; fate: string | null; rule: string | null }[];
  /** The person's choice of e-mails; null for the usual ones. */
  emailSettings: Record<string, unknown> | null;
  followedThreads: { conference: string; thread: string }[];
  /** Replies by e-mail; the words of those that wait. */
  repliesByEmail: { thread: string; state: string; reason: string | null; words: string | null; at: string }[];
  /** E-mails that came back. */
  returnedEmails: { verdict: string; status: string | null; at: string }[];
  takenQuestions: { commentId: string; at: string }[];
  /** Notes the person wrote beside questions: an answer given aloud, or why one was declined. */
  notes: { commentId: string; note: string; isWithheld: boolean }[];
}

export interface MyComment {
  id: string;
  url: string;
  conference: string;
  thread: string;
  kind: string;
  parentId: string | null;
  state: string;
  persona: string | null;
  isAnonymous: boolean;
  source: string;
  questionStatus: string | null;
  votes: number;
  postedAt: string;
  editedAt: string | null;
  earlier: { revision: number; source: string; writtenAt: string }[];
}

/** A recap of one's own, with every version, the latest first. */
export interface MyRecap {
  id: string;
  url: string;
  conference: string;
  persona: string;
  state: string;
  publishedAt: string | null;
  versions: { version: number; title: string; markdown: string; isPublished: boolean; savedAt: string }[];
}

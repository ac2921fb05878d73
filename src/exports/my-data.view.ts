import type { Role } from '../accounts/account.entity.ts';
import type { DecisionView } from '../moderation/decision.view.ts';
import type { InConference, InThread, MyComment, MyRecap } from './my-posts.view.ts';

/** A thing about a comment or a recap. */
interface AboutWords {
  /** The comment it is about; null where it is about something else. */
  commentId: string | null;
  /** The recap it is about; null where it is about something else. */
  recapId: string | null;
}

/** A thing that concerned the person. */
interface Concern {
  /** The thing that happened. */
  kind: string;
  /** The comment it is about; null where it is about something else. */
  commentId: string | null;
  /** Time when it happened. */
  at: string;
}

/**
 * Everything the forum stores about a person, for that person: only a masked mailbox, and nothing about others.
 */
export interface MyData {
  /** Time when this was read. */
  madeAt: string;
  /** The account itself. */
  account: {
    /** The first letter, and the domain; null for a guest. */
    emailMasked: string | null;
    /** The language of its e-mails and pages, as a BCP 47 tag. */
    locale: string;
    /** The account's own choices. */
    settings: Record<string, unknown>;
    /** The day on which it was made, in UTC. */
    createdOn: string;
  };
  /** The public profiles of the person. */
  personas: (InConference & {
    /** The id of the persona. */
    id: string;
    /** Empty until one is chosen, and once it is withdrawn. */
    name: string;
    /** A line below the name; empty without one. */
    tagline: string;
    /** The person's text about themselves, as Markdown. */
    biography: string;
    /** Whether its page lists its comments. */
    showsComments: boolean;
    /** Whether search engines may find its page. */
    isIndexed: boolean;
    /** Time when the person withdrew it; null while it is in use. */
    withdrawnAt: string | null;
  })[];
  /** The rights of the person, as speaker, moderator or organizer. */
  rights: {
    /** The part that its holder has. */
    role: Role;
    /** The title of the conference; null for all. */
    conference: string | null;
    /** The title of the talk; null for all of the conference. */
    talk: string | null;
  }[];
  /** The rights that personas show. */
  badges: (InConference & {
    /** The right that is shown. */
    role: Role;
    /** The title of the talk; null for all of the conference. */
    talk: string | null;
    /** The name of the persona; null until one is chosen. */
    persona: string | null;
  })[];
  /** The sanctions of the person. */
  sanctions: (InConference & {
    /** `muted` or `suspended`. */
    kind: string;
    /** Time when it ends by itself; null where it does not. */
    until: string | null;
    /** The reason, in words. */
    reason: string;
  })[];
  /** The person's comments, questions and answers, the oldest first. */
  comments: MyComment[];
  /** The person's recaps. */
  recaps: MyRecap[];
  /** The person's votes. */
  votes: (InThread & {
    commentId: string;
  })[];
  /** Sessions of the person; no browser and no place is stored with them. */
  sessions: {
    /** Time when it began. */
    begunAt: string;
    /** Time when it was last used, to the hour. */
    seenAt: string;
  }[];
  /** Devices by which the person signs in. */
  passkeys: {
    /** The person's name for the device; empty without one. */
    name: string;
    /** The day on which it was added, in UTC. */
    madeOn: string;
    /** The last day on which it was used, in UTC; null if it never was. */
    usedOn: string | null;
  }[];
  /** Tokens for programs, without what they are. */
  apiTokens: {
    /** The person's name for it. */
    name: string;
    /** The uses it is good for. */
    scopes: string[];
    /** The title of the one conference it is good for; null for all. */
    conference: string | null;
    /** Time when it was made. */
    madeAt: string;
    /** Time when it stops working. */
    expiresAt: string;
    /** The last day on which it was used, in UTC; null if it never was. */
    usedOn: string | null;
  }[];
  /** Conferences whose archiving the person wants to be told of. */
  tellMeWhenArchived: InConference[];
  /** Decisions of moderation about the person or their words. */
  decisionsAboutMe: (AboutWords & DecisionView & { decisionId: string })[];
  /** Decisions of moderation that the person made. */
  decisionsByMe: (InConference & Omit<DecisionView, 'rule'> & { decisionId: string })[];
  /** The person's reports. */
  reports: (AboutWords & {
    /** The key by which its status is read. */
    receipt: string;
    /** The key of the rule that was said to be broken. */
    rule: string;
    /** The person's words. */
    reason: string;
    /** `open`, `decided` with a consequence, or `dismissed` without one. */
    status: string;
    /** Time when it was made. */
    madeAt: string;
  })[];
  /** The person's appeals against decisions. */
  appeals: {
    decisionId: string;
    /** The person's words. */
    reason: string;
    /** Time when it was made. */
    at: string;
    /** `upheld` or `reversed`, which the decision then is; null while it waits. */
    outcome: string | null;
    /** The reason, in words; null while it waits. */
    outcomeReason: string | null;
  }[];
  /** Acts with a right, from the audit. */
  actions: {
    /** An act with a dot (`decision.withhold`), or the method and path of the route that did it. */
    action: string;
    /** The right it was done with. */
    role: string;
    /** The thing it was done to, by its id or slug; null without one. */
    subject: string | null;
    /** Time when it was done. */
    at: string;
  }[];
  /** Programmes that were imported, among the last of each conference. */
  imports: (InConference & {
    /** The name of the file; empty when it came without one. */
    fileName: string;
    /** Time when it was imported. */
    at: string;
  })[];
  /** Notices that are shown to the person while they are connected. */
  notices: Concern[];
  /** Of the last thirty days, with what became of each. */
  emailNotices: (Concern & {
    /** The outcome: `sent`, `digest`, `held` or `void`; null while it waits. */
    fate: string | null;
    /** The reason why it waits, waited or was not sent; null for an e-mail at once. */
    rule: string | null;
  })[];
  /** The person's choice of e-mails; null for the usual ones. */
  emailSettings: Record<string, unknown> | null;
  /** Threads whose news come in the digest. */
  followedThreads: InThread[];
  /** Replies by e-mail; the words of those that wait. */
  repliesByEmail: {
    /** The title of the thread; empty while it is hidden from its readers. */
    thread: string;
    /** `taking` for a moment, then `published`, `draft` while the person has to look at it, or `left`. */
    state: string;
    /** The reason why it was not published at once; null for any other. */
    reason: string | null;
    /** The text while it is a draft; null for any other. */
    words: string | null;
    /** Time when it came. */
    at: string;
  }[];
  /** E-mails that came back. */
  returnedEmails: {
    /**
     * `hard` for a missing mailbox, `soft` for what may pass, `operator` for a fault of the forum's, `complaint` for
     * one that was called spam.
     */
    verdict: string;
    /** The enhanced status code (RFC 3463); null without one. */
    status: string | null;
    /** Time when it came back. */
    at: string;
  }[];
  /** Questions that the person took as a speaker and has not settled. */
  takenQuestions: {
    commentId: string;
    /** Time when it was taken. */
    at: string;
  }[];
  /** Notes the person wrote beside questions: an answer given aloud, or why one was declined. */
  notes: {
    commentId: string;
    /** The note as it was typed. */
    note: string;
    /** Whether a moderator hid it. */
    isWithheld: boolean;
  }[];
}

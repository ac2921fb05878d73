/** The public shapes of the API that pages and the client read. */
export interface AuthorShape {
  id: string;
  name: string;
  avatarUrl: string;
  roles: ('speaker' | 'moderator' | 'organizer' | 'author')[];
}

export interface CommentShape {
  id: string;
  threadId: string;
  seq: number | null;
  changedSeq: number | null;
  revision: number;
  kind: 'comment' | 'question' | 'answer';
  parentId: string | null;
  rootId: string | null;
  author: AuthorShape | null;
  html: string;
  state: 'visible' | 'held' | 'withheld' | 'withdrawn';
  votes: number;
  replyCount: number;
  replies?: CommentShape[];
  question?: {
    status: 'open' | 'taken' | 'answered' | 'declined' | 'merged' | 'expired';
    reason?: string;
    noteWithheld?: true;
    answerId?: string;
    mergedInto?: string;
  };
  createdAt: string;
  editedAt: string | null;
}

export interface SlowModeShape {
  interval: number;
  reason: string;
  until: string | null;
}

export interface ThreadShape {
  id: string;
  conferenceId: string;
  talkId: string | null;
  slug: string;
  title: string;
  live: boolean;
  state: 'upcoming' | 'questions' | 'open' | 'readonly' | 'archived' | 'locked';
  lockReason: string | null;
  screening: 'none' | 'first' | 'all';
  slowMode: SlowModeShape | null;
  guests: 'nothing' | 'vote' | 'ask-live' | 'everything-held';
  announcementId: string | null;
  startsAt: string;
  phases: { opensAt: string; readonlyAt: string; archivedAt: string };
  seq: number;
  counts: {
    comments: number;
    questions: number;
    answered: number;
    declined: number;
    merged: number;
    expired: number;
    waiting: number;
  };
  lastActivityAt: string | null;
}

export interface CommentsPageShape {
  items: CommentShape[];
  next: string | null;
  seq: number;
}

export interface ChangesShape {
  threadId: string;
  from: number;
  to: number;
  comments: CommentShape[];
  thread: ThreadShape | null;
  more: boolean;
  reset: boolean;
}

export interface BrandShape {
  accent: string | null;
  stageTheme: 'dark' | 'light';
  font: 'system' | 'inter';
  logoUrl: string | null;
  logoDarkUrl: string | null;
  coverUrl: string | null;
  iconUrl: string | null;
}

export interface ConferenceShape {
  id: string;
  slug: string;
  title: string;
  url: string | null;
  locale: 'fr' | 'en';
  timeZone: string;
  startsOn: string;
  endsOn: string;
  phase: string;
  settings: {
    robots: 'index' | 'noindex';
    guests: 'nothing' | 'vote' | 'ask-live' | 'everything-held';
    archiveUrl: string | null;
    venue: string | null;
    embedSites: string[];
    opensHoursBefore: number;
    readonlyAfterDays: number;
    archiveAfterDays: number;
    rules: {
      key: string;
      title: string;
      text?: string;
      translations?: Partial<Record<'fr' | 'en', { title: string; text?: string }>>;
    }[];
  };
  brand: BrandShape;
  counts: { talks: number; threads: number };
}

/** `GET /comments/{id}/source`, of one's own comment. */
export interface CommentSource {
  body: string;
  revision: number;
  version: string;
}

export interface TalkShape {
  id: string;
  slug: string;
  title: string;
  subtitle: string;
  abstractHtml: string;
  language: string;
  track: string;
  room: string;
  startsAt: string | null;
  durationMinutes: number;
  status: 'confirmed' | 'cancelled';
  url: string | null;
  doNotRecord: boolean;
  licence: string;
  links: { title: string; url: string; kind?: string }[];
  attachments: { title: string; url: string; kind?: string }[];
  slots: { startsAt: string; durationMinutes: number; room: string }[];
  speakers: { id: string; name: string; bioHtml: string }[];
}

export interface PersonaShape {
  id: string;
  name: string;
}

/** The personal part of a thread: `GET /threads/{id}/mine`. */
export interface MineShape {
  votes: string[];
  guest: boolean;
  may: {
    vote: boolean;
    comment: boolean;
    ask: boolean;
    live: boolean;
    desk: boolean;
    edit: string[];
    withdraw: string[];
  };
  held: CommentShape[];
  personas: string[];
}

export interface ProblemShape {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: readonly { pointer: string; detail: string }[];
  /** Of `slug-taken`: what is taken. */
  slug?: string;
  challenge?: string;
  bits?: number;
  seconds?: number;
}

/** The acts of a moderator from a thread. */
export type ModerationAct = 'hide' | 'mute' | 'lock' | 'unlock';

/** The act that a moderator has just done from a thread; `hid` is the comment that may be shown again by one press. */
export interface DoneModeration {
  act: ModerationAct | 'undo';
  hid: string | null;
}

/** The acts that a moderator's page offers, with their words, which no other page carries. */
export type ModerationShape = readonly { act: ModerationAct; label: string }[];

export type SortOrder = 'oldest' | 'newest' | 'top';

import type { ComponentChildren, ComponentType } from 'preact';
import type { ReadingSettings } from './reading-settings.ts';
import type { OutgoingComment } from './outgoing-comment.ts';
import type {
  CommentShape,
  MineShape,
  ModerationShape,
  PersonaShape,
  ProblemShape,
  SortOrder,
  ThreadShape,
} from './shapes.ts';

/**
 * The known facts of the thread and the reader; `here` is the thread's path, `word` the message to the asker about a
 * question.
 */
export interface ThreadProps {
  thread: ThreadShape;
  here: string;
  /** The query of this page, to which forms return without a script. */
  at?: string | undefined;
  /** The id of the comment whose branch is the whole page (a permalink). */
  branch?: string | undefined;
  sort: SortOrder;
  mine: MineShape | null;
  personas: PersonaShape[];
  /** On pages that were drawn for a moderator of the thread. */
  moderation?: ModerationShape | undefined;
  questions?: CommentShape[];
  /** The role that answers questions; null where they are not offered. */
  answeredBy?: 'speaker' | 'organizers' | null;
  /** Whether the answered questions are shown first; decided once, so that nothing changes under a reader's eyes. */
  opensAnswered?: boolean;
  word?: { kind: string; commentId: string } | undefined;
  archiveUrl?: string | null;
  /** Finds another comment where no server runs, so that there is nobody to report to either. */
  placeOf?: ((commentId: string) => string) | undefined;
  /** Authors of the folded replies under a comment, by its id; not known any more once something has changed. */
  whose?: Readonly<Record<string, string>> | undefined;
  /** Draws the folded replies under a comment for paper; on the server alone. */
  folded?: (rootId: string) => ComponentChildren;
  /** The part shown in a frame on another site; links open in a window of their own. */
  embedded?: 'thread' | 'questions' | undefined;
}

/** Whether this is the discussion of a recap. */
export const isUnderRecap = ({ here }: Pick<ThreadProps, 'here'>): boolean => RECAP_PAGE.test(here);

const RECAP_PAGE = /^(\/c\/[^/]+)\/recaps\/.*/;

/** The address of a discussion's forms: the thread's own, also from the page of a recap. */
export const formsOf = ({ here, thread }: Pick<ThreadProps, 'here' | 'thread'>): string =>
  here.replace(RECAP_PAGE, `$1/t/${thread.slug}`);

/** The address of this page of a thread with one more query field, such as `reply=…`. */
export const withQuery = ({ here, at }: ThreadProps, field: string): string => `${here}?${at ? `${at}&` : ''}${field}`;

/** Whether a page begins with the answered questions: those that have an answer, unless the hour is live. */
export const opensAnswered = ({ live, counts }: Pick<ThreadShape, 'live' | 'counts'>): boolean =>
  !live && counts.answered > 0;

/** Handlers that a script adds, each to a link or form that also works without. */
export interface ThreadActions {
  reply: (id: string) => (event: Event) => void;
  /** Opens the form for a comment or a question, or folds it again. */
  open: (kind: 'comment' | 'question') => (event: Event) => void;
  unfold: () => void;
  close: (event: Event) => void;
  edit: (id: string) => (event: Event) => void;
  vote: (id: string, on: boolean) => (event: Event) => void;
  withdraw: (comment: CommentShape) => (event: Event) => void;
  /** Opens the form of a moderator's link. */
  moderate: (event: Event) => void;
  moreReplies: (id: string) => (event: Event) => void;
  send: (event: Event) => void;
  typed: (event: Event) => void;
  choose: (kind: 'comment' | 'question') => (event: Event) => void;
  confirm: (event: Event) => void;
  newCode: (event: Event) => void;
  /** Returns from the code to the words and the address. */
  rewrite: (event: Event) => void;
  more: (event: Event) => void;
  reveal: (event: Event) => void;
  /** Shows the discussion in another order, where it is. */
  sort: (order: SortOrder) => (event: Event) => void;
  quote: (comment: CommentShape) => (event: Event) => void;
  /** Shares a comment's address, or the thread's. */
  share: (comment: CommentShape | null) => (event: Event) => void;
  changeSettings: (change: Partial<ReadingSettings>) => void;
  panel: (event: Event) => void;
  goBack: (event: Event) => void;
  again: (item: OutgoingComment) => (event: Event) => void;
  takeBack: (item: OutgoingComment) => (event: Event) => void;
}

/**
 * The state that only a script knows: the reader's settings, comments being sent, and the connection. `lostSince` is
 * ISO text.
 */
export interface ClientState {
  settings: ReadingSettings;
  isOpen: boolean;
  place: string | null;
  outgoing: readonly OutgoingComment[];
  lostSince: string | null;
  announced: string;
  readers: number;
  /** Comments since the last visit to this thread, and when that was; null where there are none to tell of. */
  sinceVisit: { count: number; at: string } | null;
  /** The settings' component; null until they were opened once. */
  Panel: ComponentType<{ client: ClientState; actions: ThreadActions }> | null;
}

/** The typed form and its refusal; the words are never lost. */
export interface Draft {
  body: string;
  name: string;
  replyTo: string | null;
  kind: 'comment' | 'question';
  anonymous: boolean;
  similar: CommentShape[];
  editing: string | null;
  /** Of the comment that is edited, as it was read; empty where any is meant. */
  version: string;
  refusal: ProblemShape | null;
  /** Whether the form is unfolded although nothing is in it, and whether it stands with the questions. */
  isOpen: boolean;
  isAsking: boolean;
  step: 'write' | 'code' | 'code-again' | 'sent';
  /**
   * The address the code went to: masked and encrypted by the server, or as typed for a script. Null where it is not
   * known.
   */
  sent: { address: string; wrapped: string } | null;
  /** The forms for a mailed code, which few readers need; null until they are loaded. */
  CodeForms: ComponentType<DraftPartProps> | null;
  /** Draws `similar`; null until it is loaded. */
  SimilarQuestions: ComponentType<DraftPartProps> | null;
}

/** Properties of a part of the form that is loaded on demand. */
export interface DraftPartProps {
  props: ThreadProps;
  draft: Draft;
  actions: ThreadActions | null;
}

export const emptyDraft = (): Draft => ({
  body: '',
  name: '',
  replyTo: null,
  kind: 'comment',
  anonymous: false,
  similar: [],
  editing: null,
  version: '',
  refusal: null,
  isOpen: false,
  isAsking: false,
  CodeForms: null,
  SimilarQuestions: null,
  step: 'write',
  sent: null,
});

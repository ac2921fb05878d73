/**
 * Everything that can happen in a thread; a public column is only written together with one of these. Past tense, noun
 * first; data holds ids and revisions, never an address or words that may be withheld later.
 */
export const THREAD_EVENT_KINDS = [
  'comment.posted',
  'comment.held',
  'comment.released',
  'comment.edited',
  'comment.withdrawn',
  'comment.withheld',
  'comment.restored',
  'comment.voted',
  'comment.unvoted',
  'comment.kind-changed',
  'question.taken',
  'question.reopened',
  'question.answered',
  'question.declined',
  'question.merged',
  'question.expired',
  'question.note-withheld',
  'question.note-restored',
  'thread.live-began',
  'thread.live-ended',
  'thread.announced',
  'thread.announcement-ended',
  'persona.changed',
  'thread.opened',
  'thread.changed',
  'thread.phase-reached',
  'thread.restored',
  'recap.published',
  'recap.edited',
  'recap.held',
  'recap.released',
  'recap.withheld',
  'recap.restored',
  'recap.withdrawn',
] as const;

export type ThreadEventKind = (typeof THREAD_EVENT_KINDS)[number];

export interface ThreadEvent {
  readonly kind: ThreadEventKind;
  readonly commentId: string | null;
  /** Whether readers can see it, so that it takes a public number. */
  readonly isPublic: boolean;
  readonly data?: Record<string, unknown>;
}

/** An event with the numbers it got. */
export interface EventNumbers {
  readonly n: number;
  readonly seq: number | null;
}

/** Changes of a thread's counts. */
export interface CountChange {
  comments?: number;
  questions?: number;
  answered?: number;
  declined?: number;
  merged?: number;
  expired?: number;
}

import { avatarUrl } from '../accounts/persona.view.ts';
import { versionOf } from '../kernel/precondition.ts';
import type { Comment, CommentKind } from './comment.entity.ts';
import { stateOf, type CommentState } from './comment.policy.ts';

/** The persona that speaks, as it was called then. */
export interface AuthorView {
  /** The id of the persona. */
  id: string;
  /**
   * The name of the persona.
   *
   * @example Ada
   */
  name: string;
  /** A path of this site. */
  avatarUrl: string;
  /** `author` in the discussion of their recap. */
  roles: ('speaker' | 'moderator' | 'organizer' | 'author')[];
}
export interface QuestionView {
  /** `open`, `taken` by a speaker, or how it ended: `expired` is a question that nobody settled in time. */
  status: 'open' | 'taken' | 'answered' | 'declined' | 'merged' | 'expired';
  /** The note beside a question: the answer given aloud, or why it was declined. Hidden whenever the question is. */
  reason?: string;
  /** A moderator hid the note; `reason` is there beside it for moderators alone. */
  noteWithheld?: true;
  /** The comment that answers it; absent when it was answered aloud, and until it is. */
  answerId?: string;
  /**
   * The question that stands for this one.
   *
   * @format uuid
   */
  mergedInto?: string;
}

/** The answer to a guest: the words wait for the code that was mailed. */
export interface PendingView {
  /** Always true. */
  pending: true;
}

/** The outcome of a vote. */
export interface VoteView {
  /** Whether the caller's vote counts now. */
  voted: boolean;
  /** Number of accounts that vote for the comment now. */
  votes: number;
}

/** The text of a comment as its author typed it. */
export interface SourceView {
  /** The text, as Markdown. */
  body: string;
  /** The number of the wording, from 1. */
  revision: number;
  /** The version that the ETag names, before its dot. */
  version: string;
}

/** A comment, a question or an answer, as everybody may see it. */
export interface CommentView {
  id: string;
  threadId: string;
  /** The number that first made it public, its place for good; null until then. */
  seq: number | null;
  /** The number of its latest change; null until it is public. */
  changedSeq: number | null;
  /** The number of its wording: 1 as it was posted, one more with each edit. */
  revision: number;
  /** A `question` asks the speaker and has a status; an `answer` settles one. */
  kind: CommentKind;
  /** The comment it replies to; of an answer, its question. */
  parentId: string | null;
  /** The top-level comment above it. */
  rootId: string | null;
  /** null: asked anonymously, or gone. */
  author: AuthorView | null;
  /**
   * Safe to show; empty while it is held, withheld or withdrawn.
   *
   * @example <p>What is a head?</p>
   */
  html: string;
  /** `held` waits for a moderator, `withheld` was hidden by one, `withdrawn` was taken back by its author. */
  state: CommentState;
  /** Number of accounts that voted for it. */
  votes: number;
  /** Public replies at any depth, hidden ones too; 0 on a reply. */
  replyCount: number;
  /** The first three; in pages only. */
  replies?: CommentView[];
  /** The state of the question; absent where it is none. */
  question?: QuestionView;
  /** Time when it was posted. */
  createdAt: string;
  /** Time when its text was last edited; null if it never was. */
  editedAt: string | null;
}

/** The version of what can be edited of a comment: text, kind, state, a question's outcome; no votes, no replies. */
export const commentVersion = ({ revision, kind, state, question }: CommentView): string =>
  versionOf(revision, kind, state, question ?? null);

/** The condition on comments `m` that readers reach their thread, which they do not while its recap is hidden. */
export const IN_READ_THREAD = 'not exists (select from threads n where n.id = m.thread_id and n.hidden_at is not null)';

/** The condition on comments `m` that all readers see; their questions and answers are rows of the same table. */
export const VISIBLE = `m.seq is not null and m.held_at is null and m.withheld_at is null and m.withdrawn_at is null
    and ${IN_READ_THREAD}`;

export const COMMENT_COLUMNS = `m.id, m.thread_id "threadId", m.seq, m.changed_seq "changedSeq", m.revision, m.kind,
    m.parent_id "parentId", m.root_id "rootId", m.persona_id "personaId", m.is_anonymous "isAnonymous",
    m.author_name "authorName", m.author_roles "authorRoles", m.html, m.held_at "heldAt", m.withheld_at "withheldAt",
    m.withdrawn_at "withdrawnAt", m.votes, m.reply_count "replyCount", m.question_status "questionStatus",
    m.question_reason "questionReason", m.note_withheld_at "noteWithheldAt", m.answer_id "answerId",
    m.merged_into "mergedInto", m.posted_at "postedAt", m.edited_at "editedAt"`;

/** The columns a view is made from, without the source. */
export type CommentRow = Omit<Comment, 'source' | 'heldBecause'>;

/**
 * The only public shape. Hidden words are left out, except with `withWords`, for the author and moderators; a hidden
 * note, except with `withNote`, for moderators alone.
 */
export function toCommentView(row: CommentRow, { withWords = false, withNote = false } = {}): CommentView {
  const state = stateOf(row);
  return {
    id: row.id,
    threadId: row.threadId,
    seq: row.seq,
    changedSeq: row.changedSeq,
    revision: row.revision,
    kind: row.kind,
    parentId: row.parentId,
    rootId: row.rootId,
    author: authorOf(row),
    html: state === 'visible' || withWords ? row.html : '',
    state,
    votes: row.votes,
    replyCount: row.replyCount,
    ...(row.questionStatus === null ? {} : { question: questionOf(row, { isVisible: state === 'visible', withNote }) }),
    createdAt: new Date(row.postedAt).toISOString(),
    editedAt: row.editedAt === null ? null : new Date(row.editedAt).toISOString(),
  };
}

const authorOf = ({ personaId, authorName, authorRoles, isAnonymous }: CommentRow): AuthorView | null =>
  personaId === null || authorName === null || isAnonymous
    ? null
    : { id: personaId, name: authorName, avatarUrl: avatarUrl(personaId), roles: authorRoles as AuthorView['roles'] };

interface NoteShown {
  isVisible: boolean;
  withNote: boolean;
}

/** The note belongs to the speaker, so it is hidden from the asker too while the question is. */
const questionOf = (row: CommentRow, { isVisible, withNote }: NoteShown): QuestionView => ({
  status: row.questionStatus as QuestionView['status'],
  ...(isVisible || withNote ? noteOf(row, withNote) : {}),
  ...(row.answerId === null ? {} : { answerId: row.answerId }),
  ...(row.mergedInto === null ? {} : { mergedInto: row.mergedInto }),
});

function noteOf(
  { questionReason, noteWithheldAt }: CommentRow,
  withNote: boolean,
): Pick<QuestionView, 'reason' | 'noteWithheld'> {
  if (questionReason === null) return {};
  if (noteWithheldAt === null) return { reason: questionReason };
  return withNote ? { reason: questionReason, noteWithheld: true } : { noteWithheld: true };
}

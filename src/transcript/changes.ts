import { toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import { toThreadView, type ThreadView } from '../threads/thread.view.ts';
import { CHANGES_AT_MOST, STAMPED_AT_MOST, type HeadRow } from './snapshot.ts';

/** An answer of the changes protocol (see the API's documentation): what changed after `from`. */
export interface Changes {
  threadId: string;
  /** The number that was asked from. */
  from: number;
  /** The number to ask from next. */
  to: number;
  /** Comments changed since `from`, as they are now and without `replies`, by `changedSeq`. */
  comments: CommentView[];
  /** The thread as it is now; null when nothing happened since `from`. */
  thread: ThreadView | null;
  /** Whether more changes follow: ask again from `to`. */
  more: boolean;
  /** Whether `from` says nothing any more: forget all that is held, and load the thread anew. */
  reset: boolean;
}

/** Limits of one answer: rows (those of one number stay together), and bytes. */
export interface AnswerLimits {
  rows: number;
  bytes: number;
}

/** Most bytes of an answer before it ends at a number, so that no reader is dropped by a large answer. */
export const ANSWER_BYTES = 256 * 1024;

/**
 * Limits of a frame, which nobody asked for: at most a hundred rows, ties included, and few enough bytes for a phone.
 */
export const FRAME: AnswerLimits = { rows: 100 - STAMPED_AT_MOST + 1, bytes: 64 * 1024 };

interface ChangedRows {
  head: HeadRow;
  rows: CommentRow[];
  changed: number;
}

/** Builds the answer of one snapshot about the time since `after`. */
export function changesFrom({ head, rows, changed }: ChangedRows, after: number, room: AnswerLimits): Changes {
  const answer = { threadId: head.id, from: after };
  if (after > head.seq || after < head.floor || changed > CHANGES_AT_MOST) {
    return {
      ...answer,
      to: head.seq,
      comments: [],
      thread: after === head.seq ? null : toThreadView(head),
      more: false,
      reset: true,
    };
  }
  const comments = cut(
    rows.map((row) => toCommentView(row)),
    room,
  );
  const more = comments.length < rows.length;
  return {
    ...answer,
    to: more ? comments.at(-1)!.changedSeq! : head.seq,
    comments,
    thread: head.seq > after ? toThreadView(head) : null,
    more,
    reset: false,
  };
}

/** The first rows within the limits, never parting rows of one number; at least those of the first number. */
function cut(comments: readonly CommentView[], room: AnswerLimits): CommentView[] {
  const sizes = comments.map((comment) => Buffer.byteLength(JSON.stringify(comment)));
  let [taken, bytes] = [0, 0];
  while (taken < comments.length && taken < room.rows) {
    const number = comments[taken]!.changedSeq;
    let [end, size] = [taken, 0];
    while (end < comments.length && comments[end]!.changedSeq === number) size += sizes[end++]!;
    if (taken > 0 && bytes + size > room.bytes) break;
    [taken, bytes] = [end, bytes + size];
  }
  return comments.slice(0, taken);
}

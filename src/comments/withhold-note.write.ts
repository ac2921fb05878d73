import { notFound } from '../kernel/common.problems.ts';
import type { Tx } from '../platform/database/database.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';
import { lockedComments, type LockedComment } from './comments.queries.ts';
import { noteWrongState } from './comments.problems.ts';

/** Written in the same transaction: a moderator's decision. */
export type ExtraNoteWrite = (tx: Tx, question: LockedComment) => Promise<void>;

export interface NoteChange {
  commentId: string;
  to: 'withheld' | 'visible';
  also: ExtraNoteWrite;
}

interface NoteRows {
  change: NoteChange;
  question: LockedComment;
  now: Date;
}

/** Hides or shows the note of a question (what was answered aloud, why it was declined). */
export const withholdNoteWrite: ExclusiveWrite<NoteChange, LockedComment | null, NoteRows> = {
  isBatched: false,
  conflictKeys: () => [],
  read: (tx, { thread }, changes) =>
    lockedComments(
      tx,
      thread.id,
      changes.map(({ commentId }) => commentId),
    ),

  decide(change, question, { now }) {
    if (!question || question.questionReason === null || question.seq === null) throw notFound();
    const state = question.noteWithheldAt === null ? 'visible' : 'withheld';
    if (state === change.to) throw noteWrongState({ state });
    const kind = change.to === 'withheld' ? 'question.note-withheld' : 'question.note-restored';
    return { events: [{ kind, commentId: question.id, isPublic: true }], rows: { change, question, now } };
  },

  async write(tx, _context, [written]) {
    const {
      rows: { change, question, now },
      numbers,
    } = written!;
    const at = change.to === 'withheld' ? now : null;
    await tx.query('update comments set note_withheld_at = $2, changed_seq = $3 where id = $1', [
      question.id,
      at,
      numbers[0]!.seq,
    ]);
    await change.also(tx, question);
  },
};

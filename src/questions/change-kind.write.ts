import { refuseQuestionsUnder } from '../comments/recap-threads.ts';
import { stateOf } from '../comments/comment.policy.ts';
import { commentVersion, toCommentView } from '../comments/comment.view.ts';
import { demandGuestMay } from '../comments/guest-acts.ts';
import { lockedComments, type LockedComment } from '../comments/comments.queries.ts';
import { commentGone } from '../comments/comments.problems.ts';
import { QUESTION_LENGTH } from '../comments/question-text.ts';
import { invalidRequest, notFound } from '../kernel/common.problems.ts';
import type { Precondition } from '../kernel/precondition.ts';
import { lengthInCodePoints } from '../kernel/text.ts';
import { mayPost, phaseOf, stateOf as threadStateOf } from '../threads/thread.policy.ts';
import { threadClosed } from '../threads/threads.problems.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';
import { kindFixed } from './questions.problems.ts';

interface KindChange {
  commentId: string;
  kind: 'comment' | 'question';
  accountId: string;
  precondition: Precondition;
}

export const changeKindWrite: ExclusiveWrite<
  KindChange,
  LockedComment | null,
  { old: LockedComment; kind: KindChange['kind'] }
> = {
  isBatched: false,
  conflictKeys: () => [],
  accountOf: ({ accountId }) => accountId,
  read: (tx, { thread }, changes) =>
    lockedComments(
      tx,
      thread.id,
      changes.map(({ commentId }) => commentId),
    ),

  decide({ kind, accountId, precondition }, old, context) {
    const { thread, now } = context;
    if (!old) throw notFound();
    const state = stateOf(old);
    if (state === 'withdrawn' || state === 'withheld') throw commentGone();
    refuseQuestionsUnder(thread, kind);
    if (!mayPost(kind, thread, now))
      throw threadClosed({ state: threadStateOf(phaseOf(thread, now), thread.lockedAt) });
    if (old.isByGuest && old.accountId === accountId) demandGuestMay(kind, context);
    if (old.kind === kind) return { events: [], rows: { old, kind } };
    precondition.demand(commentVersion(toCommentView(old)));
    // An answer belongs to its question, a reply to its parent, and a settled question keeps its status.
    if (
      old.kind === 'answer' ||
      old.parentId !== null ||
      (old.questionStatus !== null && old.questionStatus !== 'open')
    )
      throw kindFixed();
    const length = lengthInCodePoints(old.source);
    if (kind === 'question' && length > QUESTION_LENGTH.max)
      throw invalidRequest([
        { pointer: '#/kind', detail: `A question has at most 500 characters; this has ${length}.` },
      ]);
    const by = kind === 'question' ? 1 : -1;
    return {
      events: [{ kind: 'comment.kind-changed', commentId: old.id, isPublic: old.seq !== null, data: { kind } }],
      counts: old.seq !== null && state === 'visible' ? { questions: by, comments: -by } : {},
      rows: { old, kind },
    };
  },

  async write(tx, _context, [written]) {
    const { old, kind } = written!.rows;
    await tx.query(
      'update comments set kind = $2, question_status = $3, changed_seq = coalesce($4, changed_seq) where id = $1',
      [old.id, kind, kind === 'question' ? 'open' : null, written!.numbers[0]!.seq],
    );
  },
};

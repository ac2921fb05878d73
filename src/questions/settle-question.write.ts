import type { Roles } from '../accounts/grants.queries.ts';
import type { Notices } from '../accounts/notices.ts';
import { stateOf } from '../comments/comment.policy.ts';
import { commentVersion, toCommentView } from '../comments/comment.view.ts';
import { commentGone } from '../comments/comments.problems.ts';
import { lockedComments, type LockedComment } from '../comments/comments.queries.ts';
import { questionsAbove, recountMergedVotes } from '../comments/merged-votes.ts';
import { setNoteAuthor } from '../comments/note-authors.ts';
import { invalidRequest, notFound } from '../kernel/common.problems.ts';
import type { Precondition } from '../kernel/precondition.ts';
import type { ThreadEventKind } from '../threads/thread-event.ts';
import { mayLead, phaseOf, stateOf as threadStateOf } from '../threads/thread.policy.ts';
import { threadClosed } from '../threads/threads.problems.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';
import { countsBetween, mayBecome, mayReceive, type QuestionStatus, type RequestedStatus } from './question.policy.ts';
import { questionSettled, questionTaken } from './questions.problems.ts';
import { takerOf } from './question-takers.queries.ts';

export interface SettleQuestionInput {
  questionId: string;
  accountId: string;
  roles: Roles;
  precondition: Precondition;
  to: RequestedStatus;
  words: string | null;
  mergedInto: string | null;
}

const EVENT_OF: Record<RequestedStatus, ThreadEventKind> = {
  open: 'question.reopened',
  taken: 'question.taken',
  answered: 'question.answered',
  declined: 'question.declined',
  merged: 'question.merged',
};

interface SettleQuestionFacts {
  question: LockedComment | null;
  target: LockedComment | null;
  /** The questions that a reopened one leaves, the nearest first. */
  left: readonly string[];
  taker: string | null;
}

interface SettleQuestionRows {
  settling: SettleQuestionInput;
  question: LockedComment;
  target: LockedComment | null;
  left: readonly string[];
  now: Date;
}

/**
 * Checks that an account may change this question now. Throws `not-found`, `comment-gone`, `question-settled`,
 * `question-taken`.
 */
export function demandOpen(
  question: LockedComment | null,
  taker: string | null,
  { accountId, roles, to }: Pick<SettleQuestionInput, 'accountId' | 'roles' | 'to'>,
): asserts question is LockedComment {
  if (!question || question.kind !== 'question' || question.seq === null) throw notFound();
  if (stateOf(question) !== 'visible') throw commentGone();
  const status = question.questionStatus as QuestionStatus;
  if (!mayBecome(status, to)) throw questionSettled({ status });
  // Moderators can open it again, so that an absent taker does not block it.
  const mayFree = to === 'open' && (roles.moderator || roles.organizer);
  if (status === 'taken' && taker !== null && taker !== accountId && !mayFree) throw questionTaken();
}

/** Changes a question's status. Decided under the lock of the thread, so that two speakers cannot take one question. */
export const settleQuestionWrite = (
  notices: Notices,
): ExclusiveWrite<SettleQuestionInput, SettleQuestionFacts, SettleQuestionRows> => ({
  isBatched: false,
  conflictKeys: () => [],
  accountOf: ({ accountId }) => accountId,

  async read(tx, { thread }, [settling]) {
    const { questionId, mergedInto, to } = settling!;
    const [question] = await lockedComments(tx, thread.id, [questionId]);
    const [target] = to !== 'merged' || !mergedInto ? [null] : await lockedComments(tx, thread.id, [mergedInto]);
    // A reopened question leaves the one it was merged into and all above that, and each is stamped.
    const left = to === 'open' && question ? await questionsAbove(tx, question.id) : [];
    return [{ question: question ?? null, target: target ?? null, left, taker: await takerOf(tx, questionId) }];
  },

  decide(settling, { question, target, left, taker }, { thread, now }) {
    demandOpen(question, taker, settling);
    if (!mayLead(thread, now)) throw threadClosed({ state: threadStateOf(phaseOf(thread, now), thread.lockedAt) });
    const rows = { settling, question, target, left, now };
    const from = question.questionStatus as QuestionStatus;
    if (from === settling.to) return { events: [], rows };
    settling.precondition.demand(commentVersion(toCommentView(question)));
    if (
      settling.to === 'merged' &&
      (!target ||
        target.id === question.id ||
        target.seq === null ||
        stateOf(target) !== 'visible' ||
        !mayReceive(target.questionStatus))
    ) {
      throw invalidRequest([
        { pointer: '#/mergedInto', detail: 'Choose an open, taken or answered question of this thread.' },
      ]);
    }
    return {
      events: [
        {
          kind: EVENT_OF[settling.to],
          commentId: question.id,
          isPublic: true,
          data: settling.to === 'merged' ? { mergedInto: target!.id } : {},
        },
        // The first event stamps the nearest as well.
        ...left.slice(1).map((commentId) => ({ kind: 'comment.unvoted' as const, commentId, isPublic: true })),
      ],
      counts: countsBetween(from, settling.to),
      rows,
    };
  },

  async write(tx, { thread }, [written]) {
    const {
      settling: { to, words, accountId },
      question,
      target,
      left,
      now,
    } = written!.rows;
    const { numbers } = written!;
    const seq = numbers[0]!.seq!;
    await tx.query(
      `update comments
       set question_status = $2, question_reason = $3, note_withheld_at = null, merged_into = $4, changed_seq = $5
       where id = $1`,
      [question.id, to, words, to === 'merged' ? target!.id : null, seq],
    );
    await setNoteAuthor(tx, question.id, words === null ? null : accountId);
    await tx.query('delete from question_takers where comment_id = $1', [question.id]);
    if (to === 'taken')
      await tx.query('insert into question_takers (comment_id, thread_id, account_id, at) values ($1, $2, $3, $4)', [
        question.id,
        thread.id,
        accountId,
        now,
      ]);
    const recounted = to === 'merged' ? [target!.id] : left;
    if (recounted.length > 0)
      await recountMergedVotes(
        tx,
        thread.id,
        recounted.map((id, i) => ({ id, seq: numbers[i]!.seq! })),
      );
    if (to !== 'open' && to !== 'taken' && question.accountId !== null && question.accountId !== accountId)
      await notices.add(tx, { accountId: question.accountId, kind: to, commentId: question.id });
  },
});

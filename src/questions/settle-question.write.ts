import type { Roles } from '../accounts/grants.queries.ts';
import type { Notices } from '../accounts/notices.ts';
import { stateOf } from '../comments/comment.policy.ts';
import { commentVersion, toCommentView } from '../comments/comment.view.ts';
import { commentGone } from '../comments/comments.problems.ts';
import { lockedComments, type LockedComment } from '../comments/comments.queries.ts';
import { setNoteAuthor } from '../comments/note-authors.ts';
import { invalidRequest, notFound } from '../kernel/common.problems.ts';
import type { Precondition } from '../kernel/precondition.ts';
import type { Tx } from '../platform/database/database.ts';
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
  taker: string | null;
}

interface SettleQuestionRows {
  settling: SettleQuestionInput;
  question: LockedComment;
  target: LockedComment | null;
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
    // A reopened question leaves the one it was merged into, and both are stamped.
    const [question] = await lockedComments(tx, thread.id, [questionId]);
    const left = to === 'open' ? (question?.mergedInto ?? null) : null;
    const targetId = to === 'merged' ? mergedInto : left;
    const [target] = targetId === null ? [null] : await lockedComments(tx, thread.id, [targetId]);
    return [{ question: question ?? null, target: target ?? null, taker: await takerOf(tx, questionId) }];
  },

  decide(settling, { question, target, taker }, { thread, now }) {
    demandOpen(question, taker, settling);
    if (!mayLead(thread, now)) throw threadClosed({ state: threadStateOf(phaseOf(thread, now), thread.lockedAt) });
    const rows = { settling, question, target, now };
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
      now,
    } = written!.rows;
    const { seq } = written!.numbers[0]!;
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
    if (to === 'merged') await moveVotes(tx, thread.id, question, target!, seq!);
    if (to === 'open' && target) await giveVotesBack(tx, question, target, seq!);
    if (to !== 'open' && to !== 'taken' && question.accountId !== null && question.accountId !== accountId)
      await notices.add(tx, { accountId: question.accountId, kind: to, commentId: question.id });
  },
});

/** Moves votes: each account counts once, and not for its own question. */
async function moveVotes(tx: Tx, threadId: string, from: LockedComment, to: LockedComment, seq: number): Promise<void> {
  const moved = await tx.query(
    `insert into votes (comment_id, account_id, thread_id, moved_from, is_by_guest)
     select $2, v.account_id, $3, $1, v.is_by_guest from votes v
     where v.comment_id = $1 and v.account_id is distinct from $4::uuid
     on conflict do nothing
     returning account_id`,
    [from.id, to.id, threadId, to.accountId],
  );
  await tx.query('update comments set votes = votes + $2, changed_seq = $3 where id = $1', [to.id, moved.length, seq]);
}

async function giveVotesBack(tx: Tx, from: LockedComment, to: LockedComment, seq: number): Promise<void> {
  const back = await tx.query('delete from votes where comment_id = $1 and moved_from = $2 returning account_id', [
    to.id,
    from.id,
  ]);
  await tx.query('update comments set votes = votes - $2, changed_seq = coalesce($3, changed_seq) where id = $1', [
    to.id,
    back.length,
    seq,
  ]);
}

import { lockedComments, type LockedComment } from '../comments/comments.queries.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';
import { takerOf } from './question-takers.queries.ts';

/** A question with a taker who may no longer answer. */
export interface TakenQuestion {
  questionId: string;
  accountId: string;
}

interface FreeQuestionFacts {
  question: LockedComment | null;
  taker: string | null;
}

/** Opens a taken question again, unless its status or its taker has changed meanwhile. */
export const freeQuestionWrite: ExclusiveWrite<TakenQuestion, FreeQuestionFacts, string> = {
  isBatched: false,
  conflictKeys: () => [],

  async read(tx, { thread }, [taken]) {
    const [question] = await lockedComments(tx, thread.id, [taken!.questionId]);
    return [{ question: question ?? null, taker: await takerOf(tx, taken!.questionId) }];
  },

  decide({ questionId, accountId }, { question, taker }) {
    if (question?.questionStatus !== 'taken' || taker !== accountId) return { events: [], rows: questionId };
    return {
      events: [{ kind: 'question.reopened', commentId: questionId, isPublic: question.seq !== null }],
      rows: questionId,
    };
  },

  async write(tx, _context, [written]) {
    const { rows: questionId, numbers } = written!;
    await tx.query(
      `update comments set question_status = 'open', changed_seq = coalesce($2, changed_seq) where id = $1`,
      [questionId, numbers[0]!.seq],
    );
    await tx.query('delete from question_takers where comment_id = $1', [questionId]);
  },
};

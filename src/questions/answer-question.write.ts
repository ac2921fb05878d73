import type { Notices } from '../accounts/notices.ts';
import { lockedComments, type LockedComment } from '../comments/comments.queries.ts';
import { setNoteAuthor } from '../comments/note-authors.ts';
import type { Posting } from '../comments/posting.ts';
import type { PostCommentWrite, PostingFacts, PostingRows } from '../comments/post-comment.write.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';
import { countsBetween, type QuestionStatus } from './question.policy.ts';
import { takerOf } from './question-takers.queries.ts';
import { demandOpen } from './settle-question.write.ts';

interface AnswerFacts {
  posting: PostingFacts;
  question: LockedComment | null;
  taker: string | null;
}

interface AnswerRows {
  posted: PostingRows;
  accountId: string;
  question: LockedComment | null;
}

/** The answer and the question's status, in one transaction, so that neither exists without the other. */
export const answerQuestionWrite = (
  notices: Notices,
  post: PostCommentWrite,
): ExclusiveWrite<Posting, AnswerFacts, AnswerRows> => ({
  isBatched: false,
  conflictKeys: () => [],
  accountOf: ({ accountId }) => accountId,

  async read(tx, context, [posting]) {
    const [facts] = await post.read(tx, [{ input: posting!, threadId: context.thread.id }], context.now);
    const [question] = await lockedComments(tx, context.thread.id, [posting!.parentId!]);
    return [{ posting: facts!, question: question ?? null, taker: await takerOf(tx, posting!.parentId!) }];
  },

  decide(posting, { posting: facts, question, taker }, context) {
    if (!facts.known)
      demandOpen(question, taker, {
        accountId: posting.accountId,
        roles: facts.participantIn(context.conference.id).roles,
        to: 'answered',
      });
    const posted = post.decide(posting, facts, context);
    const rows = { posted: posted.rows, accountId: posting.accountId, question };
    if (posted.events.length === 0) return { events: [], rows };
    return {
      ...posted,
      events: [
        ...posted.events,
        { kind: 'question.answered', commentId: question!.id, isPublic: true, data: { answerId: posting.commentId } },
      ],
      counts: { ...posted.counts, ...countsBetween(question!.questionStatus as QuestionStatus, 'answered') },
      rows,
    };
  },

  async write(tx, { thread }, [written]) {
    const {
      rows: { question, posted, accountId },
      numbers,
    } = written!;
    post.write(tx, [{ rows: posted, numbers: [numbers[0]!], threadId: thread.id }]);
    await tx.query(
      `update comments
       set question_status = 'answered', question_reason = null, note_withheld_at = null, answer_id = $2,
         changed_seq = $3
       where id = $1`,
      [question!.id, posted.commentId, numbers[1]!.seq],
    );
    await setNoteAuthor(tx, question!.id, null);
    await tx.query('delete from question_takers where comment_id = $1', [question!.id]);
    if (question!.accountId !== null && question!.accountId !== accountId)
      await notices.add(tx, { accountId: question!.accountId, kind: 'answered', commentId: question!.id });
  },
});

import { Injectable } from '@nestjs/common';
import { GrantsQueries, leads } from '../accounts/grants.queries.ts';
import { Notices } from '../accounts/notices.ts';
import { CommentsQueries, lockedComments, type LockedComment } from '../comments/comments.queries.ts';
import { PostComment, type Posted, type PostCommentWrite } from '../comments/post-comment.ts';
import type { Posting } from '../comments/posting.ts';
import type { PostingFacts, PostingRows } from '../comments/post-comment.write.ts';
import { notAllowed, notFound } from '../kernel/common.problems.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';
import { countsBetween, type QuestionStatus } from './question.policy.ts';
import { demandOpen, takerOf } from './settle-question.write.ts';

interface Facts {
  posting: PostingFacts;
  question: LockedComment | null;
  taker: string | null;
}

interface Rows {
  posted: PostingRows;
  accountId: string;
  question: LockedComment | null;
}

/** The answer and the status of its question, in one transaction: neither is ever without the other. */
const answeringWith = (notices: Notices, post: PostCommentWrite): ExclusiveWrite<Posting, Facts, Rows> => ({
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
    await tx.query('delete from question_takers where comment_id = $1', [question!.id]);
    if (question!.accountId !== null && question!.accountId !== accountId)
      await notices.tell(tx, { accountId: question!.accountId, kind: 'answered', commentId: question!.id });
  },
});

/** Answers a question in writing; the answer stands under it, and the question is answered. */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly postComment: PostComment,
    private readonly threadWriter: ThreadWriter,
    private readonly commentsQueries: CommentsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly notices: Notices,
  ) {}

  /**
   * Throws not-found, not-allowed, question-settled, question-taken, and what posting a comment throws (it asks for the
   * standing).
   */
  async answer(
    accountId: string,
    questionId: string,
    { body, personaId, key }: { body: string; personaId?: string | undefined; key?: string | undefined },
  ): Promise<Posted> {
    const question = await this.commentsQueries.get(questionId);
    if (question.kind !== 'question' || question.seq === null) throw notFound();
    if (!leads(await this.grantsQueries.heldIn(accountId, question.conferenceId), question.talkId)) throw notAllowed();
    const answer = await this.postComment.post(
      accountId,
      { threadId: question.threadId, kind: 'answer', body, parentId: question.id, personaId, key },
      (threadId, posting, kind) => this.answering(threadId, posting, kind),
    );
    this.notices.wake();
    return answer;
  }

  private async answering(threadId: string, posting: Posting, kind: PostCommentWrite): Promise<{ rows: PostingRows }> {
    const { rows } = await this.threadWriter.submit(threadId, answeringWith(this.notices, kind), posting);
    return { rows: rows.posted };
  }
}

import { Injectable } from '@nestjs/common';
import { GrantsQueries, leads } from '../accounts/grants.queries.ts';
import { Notices } from '../accounts/notices.ts';
import { CommentsQueries } from '../comments/comments.queries.ts';
import { PostComment, type PostedComment } from '../comments/post-comment.ts';
import { notAllowed, notFound } from '../kernel/common.problems.ts';
import { answerQuestionWrite } from './answer-question.write.ts';

interface QuestionAnswer {
  body: string;
  personaId?: string | undefined;
  /** The name of the author's first persona here. */
  name?: string | undefined;
  key?: string | undefined;
}

/** Answers a question in writing: posts the answer under it and marks it as answered. */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly postComment: PostComment,
    private readonly commentsQueries: CommentsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly notices: Notices,
  ) {}

  /**
   * Throws `not-found`, `not-allowed`, `comment-gone`, `question-settled`, `question-taken`, and what posting a comment
   * throws.
   */
  async answer(
    accountId: string,
    questionId: string,
    { body, personaId, name, key }: QuestionAnswer,
  ): Promise<PostedComment> {
    const question = await this.commentsQueries.get(questionId);
    if (question.kind !== 'question' || question.seq === null) throw notFound();
    if (!leads(await this.grantsQueries.heldIn(accountId, question.conferenceId), question.talkId)) throw notAllowed();
    const answer = await this.postComment.post(
      accountId,
      {
        threadId: question.threadId,
        kind: 'answer',
        body,
        parentId: question.id,
        personaId,
        name,
        key,
        isFromDesk: true,
      },
      async (posting, write, submit) => {
        const { rows } = await submit(question.threadId, answerQuestionWrite(this.notices, write), posting);
        return { rows: rows.posted };
      },
    );
    this.notices.signal();
    return answer;
  }
}

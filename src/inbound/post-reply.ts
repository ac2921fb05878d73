import { Injectable } from '@nestjs/common';
import { PostComment, type PostedComment } from '../comments/post-comment.ts';
import { AnswerQuestion } from '../questions/answer-question.ts';
import type { ReplyTarget } from './reply-target.entity.ts';

/** Posts the words of a reply through the verb that takes them from the API, with all of its checks. */
@Injectable()
export class PostReply {
  constructor(
    private readonly postComment: PostComment,
    private readonly answerQuestion: AnswerQuestion,
  ) {}

  /** Posts once for each `key`. Throws what posting a comment or answering a question throws. */
  post(
    { accountId, threadId, parentId, personaId, kind }: Omit<ReplyTarget, 'tag' | 'expiresAt'>,
    body: string,
    key: string,
  ): Promise<PostedComment> {
    const saying = { body, personaId: personaId ?? undefined, key };
    return kind === 'answer' && parentId !== null
      ? this.answerQuestion.answer(accountId, parentId, saying)
      : this.postComment.post(accountId, { ...saying, threadId, kind: 'comment', parentId: parentId ?? undefined });
  }
}

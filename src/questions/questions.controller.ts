import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commentVersion, type CommentView, type PendingView } from '../comments/comment.view.ts';
import { PostAsGuest } from '../comments/post-as-guest.ts';
import { PostComment } from '../comments/post-comment.ts';
import { invalidRequest, sessionRequired } from '../kernel/common.problems.ts';
import type { List } from '../kernel/cursor.ts';
import type { Precondition } from '../kernel/precondition.ts';
import {
  Actor,
  AsksStanding,
  commentIn,
  For,
  threadIn,
  VerbAsksStanding,
  type ActorInSession,
  TokensWith,
} from '../platform/http/access.ts';
import { AlsoAnswers } from '../platform/http/contract/answers.ts';
import { COMMENT_PATH, CreatedAt } from '../platform/http/created-at.ts';
import { IfMatch, Versioned } from '../platform/http/edit-tags.ts';
import { readKey, SeesToItsKey } from '../platform/http/idempotency-key.ts';
import { wishedLocaleOf } from '../platform/http/problem.filter.ts';
import { ReadAgainOnRepeat } from '../platform/http/repeated-answers.ts';
import { Credentials } from '../sessions/credentials.ts';
import type { ThreadView } from '../threads/thread.view.ts';
import { PostAnnouncement } from './post-announcement.ts';
import { AnswerQuestion } from './answer-question.ts';
import { ChangeKind } from './change-kind.ts';
import { LiveHour } from './live-hour.ts';
import { AnswerRequest, KindRequest, QuestionRequest, SimilarQuery, StatusRequest } from './questions.requests.ts';
import { SettleQuestion } from './settle-question.ts';
import { SimilarQuestions } from './similar-questions.queries.ts';

interface KeyedExchange {
  key: string | undefined;
  request: FastifyRequest;
  reply: FastifyReply;
}

@ApiTags('questions')
@Controller('api/v1')
export class QuestionsController {
  // Each outcome of a question is a verb of its own, and guests ask by another one than accounts.
  constructor(
    private readonly postComment: PostComment,
    private readonly postAsGuest: PostAsGuest,
    private readonly settleQuestion: SettleQuestion,
    private readonly answerQuestion: AnswerQuestion,
    private readonly changeKind: ChangeKind,
    private readonly liveHour: LiveHour,
    private readonly similarQuestions: SimilarQuestions,
    private readonly postAnnouncement: PostAnnouncement,
    private readonly credentials: Credentials,
  ) {}

  /** Asks a question. Without a session it waits until the code that is mailed to the guest's address confirms it. */
  @Post('threads/:id/questions')
  @TokensWith('questions:write')
  @CreatedAt(COMMENT_PATH)
  @AlsoAnswers<PendingView>(202)
  @VerbAsksStanding()
  @SeesToItsKey()
  @For('guest')
  async ask(
    @Param('id') threadId: string,
    @Actor() actor: ActorInSession | null,
    @Body() body: QuestionRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommentView | PendingView> {
    const key = readKey(request.headers);
    if (!actor || (actor.isGuest && body.email !== undefined))
      return this.askAsGuest(threadId, body, { key, request, reply });
    if (body.email !== undefined)
      throw invalidRequest([{ pointer: '#/email', detail: 'Leave this out: you are signed in.' }]);
    const { comment, isReplay } = await this.postComment.post(actor.accountId, {
      threadId,
      kind: 'question',
      body: body.body,
      personaId: body.personaId ?? undefined,
      name: body.name,
      anonymous: body.anonymous,
      key,
    });
    if (isReplay) void reply.header('idempotency-replayed', 'true');
    return comment;
  }

  /** Finds questions of a thread that are like the one being typed. */
  @Get('threads/:id/questions/similar')
  @For('reader')
  async similar(@Param('id') threadId: string, @Query() { q }: SimilarQuery): Promise<List<CommentView>> {
    return { items: await this.similarQuestions.find(threadId, q), next: null };
  }

  /** Makes a comment a question, or a question a comment. For its author, the speakers of the talk and moderators. */
  @Put('comments/:id/kind')
  @TokensWith('questions:write')
  @AsksStanding(commentIn('id'))
  @ReadAgainOnRepeat('comment')
  @Versioned(commentVersion)
  @For('participant')
  change(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() { kind }: KindRequest,
    @IfMatch() precondition: Precondition,
  ): Promise<CommentView> {
    return this.changeKind.change(actor.accountId, id, kind, precondition);
  }

  /**
   * Begins the live hour of a thread. For speakers of the talk, moderators and organizers; it ends by itself an hour
   * after the talk.
   */
  @Post('threads/:id/live')
  @TokensWith('questions:write')
  @AsksStanding(threadIn('id'))
  @HttpCode(200)
  @For('participant')
  async begin(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<ThreadView> {
    return (await this.liveHour.begin(actor.accountId, id)).thread;
  }

  /** Ends the live hour of a thread. */
  @Delete('threads/:id/live')
  @TokensWith('questions:write')
  @AsksStanding(threadIn('id'))
  @For('participant')
  async end(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<ThreadView> {
    return (await this.liveHour.end(actor.accountId, id)).thread;
  }

  /**
   * Posts an announcement to everyone in a thread, above all comments. For speakers of the talk, moderators and
   * organizers.
   */
  @Post('threads/:id/announcement')
  @TokensWith('questions:write')
  @CreatedAt(COMMENT_PATH)
  @VerbAsksStanding()
  @SeesToItsKey()
  @For('participant')
  async announce(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() { body, personaId }: AnswerRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommentView> {
    const { comment, isReplay } = await this.postAnnouncement.post(actor.accountId, id, {
      body,
      personaId: personaId ?? undefined,
      key: readKey(request.headers),
    });
    if (isReplay) void reply.header('idempotency-replayed', 'true');
    return comment;
  }

  /** Takes the announcement of a thread down; it stays as a comment. */
  @Delete('threads/:id/announcement')
  @TokensWith('questions:write')
  @AsksStanding(threadIn('id'))
  @For('participant')
  takeDown(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<ThreadView> {
    return this.postAnnouncement.takeDown(actor.accountId, id);
  }

  /**
   * Settles a question: takes, reopens, answers, declines or merges it. For speakers of the talk, moderators and
   * organizers.
   */
  @Put('questions/:id/status')
  @TokensWith('questions:write')
  @AsksStanding(commentIn('id'))
  @ReadAgainOnRepeat('comment')
  @Versioned(commentVersion)
  @For('participant')
  async status(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() body: StatusRequest,
    @IfMatch() precondition: Precondition,
  ): Promise<CommentView> {
    return (await this.settleQuestion.settle(actor.accountId, id, body, precondition)).comment;
  }

  /** Answers a question in writing. For speakers of the talk, moderators and organizers. */
  @Post('questions/:id/answers')
  @TokensWith('questions:write')
  @CreatedAt(COMMENT_PATH)
  @VerbAsksStanding()
  @SeesToItsKey()
  @For('participant')
  async answer(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() { body, personaId }: AnswerRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommentView> {
    const { comment, isReplay } = await this.answerQuestion.answer(actor.accountId, id, {
      body,
      personaId: personaId ?? undefined,
      key: readKey(request.headers),
    });
    if (isReplay) void reply.header('idempotency-replayed', 'true');
    return comment;
  }

  private async askAsGuest(
    threadId: string,
    { body, personaId, anonymous, name, email }: QuestionRequest,
    { key, request, reply }: KeyedExchange,
  ): Promise<PendingView> {
    if (name === undefined && email === undefined) throw sessionRequired();
    const needsName = name === undefined && !anonymous;
    const missing = [...(needsName ? ['#/name'] : []), ...(email === undefined ? ['#/email'] : [])];
    if (missing.length > 0)
      throw invalidRequest(missing.map((pointer) => ({ pointer, detail: 'This is needed from guests.' })));
    if (personaId)
      throw invalidRequest([{ pointer: '#/personaId', detail: 'Sign in to speak as one of your personas.' }]);
    await this.postAsGuest.post({
      threadId,
      kind: 'question',
      body,
      anonymous,
      name: name ?? '',
      email: email!,
      locale: wishedLocaleOf(request),
      visitor: this.credentials.visitor(request),
      key,
    });
    void reply.status(202);
    return { pending: true };
  }
}

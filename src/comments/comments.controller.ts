import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GrantsQueries, moderates } from '../accounts/grants.queries.ts';
import { invalidRequest, notFound, sessionRequired } from '../kernel/common.problems.ts';
import type { Precondition } from '../kernel/precondition.ts';
import {
  Actor,
  For,
  SparesStanding,
  VerbAsksStanding,
  type ActorInSession,
  TokensWith,
} from '../platform/http/access.ts';
import { AlsoAnswers } from '../platform/http/contract/answers.ts';
import { COMMENT_PATH, CreatedAt } from '../platform/http/created-at.ts';
import { editTag, IfMatch, Versioned } from '../platform/http/edit-tags.ts';
import { readKey, SeesToItsKey } from '../platform/http/idempotency-key.ts';
import { wishedLocaleOf } from '../platform/http/problem.filter.ts';
import { ReadAgainOnRepeat } from '../platform/http/repeated-answers.ts';
import { Credentials } from '../sessions/credentials.ts';
import type { CodeAskedView } from '../sessions/session.view.ts';
import { ThreadVisits } from '../threads/thread-visits.ts';
import { CastVote } from './cast-vote.ts';
import {
  commentVersion,
  toCommentView,
  type CommentView,
  type PendingView,
  type SourceView,
  type VoteView,
} from './comment.view.ts';
import { CommentsQueries } from './comments.queries.ts';
import { CommentChangeRequest, CommentCodesRequest, CommentRequest } from './comments.requests.ts';
import { EditComment } from './edit-comment.ts';
import { MineQueries, type MineView } from './mine.queries.ts';
import { SendGuestCodes } from './send-guest-codes.ts';
import { PostAsGuest } from './post-as-guest.ts';
import { PostComment } from './post-comment.ts';
import { WithdrawComment } from './withdraw-comment.ts';

interface PostingExchange {
  key: string | undefined;
  request: FastifyRequest;
  reply: FastifyReply;
}

@ApiTags('taking part')
@Controller('api/v1')
export class CommentsController {
  // Each route of a comment ends in its own verb, and guests and accounts have different ones.
  constructor(
    private readonly postComment: PostComment,
    private readonly postAsGuest: PostAsGuest,
    private readonly sendGuestCodes: SendGuestCodes,
    private readonly editComment: EditComment,
    private readonly withdrawComment: WithdrawComment,
    private readonly castVote: CastVote,
    private readonly mineQueries: MineQueries,
    private readonly commentsQueries: CommentsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly credentials: Credentials,
    private readonly threadVisits: ThreadVisits,
  ) {}

  /**
   * Posts a comment or a reply. Without a session it waits until the code that is mailed to the guest's address
   * confirms it.
   */
  @Post('threads/:id/comments')
  @TokensWith('comments:write')
  @CreatedAt(COMMENT_PATH)
  @AlsoAnswers<PendingView>(202)
  @VerbAsksStanding()
  @SeesToItsKey()
  @For('guest')
  async create(
    @Param('id') threadId: string,
    @Actor() actor: ActorInSession | null,
    @Body() body: CommentRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommentView | PendingView> {
    const key = readKey(request.headers);
    if (!actor || (actor.isGuest && body.email !== undefined))
      return this.createAsGuest(threadId, body, { key, request, reply });
    if (body.email !== undefined)
      throw invalidRequest([{ pointer: '#/email', detail: 'Leave this out: you are signed in.' }]);
    const { comment, isReplay } = await this.postComment.post(actor.accountId, {
      threadId,
      kind: 'comment',
      body: body.body,
      parentId: body.parentId ?? undefined,
      personaId: body.personaId ?? undefined,
      name: body.name,
      key,
    });
    if (isReplay) void reply.header('idempotency-replayed', 'true');
    return comment;
  }

  /** Reads what is personal in a thread: votes, what the caller may do, what is held, personas. */
  @Get('threads/:id/mine')
  @TokensWith('read')
  @For('participant')
  async own(@Param('id') threadId: string, @Actor() actor: ActorInSession): Promise<MineView> {
    const mine = await this.mineQueries.get(actor, threadId);
    this.threadVisits.note(actor.accountId, threadId);
    return mine;
  }

  /** Reads what its author typed, as Markdown. For its author and moderators. */
  @Get('comments/:id/source')
  @TokensWith('read')
  @For('participant')
  async source(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SourceView> {
    const comment = await this.commentsQueries.get(id);
    const roles = await this.grantsQueries.rolesIn(actor.accountId, comment.conferenceId);
    if (comment.accountId !== actor.accountId && !moderates(roles, comment.talkId)) throw notFound();
    const version = commentVersion(toCommentView(comment));
    void reply.header('etag', editTag(version));
    return { ...(await this.commentsQueries.sourceOf(id)), version };
  }

  /** Edits a comment within 15 minutes, as long as there is no reply. A held one stays held. */
  @Patch('comments/:id')
  @TokensWith('comments:write')
  @VerbAsksStanding()
  @ReadAgainOnRepeat('comment')
  @Versioned(commentVersion)
  @For('participant')
  change(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Body() { body }: CommentChangeRequest,
    @IfMatch() precondition: Precondition,
  ): Promise<CommentView> {
    return this.editComment.edit(actor.accountId, id, body, precondition);
  }

  /**
   * Mails new codes for what a guest wrote in a thread and has not confirmed. The answer is the same whether anything
   * waits.
   */
  @Post('threads/:id/comments/codes')
  @SparesStanding('What waits is judged when its code publishes it.')
  @HttpCode(202)
  @For('guest')
  async sendCodesAgain(
    @Param('id') threadId: string,
    @Body() { email }: CommentCodesRequest,
    @Req() request: FastifyRequest,
  ): Promise<CodeAskedView> {
    const visitor = this.credentials.visitor(request);
    await this.sendGuestCodes.resend({ threadId, email, locale: wishedLocaleOf(request), visitor });
    return { sent: true };
  }

  /** Withdraws the caller's own comment: its words go, its place stays. */
  @Delete('comments/:id')
  @TokensWith('comments:write')
  @SparesStanding('People can always take back what they said.')
  @HttpCode(204)
  @For('participant')
  withdraw(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @IfMatch() precondition: Precondition,
  ): Promise<void> {
    return this.withdrawComment.withdraw(actor.accountId, id, precondition);
  }

  /** Votes for a comment. Doing it twice is doing it once. */
  @Put('comments/:id/vote')
  @TokensWith('comments:write')
  @VerbAsksStanding()
  @For('participant')
  vote(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<VoteView> {
    return this.castVote.cast(actor.accountId, id, true);
  }

  /** Takes a vote back. Doing it twice is doing it once. */
  @Delete('comments/:id/vote')
  @TokensWith('comments:write')
  @SparesStanding('Taking a vote back adds nothing.')
  @For('participant')
  unvote(@Param('id') id: string, @Actor() actor: ActorInSession): Promise<VoteView> {
    return this.castVote.cast(actor.accountId, id, false);
  }

  private async createAsGuest(
    threadId: string,
    { body, parentId, personaId, name, email }: CommentRequest,
    { key, request, reply }: PostingExchange,
  ): Promise<PendingView> {
    if (name === undefined && email === undefined) throw sessionRequired();
    const missing = [...(name === undefined ? ['#/name'] : []), ...(email === undefined ? ['#/email'] : [])];
    if (missing.length > 0)
      throw invalidRequest(missing.map((pointer) => ({ pointer, detail: 'This is needed from guests.' })));
    if (personaId)
      throw invalidRequest([{ pointer: '#/personaId', detail: 'Sign in to speak as one of your personas.' }]);
    await this.postAsGuest.post({
      threadId,
      kind: 'comment',
      body,
      parentId: parentId ?? undefined,
      name: name!,
      email: email!,
      locale: wishedLocaleOf(request),
      visitor: this.credentials.visitor(request),
      key,
    });
    void reply.status(202);
    return { pending: true };
  }
}

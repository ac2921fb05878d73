import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommentView } from '../comments/comment.view.ts';
import type { Page } from '../kernel/cursor.ts';
import type { List } from '../kernel/cursor.ts';
import { BuildId } from '../platform/build-id.ts';
import { For } from '../platform/http/access.ts';
import { Answers } from '../platform/http/contract/answers.ts';
import { answeredAsUnchanged } from '../platform/http/conditional.ts';
import type { CachedAnswer } from '../platform/http/cached-answers.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { commentVersion } from '../comments/comment.view.ts';
import { threadVersion, type ThreadView } from '../threads/thread.view.ts';
import type { Changes } from './changes.ts';
import { ProgrammeListing } from './programme-listing.ts';
import { answerPublic, jsonHeaders, jsonKey } from './public-answer.ts';
import { ChangesQuery, CommentsQuery } from './reading.requests.ts';
import { etagOf, type VersionLabel } from './version-label.ts';
import { ResponseCache } from './response-cache.ts';
import { Transcript, type CommentsPage, type RevisionView } from './transcript.ts';

interface ReadAnswer {
  value: object;
  versionLabel: VersionLabel;
  next: string | null;
  isForOnce?: boolean;
}

/** Routes of comments, which never read the session: the same bytes for all readers. */
@ApiTags('reading')
@Controller('api/v1')
@For('reader')
export class ReadingController {
  constructor(
    private readonly transcript: Transcript,
    private readonly programmeListing: ProgrammeListing,
    private readonly responseCache: ResponseCache,
    private readonly buildId: BuildId,
  ) {}

  /** Reads a thread. */
  @Get('threads/:id')
  @Answers<ThreadView>()
  async thread(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const thread = await this.programmeListing.thread(id);
    answerPublic(request, reply, thread as object, threadVersion(thread));
  }

  /** Lists the comments of a thread, each with its first three replies. Answers are listed wherever they are. */
  @Get('threads/:id/comments')
  @Answers<CommentsPage>()
  async comments(
    @Param('id') id: string,
    @Query() { sort, kind, limit, cursor }: CommentsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(id, request, reply, async () => {
      const { page, label: versionLabel } = await this.transcript.page(id, { sort, kind: kind ?? null, limit, cursor });
      return { value: page, versionLabel, next: page.next };
    });
  }

  /**
   * Reads what changed in a thread after a number, as the changes protocol has it. `reset: true` says: forget
   * everything and load.
   */
  @Get('threads/:id/changes')
  @Answers<Changes>()
  async changes(
    @Param('id') id: string,
    @Query() { after, limit }: ChangesQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(id, request, reply, async () => {
      const { value, versionLabel } = await this.transcript.changesAndVersion(id, after, limit);
      // Only the primary knows whether a reader is ahead of the thread, so it is asked each time.
      return { value, versionLabel, next: null, isForOnce: value.reset };
    });
  }

  /** Reads a comment. */
  @Get('comments/:id')
  @Answers<CommentView>()
  async comment(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const comment = await this.transcript.comment(id);
    answerPublic(request, reply, comment as object, commentVersion(comment));
  }

  /** Lists the replies to a comment, oldest first. */
  @Get('comments/:id/replies')
  @Answers<Page<CommentView>>()
  async replies(
    @Param('id') id: string,
    @Query() query: ListingQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answerPublic(request, reply, await this.transcript.replies(id, query));
  }

  /** Lists earlier wordings of a comment that were public, while the comment is visible. */
  @Get('comments/:id/revisions')
  @Answers<List<RevisionView>>()
  async revisions(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerPublic(request, reply, await this.transcript.revisions(id));
  }

  /** Sends an answer that a thread's label identifies, and caches its bytes while the label is current. */
  private async answer(
    threadId: string,
    request: FastifyRequest,
    reply: FastifyReply,
    read: () => Promise<ReadAnswer>,
  ): Promise<void> {
    const nameOf = (versionLabel: VersionLabel): string => etagOf(this.buildId.text, '-', versionLabel);
    // Most returning readers have the answer already, and then only the label is read.
    if (
      request.headers['if-none-match'] &&
      answeredAsUnchanged(request, reply, nameOf(await this.transcript.versionLabel(threadId)))
    )
      return void reply.send();
    const { value, versionLabel, next, isForOnce } = await read();
    const make = (): CachedAnswer => ({
      etag: nameOf(versionLabel),
      headers: jsonHeaders(request, next),
      body: Buffer.from(JSON.stringify(value)),
    });
    const { headers, body, etag } = isForOnce
      ? make()
      : this.responseCache.getOrCreate(jsonKey(request), versionLabel, make);
    void reply.headers(headers);
    if (answeredAsUnchanged(request, reply, etag)) void reply.send();
    else void reply.send(body);
  }
}

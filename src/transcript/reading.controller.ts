import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BuildId } from '../platform/build-id.ts';
import { For } from '../platform/http/access.ts';
import { answeredAsUnchanged } from '../platform/http/conditional.ts';
import type { CachedAnswer } from '../platform/http/cached-answers.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { commentVersion } from '../comments/comment.view.ts';
import { threadVersion } from '../threads/thread.view.ts';
import { ProgrammeListing } from './programme-listing.ts';
import { answerPublic, jsonHeaders, jsonKey } from './public-answer.ts';
import { ChangesQuery, CommentsQuery } from './reading.requests.ts';
import { etagOf, type VersionLabel } from './version-label.ts';
import { ResponseCache } from './response-cache.ts';
import { Transcript } from './transcript.ts';

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

  @ApiOperation({ summary: 'Reads a thread.' })
  @Get('threads/:id')
  async thread(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const thread = await this.programmeListing.thread(id);
    answerPublic(request, reply, thread as object, threadVersion(thread));
  }

  @ApiOperation({ summary: 'Lists the comments of a thread.' })
  @Get('threads/:id/comments')
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

  @ApiOperation({ summary: 'Reads what changed in a thread after a number.' })
  @Get('threads/:id/changes')
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

  @ApiOperation({ summary: 'Reads a comment.' })
  @Get('comments/:id')
  async comment(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const comment = await this.transcript.comment(id);
    answerPublic(request, reply, comment as object, commentVersion(comment));
  }

  @ApiOperation({ summary: 'Lists the replies to a comment.' })
  @Get('comments/:id/replies')
  async replies(
    @Param('id') id: string,
    @Query() query: ListingQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answerPublic(request, reply, await this.transcript.replies(id, query));
  }

  @ApiOperation({ summary: 'Lists earlier public wordings of a comment.' })
  @Get('comments/:id/revisions')
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

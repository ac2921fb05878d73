import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BuildId } from '../platform/build-id.ts';
import { For } from '../platform/http/access.ts';
import { answeredAsUnchanged } from '../platform/http/conditional.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { ProgrammeListing } from './programme-listing.ts';
import { answerPublic, linkNext } from './public-answer.ts';
import { ChangesQuery, CommentsQuery, TalksQuery, ThreadsQuery } from './reading.requests.ts';
import { etagOf, Transcript } from './transcript.ts';

/** The doors that never look at the session: the same bytes for everybody. */
@ApiTags('reading')
@Controller('api/v1')
@For('reader')
export class ReadingController {
  constructor(private readonly transcript: Transcript, private readonly listing: ProgrammeListing, private readonly build: BuildId) {}

  @Get('conferences')
  async conferences(@Query() query: ListingQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerPublic(request, reply, await this.listing.conferences(query));
  }

  @Get('conferences/:conference')
  async conference(@Param('conference') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerPublic(request, reply, await this.listing.conference(key) as object);
  }

  @Get('conferences/:conference/talks')
  async talks(@Param('conference') key: string, @Query() { limit, cursor, ...filter }: TalksQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerPublic(request, reply, await this.listing.talks(key, filter, { limit, cursor }));
  }

  @Get('talks/:id')
  async talk(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerPublic(request, reply, await this.listing.talk(id) as object);
  }

  @Get('conferences/:conference/threads')
  async threads(@Param('conference') key: string, @Query() { sort, limit, cursor }: ThreadsQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerPublic(request, reply, await this.listing.listThreads(key, sort, { limit, cursor }));
  }

  @Get('threads/:id')
  async thread(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerPublic(request, reply, await this.listing.thread(id) as object);
  }

  @Get('threads/:id/comments')
  async comments(@Param('id') id: string, @Query() { sort, kind, limit, cursor }: CommentsQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // Most readers who ask again have it already: then the numbers alone are read.
    if (request.headers['if-none-match'] && answeredAsUnchanged(request, reply, etagOf(this.build.text, '-', await this.transcript.label(id)))) return void reply.send();
    const { page, label } = await this.transcript.page(id, { sort, kind: kind ?? null, limit, cursor });
    linkNext(request, reply, page.next);
    if (answeredAsUnchanged(request, reply, etagOf(this.build.text, '-', label))) return void reply.send();
    void reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(page));
  }

  @Get('threads/:id/changes')
  async changes(@Param('id') id: string, @Query() { after, limit }: ChangesQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerPublic(request, reply, await this.transcript.changes(id, after, limit) as object);
  }

  @Get('comments/:id')
  async comment(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerPublic(request, reply, await this.transcript.comment(id) as object);
  }

  @Get('comments/:id/replies')
  async replies(@Param('id') id: string, @Query() query: ListingQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerPublic(request, reply, await this.transcript.replies(id, query));
  }

  @Get('comments/:id/revisions')
  async revisions(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerPublic(request, reply, await this.transcript.revisions(id));
  }
}

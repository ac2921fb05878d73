import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Page } from '../kernel/cursor.ts';
import { For } from '../platform/http/access.ts';
import { Answers } from '../platform/http/contract/answers.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import { answerPublic } from '../transcript/public-answer.ts';
import type { AuthoredCommentView, AuthorProfileView } from './author.view.ts';
import { AuthorsQueries } from './authors.queries.ts';

/** Authors, who are personas with something to show. Never reads the session: the same bytes for all readers. */
@ApiTags('recaps')
@Controller('api/v1')
@For('reader')
export class AuthorsController {
  constructor(private readonly authorsQueries: AuthorsQueries) {}

  /** Reads what an author shows of themselves in a conference. */
  @Get('conferences/:conference/authors/:slug')
  @Answers<AuthorProfileView>()
  async author(
    @Param('conference') conference: string,
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answerPublic(request, reply, (await this.authorsQueries.get(conference, slug)) as object);
  }

  /** Lists the comments of an author who lets their page show them, the latest first. */
  @Get('conferences/:conference/authors/:slug/comments')
  @Answers<Page<AuthoredCommentView>>()
  async comments(
    @Param('conference') conference: string,
    @Param('slug') slug: string,
    @Query() query: ListingQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answerPublic(request, reply, await this.authorsQueries.comments(conference, slug, query));
  }
}

import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Page } from '../kernel/cursor.ts';
import { For } from '../platform/http/access.ts';
import { Answers } from '../platform/http/contract/answers.ts';
import { ListingQuery } from '../platform/http/listing.requests.ts';
import type { TalkView } from '../programme/talk.view.ts';
import type { ThreadView } from '../threads/thread.view.ts';
import { CachedLists } from './cached-lists.ts';
import type { ConferenceView } from './conference.view.ts';
import { ProgrammeListing } from './programme-listing.ts';
import { answerPublic } from './public-answer.ts';
import { TalksQuery, ThreadsQuery } from './reading.requests.ts';

/** Routes around the threads, which never read the session: the same bytes for all readers. */
@ApiTags('reading')
@Controller('api/v1')
@For('reader')
export class ProgrammeReadingController {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly cachedLists: CachedLists,
  ) {}

  /** Lists the conferences, the latest first. */
  @Get('conferences')
  @Answers<Page<ConferenceView>>()
  async conferences(
    @Query() query: ListingQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answerPublic(request, reply, await this.programmeListing.conferences(query));
  }

  /** Reads a conference by its id or slug. */
  @Get('conferences/:conference')
  @Answers<ConferenceView>()
  async conference(
    @Param('conference') key: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { view, version } = await this.programmeListing.conferenceInVersion(key);
    answerPublic(request, reply, view as object, version);
  }

  /** Lists the talks of a conference in the order of the programme. */
  @Get('conferences/:conference/talks')
  @Answers<Page<TalkView>>()
  async talks(
    @Param('conference') conference: string,
    @Query() { limit, cursor, ...filter }: TalksQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.cachedLists.answer({ request, reply }, { conference, dependsOn: 'programme' }, () =>
      this.programmeListing.talks(conference, filter, { limit, cursor }),
    );
  }

  /** Reads a talk. */
  @Get('talks/:id')
  @Answers<TalkView>()
  async talk(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { view, version } = await this.programmeListing.talkInVersion(id);
    answerPublic(request, reply, view as object, version);
  }

  /** Lists the threads of a conference. */
  @Get('conferences/:conference/threads')
  @Answers<Page<ThreadView>>()
  async threads(
    @Param('conference') conference: string,
    @Query() { sort, limit, cursor }: ThreadsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // As fresh as words, because readers look here for the latest contributions.
    await this.cachedLists.answer({ request, reply }, { conference, dependsOn: 'words' }, () =>
      this.programmeListing.listThreads(conference, sort, { limit, cursor }),
    );
  }
}

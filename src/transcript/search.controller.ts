import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { For } from '../platform/http/access.ts';
import { Answers } from '../platform/http/contract/answers.ts';
import { ReadingLimits } from '../sessions/reading-limits.ts';
import { CachedLists } from './cached-lists.ts';
import { SearchQuery } from './reading.requests.ts';
import { SearchQueries, type SearchResults } from './search.queries.ts';

/** The search of the API, which never reads the session: the same bytes for all readers. */
@ApiTags('reading')
@Controller('api/v1')
@For('reader')
export class SearchController {
  constructor(
    private readonly searchQueries: SearchQueries,
    private readonly cachedLists: CachedLists,
    private readonly readingLimits: ReadingLimits,
  ) {}

  /** Searches what was said in a conference. All words are looked for, and none is an operator. */
  @Get('conferences/:conference/search')
  @Answers<SearchResults>()
  async search(
    @Param('conference') conference: string,
    @Query() { q, limit, cursor }: SearchQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.cachedLists.answer(
      { request, reply },
      {
        conference,
        dependsOn: 'words',
        moment: (version) => this.searchQueries.momentOf(version),
        mayBuild: () => this.readingLimits.mayBuild(request),
      },
      () => this.searchQueries.find(conference, q, { limit, cursor }),
    );
  }
}

import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { words } from '../../locales/catalogues.ts';
import { madeAt } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { For } from '../platform/http/access.ts';
import { MayBeLeftOut } from '../platform/http/left-out.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { toAtom, toJsonFeed, type Feed } from './feed.ts';
import { FeedsQueries } from './feeds.queries.ts';
import { CachedFiles } from './cached-files.ts';

const ATOM = { type: 'application/atom+xml' };
const JSON_FEED = { type: 'application/feed+json' };

export class FeedQuery {
  @ApiPropertyOptional({ enum: ['comment', 'question', 'answer'] })
  @MayBeLeftOut()
  @IsIn(['comment', 'question', 'answer'], { message: 'Choose "comment", "question" or "answer".' })
  kind?: 'comment' | 'question' | 'answer';
}

interface ThreadFeedPath {
  conference: string;
  thread: string;
  kind: FeedQuery['kind'];
}

/** Feeds of the newest fifty comments of a thread or a conference; `?kind=answer` for answers only. */
@ApiExcludeController()
@Controller('c/:conference')
@For('reader')
export class FeedsController {
  constructor(
    private readonly feedsQueries: FeedsQueries,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly threadsQueries: ThreadsQueries,
    private readonly cachedFiles: CachedFiles,
    private readonly config: Config,
  ) {}

  @Get('feed.atom')
  conference(
    @Param('conference') conference: string,
    @Query() { kind }: FeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ request, reply }, { conference, ...ATOM }, async () =>
      toAtom(await this.ofConference(request, { conference, kind })),
    );
  }

  @Get('feed.json')
  conferenceAsJson(
    @Param('conference') conference: string,
    @Query() { kind }: FeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ request, reply }, { conference, ...JSON_FEED }, async () =>
      JSON.stringify(toJsonFeed(await this.ofConference(request, { conference, kind }))),
    );
  }

  @Get('t/:thread/feed.atom')
  atom(
    @Param('conference') conference: string,
    @Param('thread') thread: string,
    @Query() { kind }: FeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ request, reply }, { conference, ...ATOM }, async () =>
      toAtom(await this.ofThread(request, { conference, thread, kind })),
    );
  }

  @Get('t/:thread/feed.json')
  json(
    @Param('conference') conference: string,
    @Param('thread') thread: string,
    @Query() { kind }: FeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ request, reply }, { conference, ...JSON_FEED }, async () =>
      JSON.stringify(toJsonFeed(await this.ofThread(request, { conference, thread, kind }))),
    );
  }

  private answer(
    exchange: { request: FastifyRequest; reply: FastifyReply },
    feed: { conference: string; type: string },
    build: () => Promise<string>,
  ): Promise<void> {
    return this.cachedFiles.answer(exchange, { ...feed, dependsOn: 'words' }, build);
  }

  private async ofConference(
    request: FastifyRequest,
    { conference, kind }: { conference: string; kind: FeedQuery['kind'] },
  ): Promise<Feed> {
    const { id, slug, title, locale, startsOn } = await this.programmeQueries.getConference(conference);
    return {
      ...this.around(request, locale),
      id,
      title,
      conference: slug,
      page: `${this.config.publicUrl}/c/${slug}`,
      since: madeAt(id) ?? new Date(startsOn),
      entries: await this.feedsQueries.ofConference(id, kind ?? null),
    };
  }

  private async ofThread(request: FastifyRequest, { conference, thread, kind }: ThreadFeedPath): Promise<Feed> {
    const { id: conferenceId, slug, locale, startsOn } = await this.programmeQueries.getConference(conference);
    const found = await this.threadsQueries.getBySlug(conferenceId, thread);
    return {
      ...this.around(request, locale),
      id: found.id,
      title: found.title,
      conference: slug,
      page: `${this.config.publicUrl}/c/${slug}/t/${found.slug}`,
      since: madeAt(found.id) ?? new Date(startsOn),
      entries: await this.feedsQueries.ofThread(found.id, kind ?? null),
    };
  }

  private around(request: FastifyRequest, locale: string): Pick<Feed, 'language' | 'base' | 'self' | 'noAuthor'> {
    return {
      language: locale,
      base: this.config.publicUrl,
      self: this.config.publicUrl + request.url,
      noAuthor: words(locale === 'fr' ? 'fr' : 'en')('pages.thread.nobody'),
    };
  }
}

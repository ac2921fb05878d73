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

interface FeedFormat {
  type: string;
  write: (feed: Feed) => string;
}

const ATOM: FeedFormat = { type: 'application/atom+xml', write: toAtom };
const JSON_FEED: FeedFormat = {
  type: 'application/feed+json',
  write: (feed) => JSON.stringify(toJsonFeed(feed)),
};

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
    return this.answer({ request, reply }, { conference, ...ATOM }, () =>
      this.ofConference(request, { conference, kind }),
    );
  }

  @Get('feed.json')
  conferenceAsJson(
    @Param('conference') conference: string,
    @Query() { kind }: FeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ request, reply }, { conference, ...JSON_FEED }, () =>
      this.ofConference(request, { conference, kind }),
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
    return this.answer({ request, reply }, { conference, ...ATOM }, () =>
      this.ofThread(request, { conference, thread, kind }),
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
    return this.answer({ request, reply }, { conference, ...JSON_FEED }, () =>
      this.ofThread(request, { conference, thread, kind }),
    );
  }

  private answer(
    exchange: { request: FastifyRequest; reply: FastifyReply },
    { conference, type, write }: FeedFormat & { conference: string },
    read: () => Promise<Feed>,
  ): Promise<void> {
    return this.cachedFiles.answer(exchange, { conference, type, dependsOn: 'words' }, async () => {
      const feed = await read();
      return { text: write(feed), language: feed.language };
    });
  }

  private async ofConference(
    request: FastifyRequest,
    { conference, kind }: { conference: string; kind: FeedQuery['kind'] },
  ): Promise<Feed> {
    const { id, slug, title, locale, startsOn } = await this.programmeQueries.getConference(conference);
    return {
      ...this.around(request, locale),
      id: this.idOf({ id, startsOn }, kind),
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
      id: this.idOf({ id: found.id, startsOn }, kind),
      title: found.title,
      conference: slug,
      page: `${this.config.publicUrl}/c/${slug}/t/${found.slug}`,
      since: madeAt(found.id) ?? new Date(startsOn),
      entries: await this.feedsQueries.ofThread(found.id, kind ?? null),
    };
  }

  /** Names a feed; with a part left out it is another one, which a reader may follow beside it (RFC 4287, 4.2.6). */
  private idOf({ id, startsOn }: { id: string; startsOn: string }, kind: FeedQuery['kind']): string {
    if (kind === undefined) return `urn:uuid:${id}`;
    const day = (madeAt(id)?.toISOString() ?? startsOn).slice(0, 10);
    return `tag:${new URL(this.config.publicUrl).hostname},${day}:${id}/${kind}s`;
  }

  private around(request: FastifyRequest, locale: string): Pick<Feed, 'language' | 'base' | 'self' | 'noAuthor'> {
    return {
      language: locale,
      base: this.config.publicUrl,
      self: this.config.publicUrl + request.url,
      noAuthor: words(locale === 'fr' ? 'fr' : 'en')('pages.thread.anonymous'),
    };
  }
}

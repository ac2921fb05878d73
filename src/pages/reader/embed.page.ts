import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EMBED_MODES, EmbedPage } from '../../../web/pages/embed-page.tsx';
import { invalidRequest, notFound } from '../../kernel/common.problems.ts';
import { BuildId } from '../../platform/build-id.ts';
import { Config } from '../../platform/config/settings.ts';
import { For } from '../../platform/http/access.ts';
import { answeredAsUnchanged } from '../../platform/http/conditional.ts';
import { contentPolicy } from '../../platform/http/content-policy.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { etagOf } from '../../transcript/label.ts';
import { readEmbedScript } from '../assets.ts';
import { Frames, PAGE_HEADERS } from '../page-context.ts';
import { KeptPages } from '../kept-pages.ts';
import { oembedFormatUnknown } from '../pages.problems.ts';
import { render } from '../render.ts';
import { islandOf, ThreadPageView } from '../thread-view.ts';

/** The room a thread takes in somebody else's page, in pixels, when nobody says how much there is. */
const ROOM = { width: 720, height: 560 };

/**
 * Threads in pages of other sites: the script that puts them there, what stands in its frame, and oEmbed for programs
 * that ask.
 */
@ApiExcludeController()
@Controller()
@For('reader')
export class EmbedPages {
  private readonly script = readEmbedScript();

  constructor(
    private readonly threadPageView: ThreadPageView,
    private readonly threadsQueries: ThreadsQueries,
    private readonly keptPages: KeptPages,
    private readonly frames: Frames,
    private readonly buildId: BuildId,
    private readonly config: Config,
  ) {}

  @Get('embed.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  embed(): string {
    if (this.script === '') throw notFound();
    return this.script;
  }

  @Get('embed/:threadId')
  async read(
    @Param('threadId') threadId: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { conferenceId, slug } = await this.threadsQueries.get(threadId);
    const { conference, thread, page, label, questions, isOneVersion } = await this.threadPageView.read(
      conferenceId,
      slug,
      {
        sort: 'oldest',
      },
    );
    const { embedSites: sites, archiveUrl } = conference.settings;
    const mode = EMBED_MODES.find((each) => each === query['mode']) ?? 'thread';
    const theme = query['theme'] === 'dark' || query['theme'] === 'light' ? query['theme'] : null;
    const locale = this.frames.localeOf(request, conference.locale);
    const here = `/c/${encodeURIComponent(conference.slug)}/t/${encodeURIComponent(thread.slug)}`;
    const facts = { thread, here, sort: 'oldest' as const, mine: null, personas: [], questions, archiveUrl };
    // Not marked as other pages are: no site of somebody else's sets a cookie here, not even for the language.
    const headers = { ...PAGE_HEADERS, 'content-security-policy': contentPolicy(this.config.publicUrl, sites) };
    const draw = (): Buffer => {
      const island = {
        ...islandOf({ ...facts, page, timeZone: conference.timeZone, locale, conferenceId: conference.id }),
        embed: { mode, sites },
      };
      const frame = this.frames.of(request, {
        title: thread.title,
        kind: 'embed',
        isSignedIn: false,
        conference,
        island,
      });
      return Buffer.from(
        render(EmbedPage, {
          frame,
          page,
          props: { ...facts, embedded: mode === 'questions' ? ('questions' as const) : ('thread' as const) },
          mode,
          theme,
        }),
      );
    };
    void reply.headers(headers);
    if (!isOneVersion) return void reply.send(draw());
    const etag = etagOf(this.buildId.text, locale, label);
    const html = this.keptPages.give(request, label, () => ({ etag, body: draw() }), headers);
    void reply.send(answeredAsUnchanged(request, reply, etag) ? undefined : html);
  }

  /** https://oembed.com, version 1.0: `url` is a thread's page here. */
  @Get('oembed')
  async oembed(@Query() query: Record<string, unknown>): Promise<object> {
    if (query['format'] !== undefined && query['format'] !== 'json') throw oembedFormatUnknown();
    const place = placeIn(query['url'], new URL(this.config.publicUrl).origin);
    if (place === null) throw notFound();
    const { conference, thread } = await this.threadPageView.around(place.conference, place.thread);
    const [width, height] = [atMost(query['maxwidth'], ROOM.width), atMost(query['maxheight'], ROOM.height)];
    return {
      version: '1.0',
      type: 'rich',
      title: thread.title,
      provider_name: conference.title,
      provider_url: `${this.config.publicUrl}/c/${encodeURIComponent(conference.slug)}`,
      cache_age: 3600,
      width,
      height,
      html:
        `<iframe src="${this.config.publicUrl}/embed/${thread.id}" title="${escaped(thread.title)}" ` +
        `width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`,
    };
  }
}

/**
 * The names in a thread's address; null for an address of something else here. Throws invalid-request for one of
 * another site.
 */
function placeIn(url: unknown, origin: string): { conference: string; thread: string } | null {
  if (typeof url !== 'string' || !URL.canParse(url) || new URL(url).origin !== origin)
    throw invalidRequest([{ pointer: '#/url', detail: 'Give the address of a thread of this forum.' }]);
  const [, conference, thread] = /^\/c\/([\w-]+)\/t\/([\w-]+)\/?$/.exec(new URL(url).pathname) ?? [];
  return conference === undefined || thread === undefined ? null : { conference, thread };
}

const atMost = (asked: unknown, room: number): number =>
  typeof asked === 'string' && /^\d{2,5}$/.test(asked) ? Math.min(Number(asked), room) : room;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

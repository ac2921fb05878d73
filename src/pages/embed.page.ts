import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EMBED_MODES, EmbedPage } from '../../web/embed-page.tsx';
import { invalidRequest, notFound } from '../kernel/common.problems.ts';
import { Config } from '../platform/config/settings.ts';
import { For } from '../platform/http/access.ts';
import { contentPolicy } from '../platform/http/content-policy.ts';
import { isUuid } from '../kernel/ids.ts';
import { answerPage } from './answer-page.ts';
import { readEmbedScript } from './assets.ts';
import { Frames } from './frames.ts';
import { oembedFormatUnknown } from './pages.problems.ts';
import { Paths } from './paths.ts';
import { render } from './render.ts';
import { islandOf, ThreadPageView } from './thread-view.ts';

/** The room a thread takes in somebody else's page, in pixels, when nobody says how much there is. */
const ROOM = { width: 720, height: 560 };

/** Threads in pages of other sites: the script that puts them there, what stands in its frame, and oEmbed for programs that ask. */
@ApiExcludeController()
@Controller()
@For('reader')
export class EmbedPages {
  private readonly script = readEmbedScript();

  constructor(private readonly view: ThreadPageView, private readonly paths: Paths, private readonly frames: Frames, private readonly config: Config) {}

  @Get('embed.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  embed(): string {
    if (this.script === '') throw notFound();
    return this.script;
  }

  @Get('embed/:threadId')
  async read(@Param('threadId') threadId: string, @Query() query: Record<string, unknown>, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { here, seen } = await this.find(threadId);
    const { conference, thread, page, questions } = seen;
    const { embedSites: sites, archiveUrl } = conference.settings;
    const mode = EMBED_MODES.find((each) => each === query['mode']) ?? 'thread';
    const theme = query['theme'] === 'dark' || query['theme'] === 'light' ? query['theme'] : null;
    const locale = this.frames.localeOf(request, conference.locale);
    const facts = { thread, here, sort: 'oldest' as const, mine: null, personas: [], questions, archiveUrl };
    const island = { ...islandOf({ ...facts, page, timeZone: conference.timeZone, locale, conferenceId: conference.id }), embed: { mode, sites } };
    const frame = this.frames.of(request, { title: thread.title, kind: 'embed', isSignedIn: false, conference, island });
    void reply.header('content-security-policy', contentPolicy(this.config.publicUrl, sites));
    answerPage(this.frames, { request, reply, isSomebody: false }, render(EmbedPage, { frame, page, props: { ...facts, embedded: mode === 'questions' ? 'questions' as const : 'thread' as const }, mode, theme }));
  }

  /** https://oembed.com, version 1.0: `url` is a thread's page here. */
  @Get('oembed')
  async oembed(@Query() query: Record<string, unknown>): Promise<object> {
    if (query['format'] !== undefined && query['format'] !== 'json') throw oembedFormatUnknown();
    const place = placeIn(query['url'], new URL(this.config.publicUrl).origin);
    if (place === null) throw notFound();
    const { conference, thread } = await this.view.stage(place.conference, place.thread);
    const [width, height] = [atMost(query['maxwidth'], ROOM.width), atMost(query['maxheight'], ROOM.height)];
    return {
      version: '1.0', type: 'rich', title: thread.title, provider_name: conference.title, provider_url: `${this.config.publicUrl}/c/${encodeURIComponent(conference.slug)}`, cache_age: 3600, width, height,
      html: `<iframe src="${this.config.publicUrl}/embed/${thread.id}" title="${escaped(thread.title)}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`,
    };
  }

  private async find(threadId: string) {
    if (!isUuid(threadId)) throw notFound();
    const here = await this.paths.toThread(threadId);
    const [, , conference, , slug] = here.split('/');
    return { here, seen: await this.view.read(conference!, slug!, { sort: 'oldest' }) };
  }
}

/** The names in a thread's address; null for an address of something else here. Throws invalid-request for one of another site. */
function placeIn(url: unknown, origin: string): { conference: string; thread: string } | null {
  if (typeof url !== 'string' || !URL.canParse(url) || new URL(url).origin !== origin) throw invalidRequest([{ pointer: '#/url', detail: 'Give the address of a thread of this forum.' }]);
  const [, conference, thread] = /^\/c\/([\w-]+)\/t\/([\w-]+)\/?$/.exec(new URL(url).pathname) ?? [];
  return conference === undefined || thread === undefined ? null : { conference, thread };
}

const atMost = (asked: unknown, room: number): number => (typeof asked === 'string' && /^\d{2,5}$/.test(asked) ? Math.min(Number(asked), room) : room);

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

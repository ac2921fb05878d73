import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EMBED_MODES, EmbedPage } from '../../../web/pages/embed-page.tsx';
import { notFound } from '../../kernel/common.problems.ts';
import { BuildId } from '../../platform/build-id.ts';
import { For } from '../../platform/http/access.ts';
import { answeredAsUnchanged } from '../../platform/http/conditional.ts';
import { contentPolicy } from '../../platform/http/content-policy.ts';
import { etagOf } from '../../transcript/version-label.ts';
import { readEmbedScript } from '../assets.ts';
import { CachedPages } from '../cached-pages.ts';
import { pageHeaders } from '../page-contexts.ts';
import { themeIn, type PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { render } from '../render.ts';
import { RequestedPage } from '../requested-page.ts';
import { pathOf, ThreadPlaces } from '../thread-places.ts';
import { islandOf } from './thread-island.ts';
import type { ThreadPart } from './thread-part.ts';
import { ThreadPageView, type PublicThreadPage } from './thread-view.ts';

/** However long a thread is. */
const EMBEDDED_PART: ThreadPart = { sort: 'oldest', isSortNamed: true };

/** Threads in pages of other sites: the script that embeds them, and the contents of its frame. */
@ApiExcludeController()
@Controller()
@For('reader')
export class EmbedPages {
  private readonly script = readEmbedScript();

  constructor(
    private readonly threadPageView: ThreadPageView,
    private readonly threadPlaces: ThreadPlaces,
    private readonly cachedPages: CachedPages,
    private readonly buildId: BuildId,
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
    @Query() query: PageQuery,
    @PageRequest() page: RequestedPage,
  ): Promise<void> {
    const version = await this.threadPageView.read(await this.threadPlaces.get(threadId), EMBEDDED_PART);
    const { conference, label: versionLabel, isOneVersion } = version;
    const policy = contentPolicy(page.base, conference.settings.embedSites);
    // Without the usual page headers, so that no cookie is set in another site's page, not even for the language.
    const headers = { ...pageHeaders(page.localeIn(conference.locale)), 'content-security-policy': policy };
    const draw = (): Buffer => drawEmbed(page, version, query);
    void page.reply.headers(headers);
    if (!isOneVersion) return void page.reply.send(draw());
    const etag = etagOf(this.buildId.text, page.localeIn(conference.locale), versionLabel);
    const html = this.cachedPages.getOrCreate(page.request, versionLabel, () => ({ etag, body: draw() }), headers);
    void page.reply.send(answeredAsUnchanged(page.request, page.reply, etag) ? undefined : html);
  }
}

function drawEmbed(
  page: RequestedPage,
  { conference, thread, page: comments, questions, answeredBy }: PublicThreadPage,
  query: PageQuery,
): Buffer {
  const { embedSites: sites, archiveUrl } = conference.settings;
  const mode = EMBED_MODES.find((each) => each === query['mode']) ?? 'thread';
  const here = pathOf({ conference: conference.slug, thread: thread.slug });
  const facts = { thread, here, sort: 'oldest' as const, mine: null, personas: [], questions, answeredBy, archiveUrl };
  const { id: conferenceId, timeZone } = conference;
  const locale = page.localeIn(conference.locale);
  const island = {
    ...islandOf({ ...facts, page: comments, timeZone, locale, conferenceId }),
    embed: { mode, sites },
  };
  const context = page.context({ title: thread.title, kind: 'embed', conference, island });
  const embedded = mode === 'questions' ? ('questions' as const) : ('thread' as const);
  const props = { ...facts, embedded };
  return Buffer.from(render(EmbedPage, { context, page: comments, props, mode, theme: themeIn(query) }));
}

import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { words } from '../../locales/catalogues.ts';
import { isolated } from '../../locales/isolated.ts';
import { madeAt } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { For } from '../platform/http/access.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ConferenceRecaps } from '../recap/conference-recaps.ts';
import type { RecapView } from '../recap/recap.view.ts';
import { CachedFiles } from './cached-files.ts';
import { xml } from './feed.ts';

/** The head of a feed of recaps; addresses are absolute. */
interface RecapsFeed {
  id: string;
  title: string;
  language: string;
  self: string;
  page: string;
  updated: string;
  entries: readonly RecapEntry[];
}

interface RecapEntry extends Pick<RecapView, 'id' | 'title' | 'html' | 'savedAt'> {
  author: string;
  address: string;
  publishedAt: string;
}

/** The newest fifty recaps of a conference, whole, with their authors. Quotations follow theirs. */
@ApiExcludeController()
@Controller('c/:conference')
@For('reader')
export class RecapsFeedController {
  constructor(
    private readonly conferenceRecaps: ConferenceRecaps,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly cachedFiles: CachedFiles,
    private readonly config: Config,
  ) {}

  @Get('recaps.atom')
  atom(
    @Param('conference') conference: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.cachedFiles.answer(
      { request, reply },
      { conference, type: 'application/atom+xml', dependsOn: 'words' },
      async () => {
        const feed = await this.feedOf(conference, request);
        return { text: toAtom(feed), language: feed.language };
      },
    );
  }

  @Get('recaps.json')
  json(
    @Param('conference') conference: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.cachedFiles.answer(
      { request, reply },
      { conference, type: 'application/feed+json', dependsOn: 'words' },
      async () => {
        const feed = await this.feedOf(conference, request);
        return { text: JSON.stringify(toJsonFeed(feed)), language: feed.language };
      },
    );
  }

  private async feedOf(conference: string, { url }: FastifyRequest): Promise<RecapsFeed> {
    const { id, slug, title, locale, startsOn } = await this.programmeQueries.getConference(conference);
    const say = words(locale);
    const begun = madeAt(id) ?? new Date(startsOn);
    const base = `${this.config.publicUrl}/c/${slug}`;
    const { items } = await this.conferenceRecaps.list(id, { limit: 50 });
    const entries = items.map((recap): RecapEntry => {
      const { author, isOfficial } = recap;
      const noName = say(isOfficial ? 'pages.recaps.official' : 'pages.thread.former');
      return {
        id: recap.id,
        title: recap.title,
        html: recap.html,
        savedAt: recap.savedAt,
        publishedAt: recap.publishedAt ?? recap.savedAt,
        author: author ? isolated(author.name) : noName,
        address: `${base}/recaps/${recap.slug}`,
      };
    });
    return {
      // A tag URI (RFC 4151): its authority, the date, and the thing.
      id: `tag:${new URL(base).hostname},${begun.toISOString().slice(0, 10)}:${id}/recaps`,
      title: `${say('pages.recaps.title')}: ${title}`,
      language: locale,
      self: this.config.publicUrl + url,
      page: `${base}/recaps`,
      updated: entries.map(changedAt).toSorted().at(-1) ?? begun.toISOString(),
      entries,
    };
  }
}

const changedAt = ({ savedAt, publishedAt }: RecapEntry): string => (savedAt > publishedAt ? savedAt : publishedAt);

/** RFC 4287. */
function toAtom({ id, title, language, self, page, updated, entries }: RecapsFeed): string {
  const written = entries.map(
    (entry) =>
      `<entry><id>urn:uuid:${entry.id}</id><title>${xml(entry.title)}</title>` +
      `<published>${entry.publishedAt}</published><updated>${changedAt(entry)}</updated>` +
      `<author><name>${xml(entry.author)}</name></author><link rel="alternate" type="text/html" ` +
      `href="${xml(entry.address)}"/><content type="html">${xml(entry.html)}</content></entry>`,
  );
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">` +
    `<id>${xml(id)}</id><title>${xml(title)}</title><updated>${updated}</updated><link rel="self" ` +
    `type="application/atom+xml" href="${xml(self)}"/><link rel="alternate" type="text/html" ` +
    `href="${xml(page)}"/>${written.join('\n')}</feed>\n`
  );
}

/** JSON Feed 1.1 (jsonfeed.org). */
const toJsonFeed = ({ title, language, self, page, entries }: RecapsFeed): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  home_page_url: page,
  feed_url: self,
  language,
  items: entries.map((entry) => ({
    id: `urn:uuid:${entry.id}`,
    url: entry.address,
    title: entry.title,
    content_html: entry.html,
    date_published: entry.publishedAt,
    date_modified: changedAt(entry),
    authors: [{ name: entry.author }],
  })),
});

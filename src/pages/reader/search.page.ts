import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SearchPage } from '../../../web/pages/search-page.tsx';
import type { ListedTalk } from '../../../web/pages/talk-line.tsx';
import { byKey } from '../../kernel/by-key.ts';
import { dateIn } from '../../kernel/zone.ts';
import { For } from '../../platform/http/access.ts';
import { faultOf } from '../../platform/http/plain-text.ts';
import type { ConferenceView } from '../../transcript/conference.view.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { QUERY_LENGTH } from '../../transcript/reading.requests.ts';
import { SearchQueries } from '../../transcript/search.queries.ts';
import { CachedPages } from '../cached-pages.ts';
import { cursorIn, type PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { render } from '../render.ts';
import { RequestedPage } from '../requested-page.ts';

/** Most talks above the comments. */
const TALKS_SHOWN = 10;

/** The search in a conference: its talks, their speakers, and its comments. */
@ApiExcludeController()
@Controller('c/:conference/search')
@For('guest')
export class SearchPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly searchQueries: SearchQueries,
    private readonly cachedPages: CachedPages,
  ) {}

  @Get()
  read(@Param('conference') slug: string, @Query() query: PageQuery, @PageRequest() page: RequestedPage) {
    return this.cachedPages.show(
      page,
      { conference: slug, dependsOn: 'words', moment: (version) => this.searchQueries.momentOf(version) },
      () => this.draw(page, slug, query),
    );
  }

  private async draw(page: RequestedPage, slug: string, query: PageQuery): Promise<string> {
    const conference = await this.programmeListing.conference(slug);
    const asked = typeof query['q'] === 'string' ? query['q'].trim() : '';
    const isQuestion = faultOf(asked, { ...QUERY_LENGTH, oneLine: true }) === null;
    const { items, next, onlyCommonWords } = isQuestion
      ? await this.searchQueries.find(conference.id, asked, { limit: 20, cursor: cursorIn(query) })
      : { items: [], next: null, onlyCommonWords: false };
    const { talks, hasMoreTalks } =
      isQuestion && cursorIn(query) === undefined
        ? await this.talksWith(conference, asked)
        : { talks: [], hasMoreTalks: false };
    const threads = await this.programmeListing.threadsByIds(items.map(({ comment }) => comment.threadId));
    const slugs = new Map(threads.map((thread) => [thread.id, thread.slug]));
    const hits = items.map((hit) => {
      const { id, rootId, threadId } = hit.comment;
      return { ...hit, path: `/c/${conference.slug}/t/${slugs.get(threadId)}?comment=${rootId ?? id}#c-${id}` };
    });
    const context = page.context({ title: conference.title, kind: 'search', conference });
    return render(SearchPage, {
      context,
      conference,
      asked,
      isQuestion,
      onlyCommonWords,
      talks,
      hasMoreTalks,
      hits,
      next,
    });
  }

  /** The first talks whose title or speakers have these words. */
  private async talksWith(
    { slug, timeZone }: ConferenceView,
    q: string,
  ): Promise<{ talks: ListedTalk[]; hasMoreTalks: boolean }> {
    const { items, next } = await this.programmeListing.talks(slug, { q }, { limit: TALKS_SHOWN });
    const threads = byKey(
      await this.programmeListing.threadsOfTalks(items.map(({ id }) => id)),
      ({ talkId }) => talkId,
    );
    const talks = items.map((talk) => ({
      ...talk,
      day: talk.startsAt === null ? null : dateIn(timeZone, new Date(talk.startsAt)),
      thread: threads.get(talk.id) ?? null,
    }));
    return { talks, hasMoreTalks: next !== null };
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { words } from '../../../locales/catalogues.ts';
import { isLocale } from '../../../locales/words.ts';
import { ConferencesPage } from '../../../web/pages/conferences-page.tsx';
import { For } from '../../platform/http/access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { cursorIn, type PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { render } from '../render.ts';
import { RequestedPage } from '../requested-page.ts';

/** The first page: all conferences of this forum, or the only one. */
@ApiExcludeController()
@Controller()
@For('guest')
export class ConferencesPages {
  constructor(private readonly programmeListing: ProgrammeListing) {}

  @Get()
  async read(@Query() query: PageQuery, @PageRequest() page: RequestedPage): Promise<void> {
    const { items, next } = await this.programmeListing.conferences({ limit: 50, cursor: cursorIn(query) });
    const [only] = items;
    if (only && items.length === 1 && next === null && query['cursor'] === undefined)
      return page.turnTo(
        `/c/${encodeURIComponent(only.slug)}${isLocale(query['lang']) ? `?lang=${query['lang']}` : ''}`,
      );
    const { locale } = page;
    const say = words(locale);
    const title = say('pages.site');
    const shared = { title, description: say('pages.home.lead'), site: title, picture: null, locale };
    const context = page.context({ kind: 'conferences', machines: { path: '/', shared, data: [], feeds: [] } });
    page.sendShared(render(ConferencesPage, { context, conferences: items, next }));
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LedgerPage } from '../../../web/pages/ledger-page.tsx';
import { ArchivedLedger } from '../../exports/archived-ledger.ts';
import { LedgerQueries } from '../../moderation/ledger.queries.ts';
import { For } from '../../platform/http/access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { CachedPages } from '../cached-pages.ts';
import { cursorIn, type PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { render } from '../render.ts';
import { RequestedPage } from '../requested-page.ts';

/** The public ledger of a conference's decisions. */
@ApiExcludeController()
@Controller('c/:conference/ledger')
@For('guest')
export class LedgerPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly ledgerQueries: LedgerQueries,
    private readonly archivedLedger: ArchivedLedger,
    private readonly cachedPages: CachedPages,
  ) {}

  @Get()
  read(@Param('conference') slug: string, @Query() query: PageQuery, @PageRequest() page: RequestedPage) {
    return this.cachedPages.show(page, { conference: slug, dependsOn: 'words' }, () => this.draw(page, slug, query));
  }

  private async draw(page: RequestedPage, slug: string, query: PageQuery): Promise<string> {
    const conference = await this.programmeListing.conference(slug);
    const { items, next } = await this.ledgerQueries.list(conference.id, { limit: 50, cursor: cursorIn(query) });
    const context = page.context({ title: conference.title, kind: 'ledger', conference });
    const lines = next === null ? [...items, ...(await this.archivedLedger.list(conference.id))] : items;
    return render(LedgerPage, { context, conference, next, lines });
  }
}

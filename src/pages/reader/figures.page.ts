import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { FiguresPage } from '../../../web/pages/figures-page.tsx';
import { YearlyFigures } from '../../moderation/yearly-figures.ts';
import { For } from '../../platform/http/access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';

/** Figures about the moderation of a conference, by year. */
@ApiExcludeController()
@Controller('c/:conference/figures')
@For('guest')
export class FiguresPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly yearlyFigures: YearlyFigures,
  ) {}

  @Get()
  async read(@Param('conference') slug: string, @PageRequest() page: RequestedPage): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const years = await this.yearlyFigures.list(conference.id);
    page.show(FiguresPage, { title: conference.title, kind: 'figures', conference }, { conference, years });
  }
}

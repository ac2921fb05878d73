import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { FiguresPage } from '../../../web/pages/figures-page.tsx';
import { daysOfFigures, FigureCards } from '../../figures/figure-cards.ts';
import { YearlyFigures } from '../../moderation/yearly-figures.ts';
import { For } from '../../platform/http/access.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';

/** Figures of a conference, of its days, and of its talks. */
@ApiExcludeController()
@Controller('c/:conference')
@For('guest')
export class FiguresPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly yearlyFigures: YearlyFigures,
    private readonly figureCards: FigureCards,
    private readonly threadsQueries: ThreadsQueries,
  ) {}

  @Get('figures')
  async read(
    @Param('conference') slug: string,
    @Query('day') typed: unknown,
    @PageRequest() page: RequestedPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const days = daysOfFigures(conference, page.locale);
    // A day that the conference does not have is that of an old link: the whole conference has an answer.
    const day = days.find((each) => each.day === typed)?.day;
    const [figures, years] = await Promise.all([
      this.figureCards.of(conference.slug, day === undefined ? {} : { day }, page.locale),
      day === undefined ? this.yearlyFigures.list(conference.id) : [],
    ]);
    page.show(
      FiguresPage,
      { title: conference.title, kind: 'figures', conference },
      { conference, thread: null, days, chosenDay: day ?? null, figures, years },
    );
  }

  @Get('t/:thread/figures')
  async ofThread(
    @Param('conference') slug: string,
    @Param('thread') thread: string,
    @PageRequest() page: RequestedPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const { title } = await this.threadsQueries.getBySlug(conference.id, thread);
    const figures = await this.figureCards.of(conference.slug, { talk: thread }, page.locale);
    page.show(
      FiguresPage,
      { title, kind: 'figures', conference },
      { conference, thread: { slug: thread, title }, days: [], chosenDay: null, figures, years: [] },
    );
  }
}

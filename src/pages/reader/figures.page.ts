import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ComponentProps } from 'preact';
import { FiguresPage } from '../../../web/pages/figures-page.tsx';
import { daysOfFigures, FigureCards, type UndrawnFigures } from '../../figures/figure-cards.ts';
import { YearlyFigures } from '../../moderation/yearly-figures.ts';
import { For } from '../../platform/http/access.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { KeptPages } from '../kept-pages.ts';
import { PageRequest } from '../page-request.ts';
import { render } from '../render.ts';
import { RequestedPage } from '../requested-page.ts';

/** The parts of a page of figures beside them. */
type BesideFigures = Omit<ComponentProps<typeof FiguresPage>, 'context' | 'figures'>;

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
    private readonly keptPages: KeptPages,
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
      this.figureCards.undrawn(conference.slug, day === undefined ? {} : { day }, page.locale),
      day === undefined ? this.yearlyFigures.list(conference.id) : [],
    ]);
    await this.show(page, { conference, thread: null, days, chosenDay: day ?? null, years }, figures);
  }

  @Get('t/:thread/figures')
  async ofThread(
    @Param('conference') slug: string,
    @Param('thread') thread: string,
    @PageRequest() page: RequestedPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const { title } = await this.threadsQueries.getBySlug(conference.id, thread);
    const figures = await this.figureCards.undrawn(conference.slug, { talk: thread }, page.locale);
    await this.show(
      page,
      { conference, thread: { slug: thread, title }, days: [], chosenDay: null, years: [] },
      figures,
    );
  }

  /** Everything around the figures is in `shown`, which therefore says with their version what the page is made of. */
  private show(page: RequestedPage, shown: BesideFigures, figures: UndrawnFigures): Promise<void> {
    const { conference, thread } = shown;
    const title = thread?.title ?? conference.title;
    return this.keptPages.show(page, JSON.stringify([shown, figures.version]), async () => {
      const context = page.context({ title, kind: 'figures', conference });
      return render(FiguresPage, { context, ...shown, figures: await figures.draw() });
    });
  }
}

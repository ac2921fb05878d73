import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FigureShape } from '../../../web/pages/figure-card.tsx';
import { FiguresPage } from '../../../web/pages/figures-page.tsx';
import { DECLARED_FIGURES } from '../../figures/declared-figures.ts';
import { Figures } from '../../figures/figures.ts';
import type { FigureQuery } from '../../figures/figures.requests.ts';
import type { WindowKind } from '../../figures/figure.ts';
import { YearlyFigures } from '../../moderation/yearly-figures.ts';
import { For } from '../../platform/http/access.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';

/** Most days of a conference that have figures of their own on its page. */
const MOST_DAYS = 14;

/** Figures of a conference, of its days, and of its talks. */
@ApiExcludeController()
@Controller('c/:conference')
@For('guest')
export class FiguresPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly yearlyFigures: YearlyFigures,
    private readonly figures: Figures,
    private readonly threadsQueries: ThreadsQueries,
  ) {}

  @Get('figures')
  async read(
    @Param('conference') slug: string,
    @Query('day') typed: unknown,
    @PageRequest() page: RequestedPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const days = daysOf(conference, page);
    // A day that the conference does not have is that of an old link: the whole conference has an answer.
    const day = days.find((each) => each.day === typed)?.day;
    const [figures, years] = await Promise.all([
      this.cards(conference.slug, day === undefined ? {} : { day }, page),
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
    const figures = await this.cards(conference.slug, { talk: thread }, page);
    page.show(
      FiguresPage,
      { title, kind: 'figures', conference },
      { conference, thread: { slug: thread, title }, days: [], chosenDay: null, figures, years: [] },
    );
  }

  /** Those figures that are counted in this window. */
  private async cards(conference: string, query: FigureQuery, { locale }: RequestedPage): Promise<FigureShape[]> {
    const kind = windowIn(query);
    const declared = this.figures.declarations(locale);
    return Promise.all(
      DECLARED_FIGURES.filter(({ windows }) => windows.includes(kind)).map(async ({ name }) => {
        const asked = await this.figures.asked(conference, name, query, locale);
        const [view, svg] = await Promise.all([this.figures.read(asked, locale), this.figures.draw(asked, locale)]);
        const { numerator, denominator, sql } = declared.find((each) => each.name === name)!;
        return {
          ...view,
          svg,
          sql,
          numeratorText: numerator,
          denominatorText: denominator,
          path: `/api/v1/conferences/${conference}/figures/${name}`,
          query: kind === 'conference' ? '' : `?${new URLSearchParams({ ...query }).toString()}`,
        };
      }),
    );
  }
}

function windowIn({ talk, day }: FigureQuery): WindowKind {
  if (talk !== undefined) return 'talk';
  return day === undefined ? 'conference' : 'day';
}

/** The days of a conference from its first to its last. */
function daysOf(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  { locale }: RequestedPage,
): { day: string; label: string }[] {
  const written = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const days: { day: string; label: string }[] = [];
  for (
    const at = new Date(startsOn);
    at <= new Date(endsOn) && days.length < MOST_DAYS;
    at.setUTCDate(at.getUTCDate() + 1)
  )
    days.push({ day: at.toISOString().slice(0, 10), label: written.format(at) });
  return days;
}
